import { describe, expect, it } from 'vitest';
import { processorMs } from '../../shared/testing/processor-ms.ts';
import type { Binding } from '../index.ts';
import { literal, check, codes, table } from '../testing/customer-field.ts';
import { text, ref, fixes } from '../testing/few-words.ts';

describe('value tables', () => {
  it.each<[string, Binding, string[], string[]]>([
    [
      'a row for every choice needs no otherwise',
      table(ref('status'), ['lead', 'customer', 'former']),
      [],
      [],
    ],
    ['a row for yes and one for no need no otherwise', table(ref('active'), [true, false]), [], []],
    [
      'a choice without a row, and no otherwise',
      table(ref('status'), ['lead']),
      ['no-otherwise warning'],
      ['otherwise'],
    ],
    [
      'a row that the choices do not have',
      table(ref('status'), ['laed'], literal('x')),
      ['row-never warning'],
      ['use-value', 'use-value', 'use-value', 'remove-row'],
    ],
    [
      'a row of another kind',
      table(ref('age'), ['18'], literal('x')),
      ['row-of-other-kind warning'],
      ['use-value', 'remove-row'],
    ],
    [
      'two rows for one value',
      table(ref('status'), ['lead', 'lead'], literal('x')),
      ['row-repeated warning'],
      ['remove-row'],
    ],
    [
      'a list is looked up',
      table(ref('tags'), ['a'], literal('x')),
      ['table-needs-single error'],
      ['first', 'last', 'join'],
    ],
    [
      'what is looked up is mistyped',
      table(ref('sttaus'), ['lead'], literal('x')),
      ['unknown-path error'],
      ['did-you-mean'],
    ],
    [
      'a row gives a value of another kind',
      {
        kind: 'table',
        on: ref('status'),
        rows: [{ equals: 'lead', then: literal(5) }],
        otherwise: literal('x'),
      },
      ['value-wrong-kind error'],
      ['use-value'],
    ],
    [
      'otherwise gives a list',
      table(ref('status'), ['lead'], ref('tags')),
      ['list-into-single error'],
      ['first', 'last', 'join'],
    ],
  ])('%s', (_title, binding, expected, mends) => {
    const problems = check(text, binding);
    expect(codes(problems)).toEqual(expected);
    expect(fixes(problems)).toEqual(mends);
  });

  it('mends a row in its place', () => {
    const binding = table(ref('status'), ['custommer'], literal('x'));
    const [problem] = check(text, binding);
    expect(problem?.fixes[0]?.binding).toEqual({
      ...binding,
      rows: [{ equals: 'customer', then: literal('for custommer') }],
    });
    expect(problem?.fixes.at(-1)?.binding).toEqual({ ...binding, rows: [] });
  });

  it('looks at ten thousand rows in their own time', () => {
    const equals = Array.from({ length: 10_000 }, (_, at) => `v${String(at)}`);
    const start = processorMs();
    const problems = check(text, table(ref('name'), [...equals, 'v9999'], literal('x')));
    expect(codes(problems)).toEqual(['row-repeated warning']);
    expect(processorMs(start)).toBeLessThan(3000); // comparing each with each took 6 seconds
  });
});
