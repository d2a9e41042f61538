import { expect, it } from 'vitest';
import { answerHeaders } from './contract.ts';
import { connected, key } from './testing/scene.ts';
import { refusalOf } from './testing/proxy-under-test.ts';

const inPath = {
  scheme: 'api-key',
  in: 'path',
  name: '',
  prefix: '/bot',
  value: '/key',
} as const;

it('a key that belongs into the path is put in front of it, and does not come back', async () => {
  const { target, call } = await connected((request, response) => {
    response.setHeader('content-type', 'text/plain');
    response.end(`you asked for ${request.url}`);
  }, inPath);
  const answer = await call({ path: '/getMe', query: [['a', '1']] });
  expect(target.received.map(({ url }) => url)).toEqual([`/bot${key}/getMe?a=1`]);
  expect(answer.headers.get(answerHeaders.status)).toBe('200');
  expect(await answer.text()).not.toContain(key);
});

it('another host that the service sends on to does not learn it', async () => {
  const other = await connected();
  const { target, call } = await connected((_request, response) => {
    response.writeHead(302, { location: `${other.origin}/elsewhere` });
    response.end();
  }, inPath);
  await call({ path: '/getMe' });
  expect(target.received).toHaveLength(1);
  expect(other.target.received.map(({ url }) => url).join()).not.toContain(key);
});

it.each([['../admin'], ['a/b'], ['a?b'], ['%2e%2e'], ['.']])(
  'a key that would lead elsewhere is refused at the form: %s',
  async (bad) => {
    const { browser } = await connected(undefined, inPath);
    const answer = await browser.post('/api/credentials', {
      component: 'catalog:test',
      type: 'key',
      values: { key: bad },
    });
    expect(await refusalOf(answer)).toMatchObject({ code: 'proxy.credential-unusable-character' });
  },
);
