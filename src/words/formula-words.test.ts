import { afterEach, describe, expect, it } from 'vitest';
import { formulaFunctions, openFormulas } from '../mapping/formulas.ts';
import { compileBinding } from '../mapping/index.ts';
import { wordsOfFunction, wordsOfGroup } from './formulas.ts';
import { speak } from './index.ts';

afterEach(() => speak('en'));

describe('the list of functions', () => {
  it('says of each what it does, and of its group what it is called', () => {
    expect(formulaFunctions.length).toBeGreaterThan(60);
    for (const { name, group } of formulaFunctions) {
      expect(wordsOfFunction(name).does, name).toMatch(/^[A-Z].{5,}/);
      expect(wordsOfGroup(group)).not.toBe('');
    }
  });

  it('says it in German as well, with as many values between the brackets', () => {
    const english = formulaFunctions.map(({ name }) => wordsOfFunction(name));
    speak('de');
    for (const [index, { name, group }] of formulaFunctions.entries()) {
      const { takes, does } = wordsOfFunction(name);
      expect(does, name).toMatch(/^[A-ZÄÖÜ].{5,}/);
      expect(does, name).not.toBe(english[index]?.does);
      expect(takes.split(',').length, name).toBe(english[index]?.takes.split(',').length);
      expect(wordsOfGroup(group)).toMatch(/^[A-Z]/);
    }
  });

  it('names no function twice', () => {
    const names = formulaFunctions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(formulaFunctions.map(({ name, example, gives }) => [name, example, gives] as const))(
    'shows an example that is true: %s',
    async (name, example, gives) => {
      openFormulas();
      const list = Array.isArray(gives);
      const { value, problems } = await compileBinding({
        kind: 'formula',
        lang: 'jsonata',
        text: example,
        refs: {},
        result: list ? 'list' : 'single',
      }).evaluate(
        {},
        { locale: 'en', timeZone: 'UTC', now: Date.UTC(2024, 4, 1, 12), uuid: () => 'id-1' },
      );
      expect(problems).toEqual([]);
      expect(value).toEqual(gives);
      expect(example).toContain(`$${name}(`);
    },
  );
});
