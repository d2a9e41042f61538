import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import type { FormulaBinding, RefBinding } from '../binding.ts';
import { checkValue } from '../check/check-value.ts';
import { anyFormula } from '../testing/any-formulas.ts';
import { bareWay, here, ourWay } from '../testing/both-ways.ts';
import type { Inferred } from '../types/inferred.ts';
import { schemaOfValue } from '../types/schema-make.ts';
import { jsonataEngine } from './engine.ts';
import { FormulaFailure } from './failures.ts';
import { later } from './port.ts';

const ref: RefBinding = { kind: 'ref', from: 's1', path: [] };

describe('any formula of what closures cover, with any data', () => {
  it('gives the same as the bare library, or fails with the same code at the same place', async () => {
    const by = { closures: 0, library: 0, 'handed-over': 0 };
    await fc.assert(
      fc.asyncProperty(anyFormula, async (one) => {
        const ours = await ourWay(one);
        by[ours.by]++;
        // Such a name is refused where it is written; the bare library finds it only in what comes out.
        if (ours.outcome.code === 'name-refused')
          expect(one.text).toMatch(/"(?:__proto__|constructor)":/);
        else expect(ours.outcome).toEqual(await bareWay(one, 5_000));
      }),
      {
        numRuns: 300,
        examples: [[{ text: '$[0].{"__proto__": $a}.a ? 1 : $a', root: null, fields: { a: -1 } }]],
      },
    );
    expect(by.closures).toBeGreaterThan(by['handed-over'] + by.library);
  });
});

describe('the type of any formula', () => {
  const field = (value: Json | undefined): Inferred =>
    value === undefined
      ? { schema: {}, mayMiss: true }
      : { schema: schemaOfValue(value), mayMiss: false };

  it.each(['single', 'list'] as const)(
    'holds for what it makes of any data, as %s',
    async (result) => {
      await fc.assert(
        fc.asyncProperty(anyFormula, async ({ text, fields }) => {
          const types = new Map(
            Object.entries(fields).map(([name, value]) => [name, field(value)] as const),
          );
          const formula: FormulaBinding = {
            kind: 'formula',
            lang: 'jsonata',
            text,
            refs: Object.fromEntries([...types.keys()].map((name) => [name, ref])),
            result,
          };
          const { schema, mayMiss, several } = jsonataEngine.typeOf(formula, types);
          const compiled = jsonataEngine.compile(formula);
          const inputs = Object.values(fields);
          const at = compiled.run(inputs, here);
          const made = at === later ? await compiled.runLater(inputs, here) : at;
          if (made instanceof FormulaFailure) {
            if (made.code === 'formula-gives-list') expect(several).not.toBe('never');
          } else if (made === undefined) expect(mayMiss).toBe(true);
          else {
            expect(several).not.toBe('always');
            expect(checkValue(made, schema)).toEqual([]);
          }
        }),
        { numRuns: 300 },
      );
    },
  );
});
