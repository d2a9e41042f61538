import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SampleShelf } from '../../storage/contract.ts';

/** The samples of each step of the open flow, as far as this browser knows more of them than the current one. */
export interface ShelfState {
  readonly byStep: Readonly<Record<string, SampleShelf>>;
}

export interface ShelfStore extends StoreApi<ShelfState> {
  set(step: string, shelf: SampleShelf): void;
  replaceAll(byStep: Readonly<Record<string, SampleShelf>>): void;
}

export function createShelfStore(): ShelfStore {
  const store = createStore<ShelfState>(() => ({ byStep: {} }));
  return {
    ...store,
    set: (step, shelf) =>
      store.setState(({ byStep }) => ({ byStep: { ...byStep, [step]: shelf } })),
    replaceAll: (byStep) => store.setState({ byStep }),
  };
}
