import { expect, it } from 'vitest';
import { sayWording } from '../../../words/index.ts';
import type { FieldSource, RefusedField } from './refusal-facts.ts';
import { refusalWording, withoutAccount } from './refusal-wording.ts';

const refused = (...sources: FieldSource[]): RefusedField => ({
  path: ['id'],
  title: 'Id',
  key: 'id',
  value: 'c-0001',
  words: undefined,
  sources,
  optional: true,
});
const failure = {
  code: 'mapping.not-a-number',
  params: { field: 'ID', source: 'ID', value: 'c-0001' },
};
const names = new Map([['s1', 'CRM']]);
const said = (of: typeof failure, fields: readonly RefusedField[]) =>
  sayWording(refusalWording(of, fields, (id) => names.get(id)));

it('names the field by its title, and the source with its step', () => {
  expect(said(failure, [refused({ step: 's1', field: 'Customer ID' })])).toBe(
    '“Id” was to be a number, and “CRM › Customer ID” is “c-0001”.',
  );
});

it('leaves the source as it is told where the value is made of several', () => {
  const fields = [
    refused({ step: 's1', field: 'Customer ID' }, { step: 's1', field: 'Last name' }),
  ];
  expect(said(failure, fields)).toBe('“Id” was to be a number, and “ID” is “c-0001”.');
});

it("leaves a service's own words alone", () => {
  const ofService = { ...failure, code: 'failures.refused-fields' };
  expect(refusalWording(ofService, [refused()], () => undefined)).toBe(ofService);
});

it('says of no key that it was refused where none was sent', () => {
  const kept = { code: 'failures.key-refused-by', params: { service: 'Shop' } };
  expect(sayWording(withoutAccount(kept))).toBe(
    'Shop wants to know who asks, and this step uses no account. Connect one, then try again.',
  );
  expect(withoutAccount({ ...kept, code: 'failures.not-allowed' }).code).toBe(
    'failures.not-allowed',
  );
});
