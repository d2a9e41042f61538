import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../catalog/contract.ts';
import { createServiceCalls, type Fetch } from './page-call.ts';

const request: HttpRequest = {
  component: 'catalog:crm',
  effect: 'write',
  origin: { named: 'sample-crm' },
  method: 'POST',
  path: '/customers',
  query: [['dry', 'yes']],
  headers: [],
  body: { as: 'json', value: { id: 9007199254740993n } },
};
const running = new AbortController().signal;

function answering(body: string, headers: Record<string, string>, status = 200) {
  const asked: { address: string; init: RequestInit }[] = [];
  const fetch: Fetch = (address, init) => {
    asked.push({ address, init });
    return Promise.resolve(new Response(body, { status, headers }));
  };
  return { asked, service: createServiceCalls(fetch) };
}

describe('a call through the proxy', () => {
  it('asks with the session header, the credential and the body digit for digit', async () => {
    const { asked, service } = answering('', { 'Footbridge-Status': '204' });
    await service.call(request, 'sealed-token', running);
    expect(asked[0]?.address).toBe('/api/call');
    expect(new Headers(asked[0]?.init.headers).get('X-Footbridge')).toBe('1');
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual({
      component: 'catalog:crm',
      effect: 'write',
      origin: { named: 'sample-crm' },
      method: 'POST',
      path: '/customers',
      query: [['dry', 'yes']],
      headers: [],
      body: { as: 'json', text: '{"id":9007199254740993}' },
      credential: 'sealed-token',
    });
  });

  it("gives the service's status, headers and JSON, with long numbers whole", async () => {
    const { service } = answering('{"id":9007199254740993}', {
      'Footbridge-Status': '422',
      'Footbridge-Headers': '{"content-type":"application/problem+json; charset=utf-8"}',
      'Footbridge-Ms': '12',
    });
    expect(await service.call(request, undefined, running)).toEqual({
      kind: 'answered',
      status: 422,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: { id: 9007199254740993n },
      ms: 12,
    });
  });

  it('gives the text where the service does not say JSON, or says it and sends something else', async () => {
    const plain = answering('<b>hi</b>', {
      'Footbridge-Status': '200',
      'Footbridge-Headers': '{"content-type":"text/html"}',
    });
    expect(await plain.service.call(request, undefined, running)).toMatchObject({
      body: '<b>hi</b>',
    });
    const broken = answering('{"cut', {
      'Footbridge-Status': '200',
      'Footbridge-Headers': '{"content-type":"application/json"}',
    });
    expect(await broken.service.call(request, undefined, running)).toMatchObject({ body: '{"cut' });
  });

  it('keeps the digits of a plain text', async () => {
    const { service } = answering('007', {
      'Footbridge-Status': '200',
      'Footbridge-Headers': '{"content-type":"text/plain"}',
    });
    expect(await service.call(request, undefined, running)).toMatchObject({ body: '007' });
  });

  it('sends a form with what has a value: lists entry by entry, groups as JSON', async () => {
    const { asked, service } = answering('', { 'Footbridge-Status': '204' });
    const value = { name: 'Ada', none: null, tags: ['a', 'b'], at: { city: 'Bern' } };
    await service.call({ ...request, body: { as: 'form', value } }, undefined, running);
    expect(JSON.parse(String(asked[0]?.init.body))).toMatchObject({
      body: { as: 'form', text: 'name=Ada&tags=a&tags=b&at=%7B%22city%22%3A%22Bern%22%7D' },
    });
  });

  it('tells a refusal of the proxy by its code', async () => {
    const { service } = answering(
      '{"code":"proxy.host-not-allowed","params":{"host":"evil.example"},"retryable":false}',
      { 'Footbridge-Refusal': '1' },
      403,
    );
    expect(await service.call(request, undefined, running)).toEqual({
      kind: 'unanswered',
      problem: { code: 'proxy.host-not-allowed', params: { host: 'evil.example' } },
      retryable: false,
    });
  });

  it('says that Footbridge itself does not answer when nobody is there', async () => {
    const service = createServiceCalls(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await service.call(request, undefined, running)).toEqual({
      kind: 'unanswered',
      problem: { code: 'common.server-gone', params: {} },
      retryable: true,
    });
  });

  it('throws when it is aborted', async () => {
    const ended = AbortSignal.abort();
    const service = createServiceCalls(() =>
      Promise.reject(new DOMException('aborted', 'AbortError')),
    );
    await expect(service.call(request, undefined, ended)).rejects.toThrow('aborted');
  });
});

describe('an answer that breaks off', () => {
  const brokenOff = (outcome: () => Promise<Response>, headers: Record<string, string>) => {
    const addresses: string[] = [];
    const service = createServiceCalls((address) => {
      addresses.push(address);
      if (address !== '/api/call') return outcome();
      const body = new ReadableStream({
        pull: (controller) => {
          controller.error(new TypeError('network error'));
        },
      });
      return Promise.resolve(
        new Response(body, { headers: { 'Footbridge-Status': '200', ...headers } }),
      );
    });
    return { addresses, service };
  };
  const gone = {
    kind: 'unanswered',
    problem: { code: 'common.server-gone', params: {} },
    retryable: true,
  };

  it('is told with the reason that the proxy knows', async () => {
    const { addresses, service } = brokenOff(
      () =>
        Promise.resolve(
          new Response(
            '{"code":"proxy.answer-too-large","params":{"megabytes":32},"retryable":false}',
          ),
        ),
      { 'Footbridge-Call': 'c1' },
    );
    expect(await service.call(request, undefined, running)).toEqual({
      kind: 'unanswered',
      problem: { code: 'proxy.answer-too-large', params: { megabytes: 32 } },
      retryable: false,
    });
    expect(addresses).toEqual(['/api/call', '/api/calls/c1/outcome']);
  });

  it('is the end of Footbridge itself where the proxy knows no reason, or does not answer', async () => {
    const named = { 'Footbridge-Call': 'c1' };
    const unknown = brokenOff(() => Promise.resolve(new Response(null, { status: 204 })), named);
    expect(await unknown.service.call(request, undefined, running)).toEqual(gone);
    const silent = brokenOff(() => Promise.reject(new TypeError('Failed to fetch')), named);
    expect(await silent.service.call(request, undefined, running)).toEqual(gone);
    const short = brokenOff(() => Promise.reject(new Error('asked')), {});
    expect(await short.service.call(request, undefined, running)).toEqual(gone);
    expect(short.addresses).toEqual(['/api/call']);
  });
});

it('tells of a credential that comes back sealed anew, once for each new seal', async () => {
  const heard: unknown[] = [];
  let count = 0;
  const service = createServiceCalls(
    () => {
      count += 1;
      const fresh = count < 4 ? { 'Footbridge-Fresh-Token': count < 3 ? 'second' : 'third' } : {};
      const expires = count === 3 ? { 'Footbridge-Fresh-Expires': '5000' } : {};
      return Promise.resolve(
        new Response('', { headers: { 'Footbridge-Status': '200', ...fresh, ...expires } }),
      );
    },
    (fresh) => heard.push(fresh),
  );
  for (let calls = 0; calls < 4; calls += 1) await service.call(request, 'first', running);
  expect(heard).toEqual([
    { old: 'first', token: 'second' },
    { old: 'first', token: 'third', expires: 5000 },
  ]);
});
