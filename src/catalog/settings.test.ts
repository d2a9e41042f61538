import { expect, it } from 'vitest';
import { checkValue } from '../mapping/index.ts';
import { settingsForm, settingsWithDefaults } from './settings.ts';
import { anOperation } from './testing/a-call.ts';

const page = { type: 'string', onlyIf: { paging: ['page', 'both'] } } as const;
const size = { type: 'integer', onlyIf: { paging: ['both'] } } as const;
const operation = anOperation(
  {},
  {
    settings: {
      type: 'object',
      properties: {
        paging: { type: 'string', default: 'no' },
        page,
        size,
      },
      required: ['paging', 'page', 'size'],
      additionalProperties: false,
    },
  },
);
const fieldsOf = (settings: Parameters<typeof settingsForm>[1]) => {
  const { properties, required } = settingsForm(operation, settings) ?? {};
  return [Object.keys(properties ?? {}), required];
};

it('a setting that hangs on another one is asked for while that one has its value', () => {
  expect(fieldsOf({})).toEqual([['paging'], ['paging']]);
  expect(fieldsOf({ paging: 'page' })).toEqual([
    ['paging', 'page'],
    ['paging', 'page'],
  ]);
  expect(settingsForm(operation, { paging: 'both' })).toBe(operation.settings);
  expect(settingsForm(operation, { paging: 'page' })).toBe(
    settingsForm(operation, { paging: 'page', page: 'p' }),
  );
});

it('what was entered for one that is not asked for now is no mistake', () => {
  const check = (settings: Parameters<typeof settingsForm>[1]) =>
    checkValue(
      settingsWithDefaults(operation, settings),
      settingsForm(operation, settings) ?? {},
    ).map(({ code, path }) => [code, path]);
  expect(check({ page: 'p' })).toEqual([]);
  expect(check({ paging: 'page' })).toHaveLength(1);
});
