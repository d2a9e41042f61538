import { isJsonList, isJsonObject, type Json, type JsonPath } from '../../../shared/index.ts';
import type { Binding } from '../../../mapping/index.ts';

/** What the mapping makes at a field of the current sample; absent where that cannot be told. */
export type Made =
  | {
      readonly value: Json | undefined;
      /** How many entries a list has that came back cut. */
      readonly count?: number;
    }
  | undefined;

/**
 * Follows a field's path through the binding and what it made. A list's part stands for several entries: its first one
 * is shown, which is at the part's own position as long as only fixed entries come before it.
 */
export function madeAt(
  binding: Binding | undefined,
  result: Json | undefined,
  path: JsonPath,
  cuts?: ReadonlyMap<string, number>,
): Made {
  let here = binding;
  let value = result;
  for (const step of path) {
    if (typeof step === 'string') {
      here =
        here?.kind === 'object' && Object.hasOwn(here.props, step) ? here.props[step] : undefined;
      value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    } else {
      const parts = here?.kind === 'list' ? here.parts : [];
      if (parts.slice(0, step).some((part) => 'forEach' in part)) return undefined;
      here = parts[step]?.item;
      value = isJsonList(value) ? value[step] : undefined;
    }
  }
  // Until a card comes that makes several entries, the places of the form are those of the result.
  const count = cuts?.get(JSON.stringify(path));
  return count === undefined ? { value } : { value, count };
}
