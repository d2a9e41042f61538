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
  /** Lets go over the page; whether somebody took it: the canvas does when the pointer is over it. */
  drop(): boolean;
  giveUp(): void;
  /** Who takes what is dropped, and says whether it did; the function that comes back ends it. */
  onDrop(take: (held: Placement) => boolean): () => void;
}

export function createPlacementStore(): PlacementStore {
  const store = createStore<{ readonly held: Placement | undefined }>(() => ({ held: undefined }));
  const takers = new Set<(held: Placement) => boolean>();
  const giveUp = () => store.setState({ held: undefined });
  return {
    ...store,
    hold: (held) => store.setState({ held }),
    drop() {
      const { held } = store.getState();
      giveUp();
      return held !== undefined && [...takers].some((take) => take(held));
    },
    giveUp,
    onDrop(take) {
      takers.add(take);
      return () => void takers.delete(take);
    },
  };
}
