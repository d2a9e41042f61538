import type { SlotContent } from '../binding.ts';

/** A binding or condition as text: two that are written the same do the same where they stand. */
export function writtenOf(content: SlotContent): string {
  return JSON.stringify(content, digits);
}

function digits(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${String(value)}n` : value;
}
