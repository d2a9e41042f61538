/** Acceptance: a search that its service takes by POST reads, at exactly the place that the component describes. */
import { describe, expect, it } from 'vitest';
import type { Operation } from '../catalog/contract.ts';
import type { CallRequest } from './contract.ts';
import { refusalOf } from './testing/proxy-under-test.ts';
import { bearer, connected } from './testing/scene.ts';

const common = { title: 'T', description: 'T', emits: 'one', slots: {}, sample: {} } as const;
const literal = { kind: 'literal', value: {} } as const;
const post = (path: Extract<Operation['call'], { via: 'http' }>['path'], as: 'json' | 'form') =>
  ({ via: 'http', method: 'POST', path, body: { as, from: literal } }) as const;
const id = { param: { kind: 'ref', from: 'input', path: ['id'] } } as const;
const operations: Operation[] = [
  { ...common, id: 'find', effect: 'read', call: post(['/tables/', id, '/query'], 'json') },
  { ...common, id: 'dots', effect: 'read', call: post(['/find.all'], 'form') },
  { ...common, id: 'add', effect: 'write', call: post(['/tables'], 'json') },
];

const asked = {
  effect: 'read',
  method: 'POST',
  path: '/tables/t1/query',
  body: { as: 'json', text: '{"words":"a"}' },
} satisfies Partial<CallRequest>;

async function askedWith(change: Partial<CallRequest>) {
  const { target, call } = await connected(undefined, bearer, { operations });
  const answer = await call({ ...asked, ...change });
  return { answer, received: target.received };
}

describe('a read by POST', () => {
  it.each([
    ['as described', {}],
    ['with another name in the path', { path: '/tables/a%2Fb/query' }],
    ['with what belongs to a page', { query: [['page', '2']] }],
    ['of another form', { path: '/find.all', body: { as: 'form', text: 'a=1' } }],
  ] satisfies [string, Partial<CallRequest>][])('goes out %s', async (_how, change) => {
    const { answer, received } = await askedWith(change);
    expect(await answer.text()).toBe('reached');
    expect(received.map(({ method }) => method)).toEqual(['POST']);
  });

  it.each([
    ['where something is written', { path: '/tables' }],
    ['one segment deeper', { path: '/tables/t1/rows/query' }],
    ['behind the described path', { path: '/tables/t1/query/all' }],
    ['in front of it', { path: '/v2/tables/t1/query' }],
    ['without a name in the path', { path: '/tables//query' }],
    ['where a dot could be any sign', { path: '/findXall', body: { as: 'form', text: '' } }],
    ['in another form than described', { body: { as: 'form', text: 'a=1' } }],
    ['as a file', { body: { as: 'bytes', base64: '', type: 'application/json' } }],
    ['as an e-mail', { body: { as: 'mail', mail: { to: 'a@example.com', text: 'x' } } }],
    ['without anything in it', { body: undefined }],
    ['by PUT', { method: 'PUT' }],
    ['by DELETE', { method: 'DELETE' }],
  ] satisfies [string, Partial<CallRequest>][])('is refused %s', async (_how, change) => {
    const { answer, received } = await askedWith(change);
    expect(await refusalOf(answer)).toMatchObject({ code: 'proxy.read-only' });
    expect(received).toEqual([]);
  });
});
