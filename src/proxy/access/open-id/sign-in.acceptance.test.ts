/** Acceptance: who has no session is sent to the provider, and is let in when the list has them. */
import { describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../../store.ts';
import { allowAt } from '../../testing/authorization-server.ts';
import { arriving, refusalOf } from '../../testing/proxy-under-test.ts';
import { createKeyText, keyRingOf } from '../../vault/keys.ts';
import {
  callback,
  hourMs,
  openIdProvider,
  scene,
  aBrowser,
  expectTrouble,
} from '../../testing/open-id-scene.ts';

describe('a person without a session', () => {
  it('is sent to the provider and comes back to where they were going, with a session of their own', async () => {
    const { provider, tested } = await scene();
    const browser = aBrowser(tested);

    const door = await browser.open('/flows/7?step=a');
    expect([door.status, door.headers.get('location')]).toEqual([
      303,
      '/sign-in?to=%2Fflows%2F7%3Fstep%3Da',
    ]);
    const address = new URL(await browser.provider(door.headers.get('location') ?? ''));
    expect(address.origin).toBe(provider.origin);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'footbridge',
      response_type: 'code',
      redirect_uri: callback,
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge_method: 'S256',
    });

    const page = await browser.comeBack(await allowAt(address.href, callback));
    expect(page.status).toBe(200);
    expect(page.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^footbridge-enter-4400-[\w-]{12}=; Path=\/; Max-Age=0;/),
      expect.stringMatching(
        /^footbridge-4400=[\w.-]+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/,
      ),
    ]);
    // By itself, from a page of ours: after a redirect from another site the browser would hold the cookie back.
    expect(await page.text()).toContain('http-equiv="refresh" content="0;url=/flows/7?step=a"');
    expect((await browser.open('/flows/7?step=a')).status).toBe(200);
    expect(await (await browser.ask('/api/session')).json()).toEqual({
      canSignOut: true,
      person: 'ada@example.com',
      ends: tested.now() + 12 * hourMs,
    });
  });

  it('asks the provider through the one outbound function, and by no other way', async () => {
    const sent: string[] = [];
    const { provider, tested } = await scene({
      egressOf: (egress) => ({
        ...egress,
        send: (request) => {
          sent.push(request.url.pathname);
          return egress.send(request);
        },
      }),
    });
    const browser = aBrowser(tested);
    const back = await browser.allowed();
    const other = vi.spyOn(globalThis, 'fetch');
    try {
      await browser.comeBack(back);
      expect(other).not.toHaveBeenCalled();
    } finally {
      other.mockRestore();
    }
    expect(sent).toEqual(['/.well-known/openid-configuration', '/token', '/jwks', '/me']);
    expect(provider.askedByProgram).toEqual(sent);
  });

  it('has calls refused, and gets no catalog', async () => {
    const { tested } = await scene();
    for (const path of ['/api/catalog', '/api/places', '/api/session'])
      expect((await refusalOf(await aBrowser(tested).ask(path))).status).toBe(401);
  });

  it('who follows a link of another site is asked for by a page of ours first', async () => {
    const { tested } = await scene();
    const linked = await aBrowser(tested).ask('/', { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    expect([linked.status, await linked.text()]).toEqual([
      200,
      expect.stringContaining('http-equiv="refresh"'),
    ]);
  });

  it('signs in in several tabs at once, and in the sixth the first ones are forgotten', async () => {
    const { tested } = await scene();
    const browser = aBrowser(tested);
    const [first, second] = [await browser.allowed(), await browser.allowed()];
    expect((await browser.comeBack(first)).status).toBe(200);
    expect((await browser.comeBack(second)).status).toBe(200);
    for (let tab = 1; tab <= 6; tab += 1) await browser.provider();
    expect([...browser.cookies.keys()].filter((name) => name.includes('enter'))).toHaveLength(1);
  });

  it('is sent to the name that the provider knows the server by, and has cookies for that name alone', async () => {
    const publicUrl = 'https://bridge.example';
    const provider = await openIdProvider({ footbridges: [publicUrl] });
    const { tested } = await scene({
      provider,
      options: { config: { publicUrl, listenHost: '0.0.0.0' } },
    });
    const other = await tested.app.fetch(arriving('/sign-in?to=%2Fflows%2F7'));
    const known = 'https://bridge.example/sign-in?to=%2Fflows%2F7&renamed=1';
    expect(other.headers.get('location')).toBe(known);
    // A proxy in front that changes the name again would send people round and round.
    const again = await tested.app.fetch(arriving(known.slice(publicUrl.length)));
    expect([again.status, await again.text()]).toEqual([
      400,
      expect.stringContaining('trouble other-name'),
    ]);
    const own = { headers: { Host: 'bridge.example' } };
    const begun = await tested.app.fetch(arriving('/sign-in', own));
    const [cookie = ''] = begun.headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-footbridge-enter-4400-[\w-]{12}=[\w.-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    );
    const back = await allowAt(
      begun.headers.get('location') ?? '',
      `${publicUrl}/sign-in/callback`,
    );
    const page = await tested.app.fetch(
      arriving(`${back.pathname}${back.search}`, {
        headers: { ...own.headers, Cookie: cookie.split(';')[0] ?? '' },
      }),
    );
    expect(page.headers.getSetCookie()[1]).toMatch(/^__Host-footbridge-4400=.*; Secure$/);
  });
});

describe('a person who is not on the list', () => {
  it.each([['ada@example.com'], ['@example.com'], ['groups=editors'], ['sub=ada']])(
    'is told so in words, with who they are; %s lets another in',
    async (rule) => {
      const { provider, tested } = await scene({ allow: [rule] });
      const eve = aBrowser(tested);
      const text = await expectTrouble(
        eve,
        await eve.signIn('eve'),
        403,
        `not-allowed ${provider.host} ada@example.com`,
      );
      const [, other = ''] = /<a href="([^"]+)">Somebody else</.exec(text) ?? [];
      expect(new URL(await eve.provider(other)).searchParams.get('prompt')).toBe('login');
      expect((await aBrowser(tested).signIn('ada')).status).toBe(200);
    },
  );

  it('is out as soon as the list is another one', async () => {
    const provider = await openIdProvider();
    const options = { keys: keyRingOf([createKeyText()], 'the test'), store: createMemoryStore() };
    const before = await scene({ provider, options });
    const browser = aBrowser(before.tested);
    await browser.signIn('eve');
    const same = await scene({ provider, options });
    const after = await scene({ provider, options, allow: ['groups=editors'] });
    const asked = await Promise.all(
      [same, after].map(async ({ tested }) => {
        const { cookies, ask } = aBrowser(tested);
        for (const [name, value] of browser.cookies) cookies.set(name, value);
        return (await ask('/api/session')).status;
      }),
    );
    expect(asked).toEqual([200, 401]);
  });
});
