/** Acceptance: who may come in. */
import { describe, expect, it } from 'vitest';
import { accessByKey } from './access/access-key.ts';
import { pagePolicy } from './policy.ts';
import {
  accessWords,
  arriving,
  ownPort,
  proxyUnderTest,
  refusalOf,
} from './testing/proxy-under-test.ts';
import { proxy } from './testing/scene.ts';
import { createMemoryStore } from './store.ts';
import { createKeyText, keyRingOf } from './vault/keys.ts';

describe('the door', () => {
  it.each([
    ['a foreign name', { Host: 'evil.example' }],
    ['a foreign name with our port', { Host: `evil.example:${ownPort}` }],
    ['a foreign port', { Host: '127.0.0.1:80' }],
    ['a name that begins like ours', { Host: `127.0.0.1.evil.example:${ownPort}` }],
    ['a forwarded host', { Host: 'evil.example', 'X-Forwarded-Host': `127.0.0.1:${ownPort}` }],
  ])('is shut for %s, for documents and hooks too', async (_what, headers) => {
    const { app } = proxy();
    for (const path of ['/', '/api/catalog', '/hooks/x', '/assets/a.js']) {
      expect(await refusalOf(await app.fetch(arriving(path, { headers })))).toMatchObject({
        status: 403,
        code: 'proxy.foreign-host',
      });
    }
  });

  it.each([
    ['Origin', { Origin: 'https://evil.example' }],
    ['Origin of another port', { Origin: 'http://127.0.0.1:5173' }],
    ['Origin of another scheme', { Origin: `https://127.0.0.1:${ownPort}` }],
    ['null Origin', { Origin: 'null' }],
    ['Sec-Fetch-Site of another port', { 'Sec-Fetch-Site': 'same-site' }],
    ['Sec-Fetch-Site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['address bar', { 'Sec-Fetch-Site': 'none' }],
  ])('is shut for calls of a foreign page: %s', async (_what, headers: Record<string, string>) => {
    const browser = await proxy().browser();
    expect(await refusalOf(await browser.ask('/api/catalog', { headers }))).toMatchObject({
      status: 403,
      code: 'proxy.foreign-page',
    });
  });

  it('is open for its own page by each of its names', async () => {
    const { app, browser } = proxy();
    const { cookie } = await browser();
    for (const host of [`127.0.0.1:${ownPort}`, `localhost:${ownPort}`, `[::1]:${ownPort}`]) {
      const headers = {
        Host: host,
        Origin: `http://${host}`,
        'Sec-Fetch-Site': 'same-origin',
        Cookie: cookie,
        'X-Footbridge': '1',
      };
      expect((await app.fetch(arriving('/api/places', { headers }))).status).toBe(200);
    }
  });

  it.each([
    ['without a session', '/api/places', { 'X-Footbridge': '1' }],
    ['with a webhook in the query', '/api/places?/webhooks/x', { 'X-Footbridge': '1' }],
    [
      'with a forwarded prefix',
      '/api/places',
      { 'X-Footbridge': '1', 'X-Forwarded-Prefix': '/hooks', 'X-Original-URL': '/hooks/x' },
    ],
    [
      'with a made-up cookie',
      '/api/places',
      { 'X-Footbridge': '1', Cookie: `footbridge-${ownPort}=a.b.c` },
    ],
    ['to a call', '/api/calls/x/outcome', { 'X-Footbridge': '1' }],
  ])('asks for a session: %s', async (_what, path, headers) => {
    expect(await refusalOf(await proxy().app.fetch(arriving(path, { headers })))).toMatchObject({
      status: 401,
      code: 'proxy.not-signed-in',
    });
  });

  it('asks for the header that no form and no picture of another site can send', async () => {
    const browser = await proxy().browser();
    expect(
      (await refusalOf(await browser.ask('/api/places', { headers: { 'X-Footbridge': '' } }))).code,
    ).toBe('proxy.not-signed-in');
  });

  it('hands the catalog to the document, which sends no such header, but to no stranger', async () => {
    const { app, browser } = proxy();
    const own = await browser();
    const asked = await own.ask('/api/catalog', { headers: { 'X-Footbridge': '' } });
    expect(asked.status).toBe(200);
    const strange = await app.fetch(arriving('/api/catalog'));
    expect((await refusalOf(strange)).code).toBe('proxy.not-signed-in');
  });

  it('says nothing that lets another site read an answer', async () => {
    const browser = await proxy().browser();
    for (const answer of [
      await browser.ask('/api/places'),
      await browser.ask('/', { method: 'OPTIONS', headers: { Origin: 'https://evil.example' } }),
    ]) {
      expect(
        [...answer.headers.keys()].filter((name) => name.startsWith('access-control')),
      ).toEqual([]);
    }
  });
});

describe('the session', () => {
  it('comes with the document, for this host and this port only', async () => {
    const document = await proxy().app.fetch(arriving('/'));
    expect(document.headers.get('set-cookie')).toMatch(
      new RegExp(
        `^footbridge-${ownPort}=[\\w.-]+; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict$`,
      ),
    );
    expect(document.headers.get('cache-control')).toBe('no-store');
  });

  it('stays the same workspace when the document is loaded again', async () => {
    const tested = proxy();
    const browser = await tested.browser();
    tested.advance(60_000);
    const again = await browser.ask('/');
    const payload = (cookie: string): unknown =>
      JSON.parse(Buffer.from(cookie.split('.')[1] ?? '', 'base64url').toString());
    const [before, after] = [
      payload(browser.cookie),
      payload(again.headers.get('set-cookie') ?? ''),
    ] as { workspace: string; issued: number }[];
    expect([after?.workspace, (after?.issued ?? 0) - (before?.issued ?? 0)]).toEqual([
      before?.workspace,
      60_000,
    ]);
  });

  it('is not replaced when another site links here: the browser holds its cookie back then', async () => {
    const linked = await proxy().app.fetch(
      arriving('/', { headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'document' } }),
    );
    expect(linked.headers.get('set-cookie')).toBeNull();
    expect(await linked.text()).toContain('http-equiv="refresh"');
  });

  it('cannot be signed out where nobody had to sign in', async () => {
    const browser = await proxy().browser();
    expect(await (await browser.ask('/api/session')).json()).toEqual({ canSignOut: false });
    expect((await browser.ask('/api/session', { method: 'DELETE' })).status).toBe(404);
    expect((await browser.ask('/sign-in')).status).toBe(404);
  });

  it('ends after a year without a visit', async () => {
    const tested = proxy();
    const browser = await tested.browser();
    tested.advance(366 * 24 * 60 * 60 * 1000);
    expect((await browser.ask('/api/places')).status).toBe(401);
  });
});

