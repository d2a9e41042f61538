import { expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { ownDescription, ownTitle, sayOwnWords } from './own-words.ts';

const say = ({ code, params }: { code: string; params: object }) =>
  `${code} ${JSON.stringify(params)}`;

it('is said at every depth, and never in place of what the service says', () => {
  const schema = {
    ...ownTitle('rows', { n: 1 }),
    properties: {
      a: { title: 'Name', ...ownTitle('rows'), ...ownDescription('bytes') },
      b: { items: ownTitle('rows') },
    },
  } as unknown as Json;
  expect(sayOwnWords(schema, say)).toEqual({
    title: 'shapes.rows {"n":1}',
    properties: {
      a: { title: 'Name', description: 'shapes.bytes {}' },
      b: { items: { title: 'shapes.rows {}' } },
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
