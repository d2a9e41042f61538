/** Acceptance: an answer of the provider that is not what was asked for opens nothing. */
import { describe, expect, it } from 'vitest';
import { allowAt } from '../../testing/authorization-server.ts';
import { ownPort } from '../../testing/proxy-under-test.ts';
import { callback, scene, aBrowser, expectTrouble } from '../../testing/open-id-scene.ts';

describe('an answer of the provider', () => {
  it('with another state opens nothing, and its code goes nowhere', async () => {
    const { provider, tested } = await scene();
    const browser = aBrowser(tested);
    const back = await browser.allowed();
    back.searchParams.set('state', 'a-state-that-nobody-began');
    await expectTrouble(browser, await browser.comeBack(back), 400, 'unknown');
    expect(provider.askedByProgram).not.toContain('/token');
  });

  it('that belongs to another browser opens nothing', async () => {
    const { provider, tested } = await scene();
    const back = await aBrowser(tested).allowed();
    const other = aBrowser(tested);
    await other.provider();
    await expectTrouble(other, await other.comeBack(back), 400, 'unknown');
    expect(provider.askedByProgram).not.toContain('/token');
  });

  it('opens nothing a second time, in the same browser or with a copy of its cookies', async () => {
    const { tested } = await scene();
    const browser = aBrowser(tested);
    const back = await browser.allowed();
    const copy = aBrowser(tested);
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect((await browser.comeBack(back)).status).toBe(200);
    browser.cookies.delete(`footbridge-${ownPort}`);
    await expectTrouble(browser, await browser.comeBack(back), 400, 'unknown');
    await expectTrouble(copy, await copy.comeBack(back), 400, 'used');
  });

  it('that comes after ten minutes opens nothing', async () => {
    const { tested } = await scene();
    const browser = aBrowser(tested);
    const back = await browser.allowed();
    tested.advance(10 * 60_000 + 1);
    await expectTrouble(browser, await browser.comeBack(back), 400, 'unknown');
  });

  it('of another provider opens nothing, and its code goes nowhere (RFC 9207)', async () => {
    const { provider, tested } = await scene();
    for (const issuer of ['https://evil.example', undefined]) {
      const browser = aBrowser(tested);
      const back = await browser.allowed();
      if (issuer === undefined) back.searchParams.delete('iss');
      else back.searchParams.set('iss', issuer);
      await expectTrouble(browser, await browser.comeBack(back), 502, 'not-understood');
    }
    expect(provider.askedByProgram).not.toContain('/token');
  });

  it('for another nonce opens nothing', async () => {
    const { tested } = await scene();
    const browser = aBrowser(tested);
    const address = new URL(await browser.provider());
    address.searchParams.set('nonce', 'a-nonce-of-somebody-else');
    const back = await allowAt(address.href, callback);
    await expectTrouble(browser, await browser.comeBack(back), 502, 'not-understood');
  });

  it.each([
    [
      'is of another person',
      ([head, body, mac]: string[]) => [head, changed(body, { sub: 'eve' }), mac],
    ],
    [
      'is for another client',
      ([head, body, mac]: string[]) => [head, changed(body, { aud: 'other' }), mac],
    ],
    ['is not signed', ([head, body]: string[]) => [changed(head, { alg: 'none' }), body, '']],
    ['is signed by nobody known', ([head, body]: string[]) => [head, body, 'A'.repeat(342)]],
  ] as const)('whose ID token %s opens nothing', async (_what, change) => {
    const { provider, tested } = await scene();
    provider.instead = (path, real) => {
      if (path !== '/token') return undefined;
      const tokens = JSON.parse(real) as { id_token: string };
      return {
        body: JSON.stringify({ ...tokens, id_token: change(tokens.id_token.split('.')).join('.') }),
      };
    };
    const browser = aBrowser(tested);
    await expectTrouble(browser, await browser.signIn(), 502, 'not-understood');
  });

  it('with facts about another person opens nothing', async () => {
    const { provider, tested } = await scene({ allow: ['groups=editors'] });
    provider.instead = (path) =>
      path === '/me' ? { body: '{"sub":"ada","groups":["editors"]}' } : undefined;
    const browser = aBrowser(tested);
    await expectTrouble(browser, await browser.signIn('eve'), 502, 'not-understood');
  });

  it('that says no is told in words, and nothing of its own text is shown', async () => {
    const { provider, tested } = await scene();
    for (const [error, said, status] of [
      ['access_denied', 'declined', 403],
      ['temporarily_unavailable', 'unreachable', 503],
      ['invalid_scope', 'refused', 502],
      ['<b>no</b>', 'refused', 502],
    ] as const) {
      const browser = aBrowser(tested);
      const state = new URL(await browser.provider()).searchParams.get('state') ?? '';
      const back = new URL(callback);
      back.search = String(
        new URLSearchParams({
          error,
          error_description: 'call this number',
          state,
          iss: provider.origin,
        }),
      );
      const text = await expectTrouble(browser, await browser.comeBack(back), status, said);
      expect(text).not.toMatch(/call this number|<b>/);
    }
  });
});

function changed(part: string | undefined, to: object): string {
  const content = JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as object;
  return Buffer.from(JSON.stringify({ ...content, ...to })).toString('base64url');
}
