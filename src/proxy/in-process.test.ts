import { expect, it, vi } from 'vitest';
import type { RequestTemplate } from '../catalog/contract.ts';
import { createDestinations } from './egress/destinations.ts';
import { createEgress } from './egress/egress.ts';
import { createInProcessCalls } from './in-process.ts';
import { clientSecret, startAuthorizationServer } from './testing/authorization-server.ts';
import { aComponent } from './testing/proxy-under-test.ts';
import type { Handler } from './testing/real-service.ts';
import { bearer, key, service } from './testing/scene.ts';
import { createBlobFiles, piecesOf, type KeptFiles } from '../shared/index.ts';
import { closed } from '../shared/testing/closed.ts';

const never = new AbortController().signal;
async function aHost(handler?: Handler, files?: KeptFiles) {
  const target = await service(handler);
  const origin = `http://127.0.0.1:${target.port}`;
  const destinations = createDestinations({
    allow: [`127.0.0.1:${target.port}`],
    own: () => ({ port: 0, addresses: [] }),
  });
  const egress = closed(createEgress({ destinations }));
  const calls = createInProcessCalls({
    components: [aComponent('catalog:test', [origin], bearer)],
    places: [],
    egress,
    destinations,
    now: Date.now,
    ...(files && { files }),
  });
  const request: RequestTemplate = {
    component: 'catalog:test',
    effect: 'read',
    origin,
    method: 'GET',
    path: '/who',
    query: [],
    headers: [],
  };
  return { target, calls, request, type: 'key' };
}

it('sends the key to the service, and takes it out of what comes back', async () => {
  const { target, calls, request, type } = await aHost((asked, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ said: asked.headers['authorization'] }));
  });
  const hosts = calls.hold('crm', { component: 'catalog:test', type, values: { key } });
  expect(hosts).toEqual([`127.0.0.1:${target.port}`]);
  expect(await calls.call(request, 'crm', never)).toMatchObject({
    kind: 'answered',
    status: 200,
    body: { said: 'Bearer ********' },
  });
  expect(target.received[0]?.headers['authorization']).toBe(`Bearer ${key}`);
});

it('refuses what the proxy refuses: a read that could change something opens no socket', async () => {
  const { target, calls, request } = await aHost();
  expect(await calls.call({ ...request, method: 'POST' }, undefined, never)).toMatchObject({
    kind: 'unanswered',
    problem: { code: 'proxy.read-only' },
  });
  expect(target.sockets()).toBe(0);
});

it('lets go of a file that a refused call brought along', async () => {
  const files = createBlobFiles();
  const { calls, request } = await aHost(undefined, files);
  const { id } = await files.keep(piecesOf(new Blob(['bytes']).stream()));
  const content = { $attachment: id, name: 'a.txt', type: 'text/plain', size: 5 };
  let isLeft = false;
  vi.spyOn(Blob.prototype, 'stream').mockImplementationOnce(function (this: Blob) {
    const all = this.arrayBuffer();
    return new ReadableStream({
      pull: async (to) => to.enqueue(new Uint8Array(await all)),
      cancel: () => void (isLeft = true),
    });
  });
  const body = { as: 'bytes', value: { content } } as const;
  const refused = await calls.call({ ...request, method: 'POST', body }, undefined, never);
  vi.restoreAllMocks();
  expect(refused).toMatchObject({ problem: { code: 'proxy.read-only' } });
  expect(isLeft).toBe(true);
});

it('names the field that is missing of a credential, and none of its values', async () => {
  const { calls, type } = await aHost();
  const hold = () => calls.hold('crm', { component: 'catalog:test', type, values: { kee: key } });
  expect(hold).toThrow(expect.objectContaining({ code: 'proxy.credential-incomplete' }));
  try {
    hold();
  } catch (cause) {
    expect(JSON.stringify(cause)).not.toContain(key);
  }
});

it('gives a call up when it is cancelled', async () => {
  const { calls, request } = await aHost(() => undefined);
  const cancel = new AbortController();
  const called = calls.call(request, undefined, cancel.signal);
  cancel.abort();
  await expect(called).rejects.toThrow();
});

it('says why a long answer broke off', async () => {
  const { calls, request, target } = await aHost((_asked, response) => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '900000' });
    response.write('x'.repeat(200_000), () => response.destroy());
  });
  expect(await calls.call(request, undefined, never)).toMatchObject({
    kind: 'unanswered',
    problem: { code: 'proxy.answer-cut', params: { host: `127.0.0.1:${target.port}` } },
    retryable: true,
  });
});

