/** What types alone say about conditions: that one never holds, or always does. */
import {
  choicesOf,
  kindsOf,
  resolve,
  typeOfValue,
  type Json,
  type JsonSchema,
} from '../../shared/index.ts';
import type { Comparison, Condition } from '../binding.ts';
import { isSameJson } from '../evaluate/compare.ts';
import { infer } from './infer-type.ts';
import type { Inferred } from './inferred.ts';
import type { SourceType } from './source-type.ts';

export type Decided = 'always' | 'never' | undefined;

/** Undefined: it depends on the data. */
export function decidedByTypes(condition: Condition, sources: readonly SourceType[]): Decided {
  if ('all' in condition) return together(condition.all, sources, 'never', 'always');
  if ('any' in condition) return together(condition.any, sources, 'always', 'never');
  if ('not' in condition) return opposite(decidedByTypes(condition.not, sources));
  return decidedComparison(condition, sources);
}

/** One row that decides is enough; all of them the other way decide the other way, as none at all do. */
function together(
  rows: readonly Condition[],
  sources: readonly SourceType[],
  one: Decided,
  each: Decided,
): Decided {
  const decided = rows.map((row) => decidedByTypes(row, sources));
  if (decided.includes(one)) return one;
  return decided.every((row) => row === each) ? each : undefined;
}

export function decidedComparison(
  { left, is, right }: Comparison,
  sources: readonly SourceType[],
): Decided {
  const type = infer(left, sources);
  switch (is) {
    case 'is-empty':
      return emptiness(type);
    case 'is-not-empty':
      return opposite(emptiness(type));
    case 'equals':
    case 'not-equals': {
      if (right?.kind !== 'literal' || canBe(type, right.value)) return undefined;
      return is === 'equals' ? 'never' : 'always';
    }
    case 'is-one-of': {
      if (right?.kind !== 'literal') return undefined;
      const values = Array.isArray(right.value) ? (right.value as readonly Json[]) : [right.value];
      return values.some((value) => canBe(type, value)) ? undefined : 'never';
    }
    default:
      return undefined;
  }
}

/** Whether a value of this type may be this one: one of its choices, of its kind; anything that is not known may. */
export function canBe({ schema }: Inferred, value: Json): boolean {
  const { kinds, nullable, open } = kindsOf(schema, schema);
  if (open) return true;
  if (value === null) return nullable;
  const choices = choicesOf(schema, schema);
  if (choices !== undefined) return choices.some((choice) => isSameJson(choice, value));
  const kind = typeOfValue(value);
  if (kind === 'number' || kind === 'integer')
    return kinds.has('number') || (kind === 'integer' && kinds.has('integer'));
  return kinds.has(kind as 'string'); // null is dealt with above
}

function emptiness({ schema, mayMiss }: Inferred): Decided {
  const { kinds, nullable, open } = kindsOf(schema, schema);
  if (open) return undefined;
  if (kinds.size === 0) return nullable ? 'always' : undefined;
  return mayMiss || nullable || canBeEmpty(schema, kinds) ? undefined : 'never';
}

function canBeEmpty(schema: JsonSchema, kinds: ReadonlySet<string>): boolean {
  const here = resolve(schema, schema);
  const choices = choicesOf(here, here);
  if (choices !== undefined) return choices.includes('');
  if (kinds.has('string') && here.format === undefined && (here.minLength ?? 0) === 0) return true;
  if (kinds.has('array') && (here.minItems ?? 0) === 0) return true;
  return kinds.has('object') && (here.required ?? []).length === 0;
}

function opposite(decided: Decided): Decided {
  return decided === undefined ? undefined : decided === 'always' ? 'never' : 'always';
}
