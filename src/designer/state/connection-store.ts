import { createStore, type StoreApi } from 'zustand/vanilla';

/** Whether the page still has what is behind it. */
export interface ConnectionState {
  /** Footbridge itself does not answer, or the computer has no network. */
  readonly isOffline: boolean;
  /** Another build than this page's is there now. */
  readonly hasNewVersion: boolean;
}

export type ConnectionStore = StoreApi<ConnectionState>;

export function createConnectionStore(): ConnectionStore {
  return createStore<ConnectionState>(() => ({ isOffline: false, hasNewVersion: false }));
}
