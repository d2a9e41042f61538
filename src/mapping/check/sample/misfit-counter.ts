import {
  isJsonList,
  isJsonObject,
  requiredOf,
  resolve,
  schemaAt,
  type Json,
  type JsonPath,
  type JsonSchema,
} from '../../../shared/index.ts';
import type { Evaluation } from '../../compile-binding.ts';
import { standalone } from '../../types/schema-make.ts';
import { checkValue } from '../check-value.ts';
import { fieldKey } from './place-in-binding.ts';

/**
 * How much is wrong with one field of all records, by its own values alone: what could not be made there, what does not
 * fit, what is missing and needed. The groups around it are not looked at.
 */
export function misfitCounter(field: JsonPath, target: JsonSchema): (made: Evaluation) => number {
  const schema = standalone(resolve(schemaAt(target, field), target), target);
  const isNeeded = isRequired(target, field);
  const start = fieldKey(field).slice(0, -1);
  const known = new Map<Json, number>();
  const misfitsOf = (value: Json): number => {
    let count = known.get(value);
    if (count === undefined) known.set(value, (count = checkValue(value, schema).length));
    return count;
  };
  return ({ value, problems }) => {
    const failed = problems.filter(({ target: path }) => fieldKey(path).startsWith(start)).length;
    let misfits = 0;
    let missing = 0;
    visitValues(value, field, 0, (found) => {
      if (found === undefined) missing++;
      else misfits += misfitsOf(found);
    });
    // Of what could not be made nothing is there: that is said once.
    return failed + misfits + (isNeeded ? Math.max(0, missing - failed) : 0);
  };
}

export function isRequired(target: JsonSchema, path: JsonPath): boolean {
  const name = path.at(-1);
  const group = schemaAt(target, path.slice(0, -1));
  return typeof name === 'string' && requiredOf(group, target).includes(name);
}

/** The values of a field in every entry of the lists around it; undefined where a group lacks it. */
function visitValues(
  value: Json | undefined,
  field: JsonPath,
  depth: number,
  visit: (value: Json | undefined) => void,
): void {
  const step = field[depth];
  if (step === undefined) visit(value);
  else if (typeof step === 'number') {
    if (isJsonList(value)) for (const entry of value) visitValues(entry, field, depth + 1, visit);
  } else if (isJsonObject(value))
    visitValues(Object.hasOwn(value, step) ? value[step] : undefined, field, depth + 1, visit);
}
