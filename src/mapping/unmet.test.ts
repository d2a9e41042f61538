import { describe, expect, it } from 'vitest';
import type { Condition } from './binding.ts';
import { unmetLines } from './unmet.ts';

const context = { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => 'id' };
const field = (name: string) => ({ kind: 'ref', from: 'in', path: [name] }) as const;
const line = (name: string, is: 'equals' | 'greater', value: string | number): Condition => ({
  left: field(name),
  is,
  right: { kind: 'literal', value },
});
const isRome = line('city', 'equals', 'Rome');
const isOld = line('age', 'greater', 40);
const ada = { in: { city: 'Oslo', age: 36 } };

async function told(condition: Condition) {
  const lines = await unmetLines(condition, ada, context);
  return lines.map(({ comparison, left, right, holds }) => [comparison.is, left, right, holds]);
}

describe('why a condition does not hold', () => {
  it('is nothing where it holds', async () => {
    expect(await told(line('city', 'equals', 'Oslo'))).toEqual([]);
  });

  it('is each line that all of them need and that does not hold, with what was compared', async () => {
    expect(await told({ all: [isRome, line('age', 'greater', 30), isOld] })).toEqual([
      ['equals', 'Oslo', 'Rome', false],
      ['greater', 36, 40, false],
    ]);
  });

  it('is every line where one of them would do', async () => {
    expect(await told({ any: [isRome, isOld] })).toHaveLength(2);
  });

  it('is what holds inside a "not"', async () => {
    expect(await told({ not: { any: [isRome, line('city', 'equals', 'Oslo')] } })).toEqual([
      ['equals', 'Oslo', 'Oslo', true],
    ]);
  });

  it('says of a field that is not there that nothing is there', async () => {
    expect(await told(line('country', 'equals', 'IT'))).toEqual([
      ['equals', undefined, 'IT', false],
    ]);
  });
});
