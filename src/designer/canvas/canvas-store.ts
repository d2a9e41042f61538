import { createContext, use } from 'react';
import type { Position } from '../../flow/index.ts';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** What only the canvas needs to know while something is going on. */
export interface CanvasState {
  /** Below 40 %: steps are icon and number only. */
  readonly far: boolean;
  /** The run in which the person looks where they want: nothing is followed any more. */
  readonly ownViewIn: string | undefined;
  /** Seen from far away: the step under the pointer. */
  readonly hot: string | undefined;
  /** While a connection is drawn: where from, and the steps it may go to. */
  readonly connecting:
    | { readonly from: string; readonly port: string; readonly valid: ReadonlySet<string> }
    | undefined;
  /** And why it may not end at the step under the pointer, in words, with the place of that. */
  readonly refusal:
    | { readonly step: string; readonly why: string; readonly x: number; readonly y: number }
    | undefined;
  /** The edge under a component that is dragged from the palette. */
  readonly dropEdge: string | undefined;
  /** The one step that Tab reaches. */
  readonly tabStop: string | undefined;
  /** The step (or note, or group, by its node's id) whose menu is open: one menu for all. */
  readonly menu: { readonly step: string; readonly x: number; readonly y: number } | undefined;
  /** The place of the menu of the canvas itself, on the screen and in the flow. */
  readonly paneMenu: { readonly x: number; readonly y: number; readonly at: Position } | undefined;
}

export type CanvasStore = StoreApi<CanvasState>;

export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>(() => ({
    far: false,
    ownViewIn: undefined,
    hot: undefined,
    connecting: undefined,
    refusal: undefined,
    dropEdge: undefined,
    tabStop: undefined,
    menu: undefined,
    paneMenu: undefined,
  }));
}

export const CanvasStoreContext = createContext<CanvasStore | undefined>(undefined);

export function useCanvasStore(): CanvasStore {
  const store = use(CanvasStoreContext);
  if (store === undefined) throw new Error('no CanvasStore around this component');
  return store;
}

export function useCanvas<Slice>(select: (state: CanvasState) => Slice): Slice {
  return useStore(useCanvasStore(), select);
}
