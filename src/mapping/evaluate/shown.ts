import type { Json } from '../../shared/index.ts';

/** A value as a person may see it inside a sentence: short, on one line. */
export function shown(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') {
    const text = String(value);
    return text.length > 60 ? `${text.slice(0, 59).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  }
  return Array.isArray(value) ? `[${String(value.length)}]` : '{…}';
}
