import { expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { inOwnWords, sayOwnWords } from './own-words.ts';

const say = ({ code, params }: { code: string; params: object }) =>
  `${code} ${JSON.stringify(params)}`;

it('is said at every depth, and never in place of what the service says', () => {
  const title = { code: 'shapes.rows', params: { n: 1 } };
  const schema = {
    ...inOwnWords({ title }),
    properties: {
      a: { title: 'Name', ...inOwnWords({ title, description: title }) },
      b: { items: inOwnWords({ title }) },
    },
  } as unknown as Json;
  expect(sayOwnWords(schema, say)).toEqual({
    title: 'shapes.rows {"n":1}',
    properties: {
      a: { title: 'Name', description: 'shapes.rows {"n":1}' },
      b: { items: { title: 'shapes.rows {"n":1}' } },
    },
  });
});

it('is no other sentence of the catalogs, whatever a service writes', () => {
  const foreign = {
    a: { 'x-title': { code: 'flows.delete', params: {} } },
    b: { 'x-title': 'Text' },
    c: { 'x-description': { code: 'shapes.rows', params: { deep: {} } } },
  };
  expect(sayOwnWords(foreign, say)).toEqual({ a: {}, b: {}, c: {} });
});
