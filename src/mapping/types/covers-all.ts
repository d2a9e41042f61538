import { choicesOf, kindsOf } from '../../shared/index.ts';
import type { TableBinding } from '../binding.ts';
import { isSameJson } from '../evaluate/compare.ts';
import type { Inferred } from './inferred.ts';

/** Whether a table has a row for everything that is looked up in it: all choices, yes and no, nothing when it may be. */
export function coversAll({ rows }: TableBinding, { schema, mayMiss }: Inferred): boolean {
  if (mayMiss) return false;
  const { kinds, nullable, open } = kindsOf(schema, schema);
  if (open) return false;
  const isYesNo = kinds.size === 1 && kinds.has('boolean');
  const values = choicesOf(schema, schema) ?? (isYesNo ? [true, false] : undefined);
  if (values === undefined) return false;
  return [...values, ...(nullable ? [null] : [])].every((value) =>
    rows.some((row) => isSameJson(row.equals, value)),
  );
}
