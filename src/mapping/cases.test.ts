import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseJson, type Json, type JsonPath } from '../shared/index.ts';
import {
  bindingSchema,
  compileBinding,
  compileCondition,
  conditionSchema,
  type Binding,
  type Condition,
  type EvaluationContext,
  type MappingFailure,
  type Sources,
} from './index.ts';

/** What a case file holds: a binding and what it makes (`nothing` for no value), or a condition and whether it holds. */
interface Case {
  readonly name: string;
  readonly binding?: Binding;
  readonly condition?: Condition;
  readonly sources: Sources;
  readonly context?: Partial<EvaluationContext>;
  readonly value?: Json;
  readonly nothing?: true;
  readonly holds?: boolean;
  readonly problems?: readonly { readonly code: string; readonly target: JsonPath }[];
}

const folder = new URL('./cases/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

for (const file of files) {
  describe(file.replace('.json', ''), () => {
    for (const golden of readCases(file)) {
      it(golden.name, async () => {
        const context = {
          locale: 'en',
          timeZone: 'UTC',
          now: Date.UTC(2024, 4, 1, 12),
          uuid: () => 'id-1',
          ...golden.context,
        };
        const expected = golden.problems ?? [];
        if (golden.condition !== undefined) {
          expect(conditionSchema.parse(golden.condition)).toEqual(golden.condition);
          const tested = await compileCondition(golden.condition).test(golden.sources, context);
          expect(tested.holds).toBe(golden.holds);
          expect(tested.problems.map(placeOf)).toEqual(expected);
          return;
        }
        const binding = golden.binding as Binding; // a case has one or the other
        const made = await compileBinding(binding).evaluate(golden.sources, context);
        if (golden.nothing === true) expect(made.value).toBeUndefined();
        else expect(made.value).toStrictEqual(golden.value);
        expect(made.problems.map(placeOf)).toEqual(expected);
        if (!file.startsWith('safety')) expect(bindingSchema.parse(binding)).toEqual(binding);
      });
    }
  });
}

it('there are at least 120 golden cases', () => {
  expect(files.flatMap(readCases).length).toBeGreaterThanOrEqual(120);
});

function readCases(file: string): readonly Case[] {
  const text = readFileSync(new URL(file, folder), 'utf8');
  // Safety cases hold names that the lossless door rightly refuses.
  if (file.startsWith('safety')) return JSON.parse(text) as readonly Case[];
  const read = parseJson(text);
  if (!read.ok)
    throw new Error(`${file}: ${read.reason.message} at line ${String(read.reason.line)}`);
  return read.value as unknown as readonly Case[];
}

function placeOf({ code, target }: MappingFailure): { code: string; target: JsonPath } {
  return { code, target };
}