describe('the access key', () => {
  const accessKey = 'a-shared-access-key';
  const config = {
    access: accessByKey(accessKey, accessWords),
    listenHost: '0.0.0.0',
    publicUrl: 'https://bridge.example',
  };
  const signIn = (
    tested: ReturnType<typeof proxy>,
    key: string,
    headers: Record<string, string> = {},
  ) =>
    tested.app.fetch(
      arriving('/sign-in', {
        method: 'POST',
        body: new URLSearchParams({ key }).toString(),
        headers,
      }),
    );

  it('is needed on any address but loopback', () => {
    expect(() => proxyUnderTest({ config: { listenHost: '0.0.0.0' } })).toThrow(
      'FOOTBRIDGE_ACCESS_KEY',
    );
    expect(() => accessByKey('short', accessWords)).toThrow('16 characters');
  });

  it('is asked for on a page whose form tells the door where it comes from', async () => {
    const { headers } = await proxy({ config }).app.fetch(arriving('/sign-in'));
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('opens the page, for one workspace shared by all who have it', async () => {
    const tested = proxy({ config });
    expect((await tested.app.fetch(arriving('/'))).headers.get('location')).toBe('/sign-in');
    const workspaces = await Promise.all(
      [1, 2].map(async () => {
        const entered = await signIn(tested, accessKey);
        const [cookie = '', ...rest] = (entered.headers.get('set-cookie') ?? '').split(';');
        expect([entered.status, rest.includes(' Secure')]).toEqual([303, true]);
        expect(
          (await tested.app.fetch(arriving('/', { headers: { Cookie: cookie } }))).status,
        ).toBe(200);
        return (
          JSON.parse(Buffer.from(cookie.split('.')[1] ?? '', 'base64url').toString()) as {
            workspace: string;
          }
        ).workspace;
      }),
    );
    expect(workspaces[0]).toBe(workspaces[1]);
  });

  it.each([
    ['is changed', 'the-key-before-this-one'],
    ['is set for the first time', undefined],
  ])('locks out whoever was inside before it %s', async (_what, before) => {
    const keys = keyRingOf([createKeyText()], 'the test');
    const old = proxy({
      keys,
      config: before === undefined ? {} : { ...config, access: accessByKey(before, accessWords) },
    });
    const inside =
      before === undefined ? await old.app.fetch(arriving('/')) : await signIn(old, before);
    const [cookie = ''] = (inside.headers.get('set-cookie') ?? '').split(';');
    const asking = { headers: { Cookie: cookie, 'X-Footbridge': '1' } };
    expect((await old.app.fetch(arriving('/api/places', asking))).status).toBe(200);

    const { app } = proxy({ keys, config });
    expect((await app.fetch(arriving('/', asking))).headers.get('location')).toBe('/sign-in');
    expect((await refusalOf(await app.fetch(arriving('/api/places', asking)))).code).toBe(
      'proxy.not-signed-in',
    );
  });

  it('is not guessed: five wrong ones a minute', async () => {
    const tested = proxy({ config });
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1)
      statuses.push((await signIn(tested, 'a-wrong-access-key')).status);
    expect([statuses, (await signIn(tested, accessKey)).status]).toEqual([
      [401, 401, 401, 401, 401, 429],
      429,
    ]);
    tested.advance(61_000);
    expect((await signIn(tested, accessKey)).status).toBe(303);
  });

  it('is not taken from a foreign page', async () => {
    expect(
      (await signIn(proxy({ config }), accessKey, { Origin: 'https://evil.example' })).status,
    ).toBe(403);
  });

  it('leads back to where the person was going, and nowhere else', async () => {
    const tested = proxy({ config });
    const asked = await tested.app.fetch(
      arriving('/flows/7?step=a', { headers: { Accept: 'text/html' } }),
    );
    const location = asked.headers.get('location') ?? '';
    expect(location).toBe('/sign-in?to=%2Fflows%2F7%3Fstep%3Da');
    const enter = (address: string): Response | Promise<Response> =>
      tested.app.fetch(
        arriving(address, {
          method: 'POST',
          body: new URLSearchParams({ key: accessKey }).toString(),
        }),
      );
    expect((await enter(location)).headers.get('location')).toBe('/flows/7?step=a');
    for (const foreign of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/%2e//evil.example',
      'javascript:alert(1)',
    ])
      expect(
        (await enter(`/sign-in?to=${encodeURIComponent(foreign)}`)).headers.get('location'),
      ).not.toContain('//');
  });

  it('can be signed out: the session is none any more, also in a copy, also after a restart', async () => {
    const keys = keyRingOf([createKeyText()], 'the test');
    const store = createMemoryStore();
    const tested = proxy({ config, keys, store });
    const [cookie = ''] = ((await signIn(tested, accessKey)).headers.get('set-cookie') ?? '').split(
      ';',
    );
    const asking = { headers: { Cookie: cookie, 'X-Footbridge': '1' } };
    const facts = await tested.app.fetch(arriving('/api/session', asking));
    expect(await facts.json()).toEqual({
      canSignOut: true,
      ends: tested.now() + 365 * 24 * 60 * 60 * 1000,
    });
    const out = await tested.app.fetch(arriving('/api/session', { ...asking, method: 'DELETE' }));
    expect(await out.json()).toEqual({ next: '/sign-in/ended' });
    expect(out.headers.get('set-cookie')).toMatch(/=; Path=\/; Max-Age=0; /);
    for (const app of [tested.app, proxy({ config, keys, store }).app])
      expect((await refusalOf(await app.fetch(arriving('/api/session', asking)))).code).toBe(
        'proxy.not-signed-in',
      );
    const said = await tested.app.fetch(arriving('/sign-in/ended'));
    expect(await said.text()).toContain('Signed out');
  });

  it('lets the public address in; without a key that address reaches webhooks only', async () => {
    const headers = { Host: 'bridge.example' };
    expect(
      (await proxy({ config }).app.fetch(arriving('/', { headers }))).headers.get('location'),
    ).toBe('/sign-in');
    const open = proxy({ config: { publicUrl: 'https://bridge.example' } });
    expect((await refusalOf(await open.app.fetch(arriving('/', { headers })))).code).toBe(
      'proxy.foreign-host',
    );
    expect((await refusalOf(await open.app.fetch(arriving('/hooks/x', { headers })))).code).toBe(
      'proxy.webhook-not-accepted',
    );
  });
});

describe('the page policy', () => {
  it('is sent with the document, word for word', async () => {
    const document = await proxy().app.fetch(arriving('/'));
    expect(document.headers.get('content-security-policy')).toBe(pagePolicy);
    expect(pagePolicy).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; " +
        "frame-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
    );
  });
});
