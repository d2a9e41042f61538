import { expect, it } from 'vitest';
import type { JsonSchema } from '../json-schema.ts';
import { isSecret, withoutSecretParts } from './secret.ts';

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

it.each<[string, JsonSchema, object]>([
  [
    'in a group that the schema has without it',
    { properties: { auth: { properties: { user: {} } } } },
    { user: 'ada' },
  ],
  [
    'in a group of which it says nothing',
    { properties: { auth: { type: 'object' } } },
    { user: 'ada' },
  ],
  [
    'in a group where any other name may stand',
    { properties: { auth: { additionalProperties: {} } } },
    { user: 'ada' },
  ],
  [
    'in a group that it names by a reference',
    { properties: { auth: { $ref: '#/$defs/A' } }, $defs: { A: {} } },
    { user: 'ada' },
  ],
  [
    'nowhere that it names',
    { properties: { auth: { properties: { key: {} } } } },
    { user: 'ada', key: 'TYPED' },
  ],
])('what another schema says is secret is left out %s', (_where, schema, left) => {
  const other: JsonSchema = { properties: { auth: { properties: { key: secret } } } };
  const auth = { user: 'ada', key: 'TYPED' };
  expect(withoutSecretParts({ auth }, schema, [{}, other])).toEqual({ auth: left });
  expect(withoutSecretParts({ lists: [[{ auth }]] }, listsOf(schema), [listsOf(other)])).toEqual({
    lists: [[{ auth: left }]],
  });
});

function listsOf(items: JsonSchema): JsonSchema {
  const { $defs = {}, ...entry } = items;
  return { properties: { lists: { items: { items: entry } } }, $defs };
}

it('is every part of what another schema calls secret as a whole, but for those that the schema names', () => {
  const schema: JsonSchema = { properties: { auth: { properties: { user: {} } } } };
  const settings = { auth: { user: 'ada', key: { a: 'SECRET' } }, keys: ['SECRET'], page: 2 };
  expect(
    withoutSecretParts(settings, schema, [
      { properties: { auth: secret, keys: { items: secret } } },
    ]),
  ).toEqual({ auth: { user: 'ada' }, keys: [], page: 2 });
});

it('keeps an entry that is nothing', () => {
  const schema: JsonSchema = { properties: { list: { items: { properties: { pin: secret } } } } };
  expect(withoutSecretParts({ list: [null, { pin: 'SECRET' }] }, schema)).toEqual({
    list: [null, {}],
  });
});
