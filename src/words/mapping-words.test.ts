import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operators } from '../mapping/contract.ts';
import { sayWording } from './index.ts';
import { mapping } from './en/mapping.ts';

const folder = new URL('../mapping/', import.meta.url);
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
const has = (key: string): boolean =>
  Object.keys(mapping).some((known) => known === key || known.startsWith(`${key}_`));

describe('words of mappings', () => {
  it.each([
    ['problems', /\b(?:finding|problem)\(\s*'([a-z-]+)'/g, ''],
    ['failures', /\bfail\(frame, [\w.]+, '([a-z-]+)'/g, ''],
    ['fixes', /\b(?:mend|offer)\(\s*'([a-z0-9-]+)'/g, 'fix-'],
    ['problems of values', /\bcode: '([a-z-]+)', params/g, 'value-'],
    ['reasons', /reason: '([a-z-]+)'/g, 'match-'],
    ['conversions', /\bentry\('\w+', \{ name: '([a-z0-9-]+)'/g, 'convert-'],
  ] as const)('has a sentence for all %s', (_title, pattern, prefix) => {
    const codes = sources.flatMap((text) =>
      [...text.matchAll(pattern)].map((found) => prefix + (found[1] ?? '')),
    );
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.filter((code) => !has(code))).toEqual([]);
  });

  it('has words for all operators', () => {
    expect(operators.filter((operator) => !has(`operator-${operator}`))).toEqual([]);
  });

  it('has a sentence for all failures of formulas', () => {
    const table = readFileSync(new URL('formula/failures.ts', folder), 'utf8');
    const names = [...table.matchAll(/^ {2}'?[\w-]+'?: '([a-z-]+)',$/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(60);
    const codes = [...names, 'picture-wrong', 'failed', 'gives-list'].map(
      (name) => `formula-${name}`,
    );
    expect(codes.filter((code) => !has(code))).toEqual([]);
  });

  it('says where a formula went wrong, when that is known', () => {
    const params = { field: 'Total', token: '+', value: 'x', position: 4 };
    const say = (where: string, of = 'field'): string =>
      sayWording({ code: 'mapping.formula-left-not-number', params: { ...params, where, of } });
    expect(say('known')).toBe(
      'The formula for “Total” needs a number left of “+” (character 4), and there is “x”.',
    );
    expect(say('unknown', 'none')).toBe(
      'The formula needs a number left of “+”, and there is “x”.',
    );
  });

  it('reads as a sentence, kinds of values and numbers put in', () => {
    const params = { field: 'Age', source: 'First name', given: 'text', wanted: 'whole-number' };
    expect(sayWording({ code: 'mapping.kind-convertible', params })).toBe(
      '“Age” needs a whole number, and “First name” is a text. Choose how to turn it.',
    );
    expect(sayWording({ code: 'mapping.fix-shorten', params: { count: 1 } })).toBe(
      'Shorten to 1 character',
    );
    expect(sayWording({ code: 'mapping.match-list', params: { count: 2 } })).toBe(
      'Both are lists; 2 fields of each entry fit',
    );
  });
});
