import { expect, it } from 'vitest';
import type { JsonSchema } from '../json-schema.ts';
import { isSecret, secretNamesIn, withoutSecretParts } from './secret.ts';

const secret: JsonSchema = { type: 'string', writeOnly: true };
const password: JsonSchema = { type: 'string', format: 'password' };

it.each<[string, JsonSchema]>([
  ['the field itself', { properties: { key: secret } }],
  ['a password', { properties: { key: password } }],
  ['a reference', { properties: { key: { $ref: '#/$defs/Key' } }, $defs: { Key: secret } }],
  [
    'one of several branches',
    { oneOf: [{ properties: { key: {} } }, { properties: { key: secret } }] },
  ],
  ['a branch of the field', { properties: { key: { anyOf: [{ type: 'null' }, password] } } }],
  ['a part of all', { allOf: [{ properties: { key: { allOf: [{ title: 'Key' }, secret] } } }] }],
  ['any other name', { additionalProperties: secret, properties: { page: {} } }],
])('is secret by %s', (_where, schema) => {
  expect(withoutSecretParts({ key: 'SECRET', page: 2 }, schema)).toEqual({ page: 2 });
});

it('is found in groups, in lists and in a description that leads back to itself', () => {
  const schema: JsonSchema = {
    properties: {
      auth: { $ref: '#/$defs/Auth' },
      headers: { type: 'array', items: { properties: { name: {}, value: secret } } },
    },
    $defs: { Auth: { properties: { pin: password, next: { $ref: '#/$defs/Auth' } } } },
  };
  const settings = {
    auth: { pin: 'SECRET', next: { pin: 'SECRET', user: 'ada' } },
    headers: [{ name: 'x', value: 'SECRET' }],
  };
  expect(withoutSecretParts(settings, schema)).toEqual({
    auth: { next: { user: 'ada' } },
    headers: [{ name: 'x' }],
  });
  expect([...secretNamesIn(schema)].toSorted()).toEqual(['pin', 'value']);
});

it('is the same object where nothing is secret', () => {
  const settings = { auth: { user: 'ada' }, list: [1, { a: 2 }] };
  const schema: JsonSchema = {
    properties: {
      auth: { properties: { pin: secret } },
      list: { items: { properties: { b: secret } } },
    },
  };
  expect(withoutSecretParts(settings, schema)).toBe(settings);
  expect(isSecret(schema, schema)).toBe(false);
});
