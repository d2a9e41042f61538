/** Acceptance: a secret goes where it was approved for, and only there. */
import { describe, expect, it } from 'vitest';
import { aComponent, arriving, refusalOf } from './testing/proxy-under-test.ts';
import type { RealService } from './testing/real-service.ts';
import { bearer, connected, key, proxy, service } from './testing/scene.ts';
import { createKeyText, keyRingOf } from './vault/keys.ts';

describe('a sealed credential', () => {
  it('tells the page where it may go and how it ends, and nothing else', async () => {
    const { sealed, target } = await connected();
    expect({ ...sealed, token: '' }).toEqual({
      token: '',
      hosts: [`127.0.0.1:${target.port}`],
      hints: { key: '…6789' },
    });
    expect(
      Buffer.from(sealed.token.replaceAll('.', ''), 'base64url').toString('latin1'),
    ).not.toContain(key);
  });

  it('is added to the request here', async () => {
    const { target, call } = await connected();
    expect((await call()).headers.get('footbridge-status')).toBe('200');
    expect(target.received[0]?.headers['authorization']).toBe(`Bearer ${key}`);
  });

  it('of one component is not used for another, and never becomes a request', async () => {
    const { target, call } = await connected();
    expect(await refusalOf(await call({ component: 'catalog:other' }))).toMatchObject({
      status: 403,
      code: 'proxy.credential-other-component',
    });
    expect(target.sockets()).toBe(0);
  });

  it.each([
    ['by the rule', { origin: 'https://b.example' }, 'b.example'],
    [
      'by a typed address',
      { origin: { from: 'settings', at: '/address' } as const, address: 'https://b.example/x' },
      'b.example',
    ],
    ['by another port', { address: 'http://127.0.0.1:1' }, '127.0.0.1:1'],
    ['for a download', { origin: 'https://b.example', profile: 'download' } as const, 'b.example'],
    [
      'by another scheme',
      { origin: { from: 'settings', at: '/address' } as const, address: 'https://127.0.0.1' },
      '127.0.0.1',
    ],
  ])('for one host is not sent to another: %s', async (_by, more, host) => {
    const { target, call } = await connected();
    expect(await refusalOf(await call(more))).toMatchObject({
      status: 403,
      code: 'proxy.host-not-allowed',
      params: { host },
    });
    expect(target.sockets()).toBe(0);
  });

  it('stays where it was approved for when the operator moves the place', async () => {
    const old = await service();
    const moved = await service();
    const keys = keyRingOf([createKeyText()], 'the test');
    const components = [aComponent('catalog:test', [{ named: 'crm' }], bearer)];
    const at = (target: RealService) => ({
      keys,
      components,
      allow: [`127.0.0.1:${target.port}`],
      places: [
        { name: 'crm', title: 'CRM', description: '', url: `http://127.0.0.1:${target.port}` },
      ],
    });
    const before = await proxy(at(old)).browser();
    const { token } = await before.seal('catalog:test', { key });
    const after = proxy(at(moved));
    const call = {
      component: 'catalog:test',
      effect: 'read',
      origin: { named: 'crm' },
      method: 'GET',
      path: '/',
      query: [],
      headers: [],
      credential: token,
    };
    const answer = await after.app.fetch(
      arriving('/api/call', {
        method: 'POST',
        headers: { Cookie: before.cookie, 'X-Footbridge': '1' },
        body: JSON.stringify(call),
      }),
    );
    expect((await refusalOf(answer)).code).toBe('proxy.host-not-allowed');
    expect(moved.sockets()).toBe(0);
  });

  it('is sealed anew for another host, which needs the secret again', async () => {
    const components = [
      aComponent('catalog:test', [{ from: 'credential', at: '/address' }], bearer, [
        'address',
        'key',
      ]),
    ];
    const browser = await proxy({ components }).browser();
    const { hosts } = await browser.seal('catalog:test', {
      address: 'https://api.example.com/v2',
      key,
    });
    expect(hosts).toEqual(['api.example.com']);
    const answer = await browser.post('/api/credentials', {
      component: 'catalog:test',
      type: 'key',
      values: { address: 'https://evil.example' },
    });
    expect(await refusalOf(answer)).toMatchObject({
      code: 'proxy.credential-incomplete',
      params: { field: '/key' },
    });
  });

  it('is not sent over plain http unless the operator named the destination', async () => {
    const components = [aComponent('catalog:test', ['http://api.example.com'], bearer)];
    const browser = await proxy({
      components,
      names: { 'api.example.com': ['93.184.216.34'] },
    }).browser();
    const { token } = await browser.seal('catalog:test', { key });
    const answer = await browser.call({ origin: 'http://api.example.com', credential: token });
    expect(await refusalOf(answer)).toMatchObject({ status: 403, code: 'proxy.https-needed' });
  });

  it.each(['line\r\nbreak-in-it', 'nul\0-in-the-middle', 'an umlaut beyond latin 一'])(
    'that no header can carry is told at the form: %j',
    async (value) => {
      const browser = await proxy({
        components: [aComponent('catalog:test', ['https://a.example'], bearer)],
      }).browser();
      const answer = await browser.post('/api/credentials', {
        component: 'catalog:test',
        type: 'key',
        values: { key: value },
      });
      expect(await refusalOf(answer)).toMatchObject({
        status: 400,
        code: 'proxy.credential-unusable-character',
        params: { field: '/key' },
      });
    },
  );
});
