import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { noMemory, type ModeMemory } from './mode-memory.ts';

/** What every field held in its modes, while the page is open. Neither saved nor undone. */
const memories = createStore<ReadonlyMap<string, ModeMemory>>(() => new Map());

export function useModeMemory(key: string): ModeMemory {
  return useStore(memories, (all) => all.get(key) ?? noMemory);
}

export function setModeMemory(key: string, memory: ModeMemory): void {
  memories.setState(new Map(memories.getState()).set(key, memory), true);
}

/** Forgets what the entries of a list held: they have moved, and a place is who they were. */
export function forgetModesOfEntries(list: string): void {
  const inside = list.slice(0, -1); // a key is a path in brackets
  const kept = [...memories.getState()].filter(([key]) => key === list || !key.startsWith(inside));
  memories.setState(new Map(kept), true);
}

/** Forgets what stood below a place: its parts have moved, and a place is who they were. */
export function forgetModesBelow(prefix: string): void {
  const kept = [...memories.getState()].filter(([key]) => !key.startsWith(`${prefix}#`));
  memories.setState(new Map(kept), true);
}