it('goes on with a refresh token where the designer would ask a person, and tells of the next one', async () => {
  const server = closed(await startAuthorizationServer({}));
  const destinations = createDestinations({
    allow: [server.host],
    own: () => ({ port: 0, addresses: [] }),
  });
  const egress = closed(createEgress({ destinations }));
  const told: [string, string][] = [];
  const calls = createInProcessCalls({
    components: [
      aComponent(
        'catalog:test',
        [server.origin],
        {
          scheme: 'oauth2',
          grant: 'authorization-code',
          authorizeUrl: `${server.origin}/auth`,
          tokenUrl: `${server.origin}/token`,
          app: 'desk-app',
        },
        [],
      ),
    ],
    oauthApps: new Map([['DESK_APP', { id: 'desk', secret: clientSecret }]]),
    places: [],
    egress,
    destinations,
    now: Date.now,
    onRefreshToken: (name, token) => told.push([name, token]),
  });
  const request: RequestTemplate = {
    component: 'catalog:test',
    effect: 'read',
    origin: server.origin,
    method: 'GET',
    path: '/api/me',
    query: [],
    headers: [],
  };
  const form = { component: 'catalog:test', type: 'key' };
  expect(() => calls.hold('desk', { ...form, values: {} })).toThrow('proxy.credential-incomplete');

  const refreshToken = await server.refreshTokenOf('desk');
  calls.hold('desk', { ...form, values: { refreshToken } });
  const answers = await Promise.all([
    calls.call(request, 'desk', never),
    calls.call(request, 'desk', never),
  ]);
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 200, body: { who: 'ada', token: '********' } });
  expect(server.asked).toEqual(['refresh_token']);
  expect(told).toEqual([['desk', server.refreshTokens.at(-1)]]);
});

it('loses no refresh token while the service cannot say where the account is', async () => {
  const asked: string[] = [];
  let isDown = true;
  const { port } = await service(({ url, body }, response) => {
    const refresh = new URLSearchParams(body).get('refresh_token');
    asked.push(refresh === null ? url : `${url} ${refresh}`);
    response.statusCode = url === '/places' && isDown ? 503 : 200;
    response.setHeader('content-type', 'application/json');
    const tokens = { access_token: `access-${asked.length}`, refresh_token: `r${asked.length}` };
    const places = [{ id: 'a-1', url: 'https://acme.shop.example' }];
    response.end(JSON.stringify(url === '/token' ? tokens : url === '/places' ? places : {}));
  });
  const origin = `http://127.0.0.1:${port}`;
  const destinations = createDestinations({
    allow: [`127.0.0.1:${port}`],
    own: () => ({ port: 0, addresses: [] }),
  });
  const egress = closed(createEgress({ destinations }));
  const told: string[] = [];
  const rule = 'https://{shop}.shop.example';
  const calls = createInProcessCalls({
    components: [
      aComponent(
        'catalog:test',
        [rule],
        {
          scheme: 'oauth2',
          grant: 'authorization-code',
          authorizeUrl: `${origin}/authorize`,
          tokenUrl: `${origin}/token`,
          app: 'desk-app',
          home: {
            ask: `${origin}/places`,
            at: '/id',
            named: { at: '/url', is: rule },
            fills: `${origin}/of/{id}`,
          },
        },
        [],
      ),
    ],
    oauthApps: new Map([['DESK_APP', { id: 'desk', secret: clientSecret }]]),
    places: [],
    egress,
    destinations,
    now: Date.now,
    onRefreshToken: (_name, token) => told.push(token),
  });
  calls.hold('shop', { component: 'catalog:test', type: 'key', values: { refreshToken: 'r0' } });
  const request: RequestTemplate = {
    component: 'catalog:test',
    effect: 'read',
    origin: rule,
    method: 'GET',
    path: '/orders',
    query: [],
    headers: [],
  };
  expect(await calls.call(request, 'shop', never)).toMatchObject({
    kind: 'unanswered',
    problem: { code: 'proxy.tokens-unavailable' },
    retryable: true,
  });
  isDown = false;
  expect(await calls.call(request, 'shop', never)).toMatchObject({ status: 200 });
  expect(await calls.call(request, 'shop', never)).toMatchObject({ status: 200 });
  expect(asked).toEqual([
    '/token r0',
    '/places',
    '/token r1',
    '/places',
    '/of/a-1/orders',
    '/of/a-1/orders',
  ]);
  expect(told).toEqual(['r1', 'r3']);
});
