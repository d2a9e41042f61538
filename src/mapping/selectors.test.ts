import { describe, expect, it } from 'vitest';
import { schemaFromSample } from '../catalog/index.ts';
import { checkValue, compileBinding, typeAtPath, type EvaluationContext } from './index.ts';
import { readSelectorCases } from './testing/golden-cases.ts';

const context: EvaluationContext = { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => 'id-1' };
const { data, cases } = readSelectorCases();
const shownPath = (path: (typeof cases)[number]['path']): string =>
  path
    .map((segment) =>
      typeof segment === 'string'
        ? segment
        : 'at' in segment
          ? `at ${String(segment.at)}`
          : (Object.keys(segment)[0] ?? ''),
    )
    .join(', ');

describe('paths', () => {
  for (const { path, gives } of cases) {
    describe(shownPath(path), () => {
      for (const [name, expected] of Object.entries(gives)) {
        const value = data[name];
        it(`on ${name}`, async () => {
          const binding = {
            kind: 'object',
            props: { f: { kind: 'ref', from: 's1', path } },
          } as const;
          const made = await compileBinding(binding).evaluate({ s1: value }, context);
          const isValue = typeof expected === 'object' && 'value' in expected;
          const failed =
            typeof expected === 'object' && 'fails' in expected ? [expected.fails] : [];
          expect(made.value).toStrictEqual(isValue ? { f: expected.value } : {});
          expect(made.problems.map(({ code }) => code)).toEqual(
            failed.map((code) => `mapping.${code}`),
          );
        });

        if (value === undefined) continue;
        it(`on ${name}, by type the same`, () => {
          const schema = schemaFromSample(value);
          const type = typeAtPath({ from: 's1', title: '', schema }, path);
          // What a type promises holds; that data may break what a sample showed is another matter.
          if (typeof expected === 'object' && 'value' in expected && type.ok)
            expect(checkValue(expected.value, type.schema)).toEqual([]);
          if (expected === 'nothing' && type.ok && Object.keys(schema).length > 0)
            expect(type.mayMiss).toBe(true);
          if (typeof expected === 'object' && 'fails' in expected) expect(type.ok).toBe(false);
        });
      }
    });
  }
});
