import { addAll, divide, readNumber, type Evaluation } from '../../mapping/index.ts';
import { settingsWithDefaults } from '../../catalog/index.ts';
import { gathersOf } from '../../flow/index.ts';
import { isJsonObject, writeJson, type Json } from '../../shared/index.ts';
import { fromMapping, refusedAt } from '../failure.ts';
import type { Executor, Outcome } from './executor.ts';
import { slotOrBody } from './slot-value.ts';

/**
 * Number, sum, average, smallest, largest, first and last of a value: of all messages that belong together, and of each
 * group of them. Added as on paper. An empty value is counted and not added; what is no number refuses its message.
 */
export const totals: Executor = {
  form: 'gathering',
  make({ step, operation }) {
    const gathers = gathersOf(step, operation);
    const { values } = settingsWithDefaults(operation, step.settings);
    const hasValue = Object.hasOwn(step.slots, 'input');
    const wantsNumbers = values !== 'anything' && hasValue;
    const valueOf = slotOrBody(step, 'input');
    const keyOf = Object.hasOwn(step.slots, 'key') ? slotOrBody(step, 'key') : undefined;
    const outcomeOf = (value: Evaluation, key: Evaluation | undefined): Outcome => {
      const problems = [...value.problems, ...(key?.problems ?? [])];
      const given = value.value ?? null;
      const group = key === undefined ? {} : { key: key.value ?? null };
      const input: Json = { ...group, value: given };
      if (problems.length > 0) return { state: 'refused', failure: fromMapping(problems), input };
      const counted = wantsNumbers ? numberIn(given) : given;
      if (counted === undefined)
        return { state: 'refused', failure: refusedAt('steps.not-a-number', ['value']), input };
      return { state: 'done', outputs: [{ ...group, value: counted }], input };
    };
    const known = async (
      value: Evaluation | Promise<Evaluation>,
      key: Evaluation | Promise<Evaluation> | undefined,
    ): Promise<Outcome> => outcomeOf(await value, await key);
    return {
      of: gathers?.of === 'run' ? 'run' : 'group',
      most: gathers?.most ?? Number.POSITIVE_INFINITY,
      everyMs: gathers?.everyMs,
      take(message, context) {
        const value = valueOf(message, context);
        const key = keyOf?.(message, context);
        return value instanceof Promise || key instanceof Promise
          ? known(value, key)
          : outcomeOf(value, key);
      },
      give: (list) => {
        const entries = list.map(entryIn);
        return {
          ...totalsOf(entries, wantsNumbers),
          groups: keyOf === undefined ? [] : groupsOf(entries, wantsNumbers),
        };
      },
    };
  },
};

interface Entry {
  readonly key: Json;
  readonly value: Json;
}

function entryIn(taken: Json): Entry {
  const { key = null, value = null } = isJsonObject(taken) ? taken : {};
  return { key, value };
}

/** The text "1" and the number 1 are different groups, as they are different values. */
function groupsOf(entries: readonly Entry[], wantsNumbers: boolean): readonly Json[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = writeJson(entry.key);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [entry]);
    else known.push(entry);
  }
  return [...groups.values()].map((group) => ({
    key: group[0]?.key ?? null,
    ...totalsOf(group, wantsNumbers),
  }));
}

function totalsOf(
  entries: readonly Entry[],
  wantsNumbers: boolean,
): Readonly<Record<string, Json>> {
  const numbers = wantsNumbers
    ? entries.flatMap(({ value }) => (isNumber(value) ? [value] : []))
    : [];
  const [one] = numbers;
  const sum = wantsNumbers ? addAll(numbers) : null;
  return {
    count: entries.length,
    sum,
    average: sum === null || one === undefined ? null : divide(sum, numbers.length),
    minimum:
      one === undefined ? null : numbers.reduce((least, each) => (each < least ? each : least)),
    maximum: one === undefined ? null : numbers.reduce((most, each) => (each > most ? each : most)),
    first: entries[0]?.value ?? null,
    last: entries.at(-1)?.value ?? null,
  };
}

function isNumber(value: Json): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** A number, also one that is written as text; null where there is none. Undefined: something else. */
function numberIn(value: Json): number | bigint | null | undefined {
  if (value === null || value === '') return null;
  if (isNumber(value)) return value;
  return typeof value === 'string' ? readNumber(value) : undefined;
}
