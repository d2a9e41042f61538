import { describe, expect, it } from 'vitest';
import type { Json, JsonSchema } from '../../shared/index.ts';
import type { Component } from '../component/component.ts';
import { shippedComponents } from '../testing/shipped.ts';
import { planCall } from './plan-call.ts';

const component = shippedComponents().find(({ id }) => id === 'catalog:openapi') as Component;
const description = 'https://api.example.com/openapi.json';

function planned(operation: string, note: Json, input: Json = {}, settings = {}) {
  const asked = component.operations.find(({ id }) => id === operation);
  if (asked === undefined) throw new Error(operation);
  const schema = { type: 'object', 'x-request': note } as unknown as JsonSchema;
  return planCall({
    component,
    operation: asked,
    settings: { description, operation: 'x', ...settings },
    input,
    shapes: { input: { schema } },
  });
}

const note = {
  method: 'GET',
  address: 'https://api.example.com/v1/?team=a',
  path: '/things/{id}',
  parameters: [{ name: 'id', in: 'path', field: 'id', style: 'simple', explode: false }],
};

it('goes to the description’s address, or to the person’s own', () => {
  expect(planned('look-up', note, { id: 'a b' })).toMatchObject({
    ok: true,
    value: {
      effect: 'read',
      address: 'https://api.example.com',
      method: 'GET',
      path: '/v1/things/a%20b',
      query: [['team', 'a']],
    },
  });
  expect(planned('look-up', note, { id: 1 }, { address: 'https://own.example/x' })).toMatchObject({
    value: { address: 'https://own.example', path: '/x/things/1', query: [] },
  });
});

it('asks for the list where the description has it, unless a setting says otherwise', () => {
  const listed = { ...note, path: '/things', parameters: [], list: '/data/things' };
  expect(planned('list', listed)).toMatchObject({ value: { take: { messages: '/data/things' } } });
  expect(planned('list', listed, {}, { list: 'rows' })).toMatchObject({
    value: { take: { messages: '/rows' } },
  });
});

it('asks with what stands behind a question mark in a described path', () => {
  const path = '/things/{id}?kind=old%20one&of={id}&all';
  expect(planned('look-up', { ...note, path }, { id: 'a&b' })).toMatchObject({
    value: {
      path: '/v1/things/a%26b',
      query: [
        ['team', 'a'],
        ['kind', 'old one'],
        ['of', 'a&b'],
        ['all', ''],
      ],
    },
  });
});

it('names the field whose value no header can have', () => {
  const parameter = {
    name: 'X-Note',
    in: 'header',
    field: 'note',
    style: 'simple',
    explode: false,
  };
  const asked = { ...note, path: '/things', parameters: [parameter] };
  expect(planned('look-up', asked, { note: '5 €' })).toMatchObject({
    ok: false,
    reason: { code: 'failures.header-not-sendable', fields: [{ path: ['note'] }] },
  });
});

it('sends nothing for a field that was not filled, whatever its name', () => {
  const named = (name: string, place: string) => ({ name, in: place, field: name, style: 'form' });
  const parameters = [named('constructor', 'query'), named('valueOf', 'header')];
  expect(
    planned('look-up', {
      ...note,
      path: '/things',
      parameters: parameters.map((one) => ({ ...one, explode: true })),
    }),
  ).toMatchObject({ ok: true, value: { headers: [], query: [['team', 'a']] } });
});

it('sends a list of a form as the text that the service reads, or as its name several times', () => {
  const body = { as: 'form', joined: { tags: 'form', ids: 'pipeDelimited' } };
  const sent = planned(
    'change',
    { ...note, method: 'POST', path: '/things', parameters: [], body },
    { tags: ['a', 'b'], ids: [1, 2], names: ['x', 'y'], none: [] },
  );
  expect(sent).toMatchObject({
    value: { body: { as: 'form', value: { tags: 'a,b', ids: '1|2', names: ['x', 'y'] } } },
  });
});

describe('a note that came with a flow of somebody else', () => {
  it.each<[string, Json, string]>([
    ['deletes in a step that looks up', { ...note, method: 'DELETE' }, 'described-other-method'],
    [
      'has an address with a user in it',
      { ...note, address: 'https://a@b.example' },
      'described-address',
    ],
    ['has no address', { ...note, address: 'file:///etc' }, 'described-address'],
    ['climbs', { ...note, path: '/../admin/{id}' }, 'path-refused'],
    [
      'leads to another host',
      { ...note, address: 'https://api.example.com', path: '//evil.example/{id}' },
      'path-refused',
    ],
    ['is none', { ...note, path: 'things' }, 'described-not-read'],
    ['breaks a header', { ...note, accept: 'a\r\nx: y' }, 'header-not-sendable'],
  ])('that %s makes no request', (_what, foreign, code) => {
    expect(planned('look-up', foreign, { id: 'a' })).toMatchObject({
      ok: false,
      reason: { code: `failures.${code}` },
    });
  });
});
