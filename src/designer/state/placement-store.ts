import { createStore, type StoreApi } from 'zustand/vanilla';

/** A component on its way from the palette to the canvas, held by a finger or the mouse. */
export interface Placement {
  readonly component: string;
  /** Of the pointer, in the window. */
  readonly x: number;
  readonly y: number;
}

/** Palette and canvas meet here: the palette moves what is held, the canvas takes it. */
export interface PlacementStore extends StoreApi<{ readonly held: Placement | undefined }> {
  hold(held: Placement): void;
  /** Lets go over the page: the canvas takes it when the pointer is over it. */
  drop(): void;
  giveUp(): void;
  /** Who takes what is dropped; the function that comes back ends it. */
  onDrop(take: (held: Placement) => void): () => void;
}

export function createPlacementStore(): PlacementStore {
  const store = createStore<{ readonly held: Placement | undefined }>(() => ({ held: undefined }));
  const takers = new Set<(held: Placement) => void>();
  const giveUp = () => store.setState({ held: undefined });
  return {
    ...store,
    hold: (held) => store.setState({ held }),
    drop() {
      const { held } = store.getState();
      giveUp();
      if (held !== undefined) for (const take of takers) take(held);
    },
    giveUp,
    onDrop(take) {
      takers.add(take);
      return () => void takers.delete(take);
    },
  };
}
