import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Wording } from '../../shared/index.ts';

/** Whether the open flow is kept, as the app bar says it. */
export type SaveState =
  | {
      readonly kind: 'saved';
      /** Milliseconds since 1970; none = as it was opened. */ readonly at?: number;
    }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly why: Wording }
  /** Another tab writes; this one shows what is saved. */
  | { readonly kind: 'watching' };

export type SaveStore = StoreApi<SaveState>;

export function createSaveStore(): SaveStore {
  return createStore<SaveState>(() => ({ kind: 'saved' }));
}
