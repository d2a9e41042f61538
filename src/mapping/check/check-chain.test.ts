import { describe, expect, it } from 'vitest';
import type { Binding } from '../index.ts';
import { check, codes } from '../testing/customer-field.ts';
import { text, ref } from '../testing/few-words.ts';

describe('conversions', () => {
  const convert = (
    of: Binding,
    ...names: ('upper' | 'sum' | 'to-number' | 'text-to-json' | 'join' | 'trim' | 'max')[]
  ): Binding => ({
    kind: 'convert',
    of,
    with: names.map((name) => (name === 'join' ? { name, by: ',' } : { name })),
  });

  it.each<[string, Binding, string[]]>([
    ['capitals of a group', convert(ref('address'), 'upper'), ['conversion-does-not-fit error']],
    [
      'capitals of each entry of a list of groups',
      convert(ref('orders'), 'upper'),
      ['conversion-does-not-fit error'],
    ],
    ['groups joined', convert(ref('orders'), 'join'), ['conversion-does-not-fit error']],
    [
      'yes and no as a number',
      convert(ref('active'), 'to-number'),
      ['conversion-does-not-fit error'],
    ],
    [
      'a number taken apart',
      convert(ref('age'), 'text-to-json'),
      ['conversion-does-not-fit error'],
    ],
    [
      'the sum of one value',
      convert(ref('age'), 'sum'),
      ['conversion-needs-list error', 'kind-convertible error'],
    ],
    [
      'the second of a chain',
      convert(ref('name'), 'trim', 'join'),
      ['conversion-needs-list error'],
    ],
    ['a chain that fits', convert(ref('tags'), 'trim', 'join'), []],
  ])('%s', (_title, binding, expected) => {
    expect(codes(check(text, binding))).toEqual(expected);
  });
});
