/** Data that no ordinary engine likes: too deep, too long, without end. It is answered, and soon. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../shared/index.ts';
import {
  compileBinding,
  compileCondition,
  type Binding,
  type Conversion,
  type EvaluationContext,
} from './index.ts';
import { processorMs } from '../shared/testing/processor-ms.ts';

const context: EvaluationContext = {
  locale: 'en',
  timeZone: 'UTC',
  now: Date.UTC(2024, 4, 1, 12),
  uuid: () => 'id-1',
};
const data: Binding = { kind: 'ref', from: 's1', path: [] };
const convert = (...chain: Conversion[]): Binding => ({ kind: 'convert', of: data, with: chain });
const formula = (text: string): Binding => ({
  kind: 'formula',
  lang: 'jsonata',
  text,
  refs: { a: { kind: 'ref', from: 's1', path: [] } },
  result: 'list',
});
const evaluate = async (binding: Binding, s1: Json) =>
  compileBinding(binding).evaluate({ s1 }, context);

describe('twenty thousand lists inside each other', () => {
  let deep: Json = [];
  for (let depth = 0; depth < 20_000; depth++) deep = [deep];

  it.each<[string, Binding]>([
    ['json-to-text', convert({ name: 'json-to-text' })],
    ['trim', convert({ name: 'trim' })],
  ])('are a failure of %s', async (_name, binding) => {
    const { value, problems } = await evaluate(binding, deep);
    expect(value).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(['mapping.too-deep']);
  });

  it.each(['$string($a)', '$a ~> |$|{"x":1}|'])('are a failure of the formula %s', async (text) => {
    const { value, problems } = await evaluate(formula(text), deep);
    expect(value === undefined).toBe(true);
    expect(problems.length).toBe(1);
  });

  it('do not hold in a condition', async () => {
    const tested = await compileCondition({
      left: convert({ name: 'json-to-text' }),
      is: 'equals',
      right: { kind: 'literal', value: 'x' },
    }).test({ s1: deep }, context);
    expect(tested.holds).toBe(false);
    expect(tested.problems.map(({ code }) => code)).toEqual(['mapping.too-deep']);
  });
});

describe('a number without end', () => {
  it.each<Conversion>([
    { name: 'sum' },
    { name: 'average' },
    { name: 'to-number' },
    { name: 'to-whole-number', rounding: 'round' },
    { name: 'to-whole-number', rounding: 'floor' },
    { name: 'format-number', digits: 2 },
  ])('is a failure of $name', async (conversion) => {
    const { problems } = await evaluate(convert(conversion), [Infinity]);
    expect(problems.map(({ code }) => code)).toEqual(['mapping.not-a-number']);
  });
});

describe('a long text', () => {
  it.each<[string, Conversion, string]>([
    ['filling in the middle of base64', { name: 'base64-decode' }, `${'='.repeat(200_000)}x`],
    ['blanks behind filling', { name: 'base64-decode' }, `${'= '.repeat(100_000)}x`],
    ['zeros in the middle of a number', { name: 'to-number' }, `1.${'0'.repeat(200_000)}1`],
  ])('of %s is answered soon', async (_name, conversion, text) => {
    const start = processorMs();
    const { problems } = await evaluate(convert(conversion), text);
    expect(problems.length).toBe(1);
    expect(processorMs(start)).toBeLessThan(2000);
  });
});
