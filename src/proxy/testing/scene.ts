/** What acceptance tests begin with; everything is closed after each test. */
import type { Component } from '../../catalog/contract.ts';
import {
  aComponent,
  proxyUnderTest,
  type Browser,
  type ProxyUnderTest,
} from './proxy-under-test.ts';
import { closed } from '../../shared/testing/closed.ts';
import { startService, type Handler, type RealService } from './real-service.ts';

export const key = 'a-secret-of-this-test-0123456789';
export const bearer = { scheme: 'bearer', token: '/key' } as const;
type Options = Parameters<typeof proxyUnderTest>[0];

export async function service(
  handler: Handler = (_request, response) => response.end('reached'),
): Promise<RealService> {
  return closed(await startService(handler));
}

export function proxy(options: Options = {}): ProxyUnderTest {
  return closed(proxyUnderTest(options));
}

/** One service that may be reached, and a browser without a credential. */
export async function withService(handler: Handler, options: Options = {}) {
  const target = await service(handler);
  const tested = proxy({ allow: [`127.0.0.1:${target.port}`], ...options });
  const browser = await tested.browser();
  const call = (more: Parameters<Browser['call']>[0] = {}): Promise<Response> =>
    browser.call({ origin: `http://127.0.0.1:${target.port}`, ...more });
  return { target, tested, browser, call };
}

/** One service, one component for it, one browser with one credential. */
export async function connected(
  handler?: Handler,
  auth: Parameters<typeof aComponent>[2] = bearer,
  more: Partial<Component> = {},
) {
  const target = await service(handler);
  const origin = `http://127.0.0.1:${target.port}`;
  const tested = proxy({
    allow: [`127.0.0.1:${target.port}`],
    components: [{ ...aComponent('catalog:test', [origin], auth), ...more }],
  });
  const browser = await tested.browser();
  const sealed = await browser.seal('catalog:test', { key });
  const call = (more: Parameters<Browser['call']>[0] = {}): Promise<Response> =>
    browser.call({ origin, credential: sealed.token, ...more });
  return { target, origin, tested, browser, sealed, call };
}
