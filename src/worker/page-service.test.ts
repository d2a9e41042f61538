import { describe, expect, it } from 'vitest';
import type { RequestTemplate } from '../catalog/contract.ts';
import { createPageService, type Fetch } from './page-service.ts';

const request: RequestTemplate = {
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
  return { asked, service: createPageService(fetch) };
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
    const service = createPageService(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await service.call(request, undefined, running)).toEqual({
      kind: 'unanswered',
      problem: { code: 'common.server-gone', params: {} },
      retryable: true,
    });
  });

  it('throws when it is aborted', async () => {
    const ended = AbortSignal.abort();
    const service = createPageService(() =>
      Promise.reject(new DOMException('aborted', 'AbortError')),
    );
    await expect(service.call(request, undefined, ended)).rejects.toThrow('aborted');
  });
});
