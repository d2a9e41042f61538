import type { Json } from '../../shared/index.ts';
import { isSameJson } from '../evaluate/compare.ts';
import { fail } from '../evaluate/frame.ts';
import { shown } from '../evaluate/shown.ts';
import type { ConvertValue } from './convert.ts';

interface Row {
  readonly equals: Json;
  readonly then: Json;
}

/** What stands beside the value in the first row that equals; without such a row and without "otherwise" a failure. */
export function lookUp(rows: readonly Row[], otherwise: Json | undefined): ConvertValue {
  const byText = new Map<Json, Json>();
  for (const { equals, then } of rows) if (!byText.has(equals)) byText.set(equals, then);
  return (value, frame, place) => {
    const found =
      typeof value === 'string'
        ? byText.get(value)
        : rows.find(({ equals }) => isSameJson(equals, value))?.then;
    if (found !== undefined) return found;
    if (otherwise !== undefined) return otherwise;
    return fail(frame, place, 'not-in-table', { value: shown(value) }, value);
  };
}
