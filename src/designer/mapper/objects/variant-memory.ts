import { createStore } from 'zustand/vanilla';
import type { VariantMemory } from './switch-variant.ts';

const memories = createStore<ReadonlyMap<string, VariantMemory>>(() => new Map());
const nothing: VariantMemory = {};

/** What a group's variants held, while the page is open. Neither saved nor undone. */
export function variantMemory(key: string): VariantMemory {
  return memories.getState().get(key) ?? nothing;
}

export function rememberVariants(key: string, memory: VariantMemory): void {
  memories.setState(new Map(memories.getState()).set(key, memory), true);
}
