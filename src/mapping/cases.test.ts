import { describe, expect, it } from 'vitest';
import type { JsonPath } from '../shared/index.ts';
import {
  bindingSchema,
  compileBinding,
  compileCondition,
  conditionSchema,
  type Binding,
  type MappingFailure,
} from './index.ts';
import { caseFiles, isSafety, readCases } from './testing/golden-cases.ts';

for (const file of caseFiles) {
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
        if (!isSafety(file)) expect(bindingSchema.parse(binding)).toEqual(binding);
      });
    }
  });
}

function placeOf({ code, target }: MappingFailure): { code: string; target: JsonPath } {
  return { code, target };
}
