/** Acceptance: a provider that is down, gone or set up wrongly. */
import { describe, expect, it } from 'vitest';
import { discoverProvider } from './provider.ts';
import {
  openIdProvider,
  wayOut,
  discovered,
  scene,
  aBrowser,
  expectTrouble,
} from '../../testing/open-id-scene.ts';

describe('a provider that is down', () => {
  it('leaves those who are inside where they are, tells the others, and lets them in when it is back', async () => {
    const { provider, tested } = await scene();
    const [ada, eve] = [aBrowser(tested), aBrowser(tested)];
    await ada.signIn();
    const back = await eve.allowed('eve');
    provider.instead = () => ({ status: 503, body: 'closed' });
    const text = await expectTrouble(eve, await eve.comeBack(back), 503, 'unreachable');
    expect(text).toContain('<a href="/sign-in">Sign in</a>');
    expect((await ada.ask('/api/session')).status).toBe(200);
    provider.instead = undefined;
    expect((await eve.signIn('eve')).status).toBe(200);
  });

  it('that is gone is told in words too', async () => {
    const { provider, tested } = await scene();
    const browser = aBrowser(tested);
    const back = await browser.allowed();
    await provider.close();
    await expectTrouble(browser, await browser.comeBack(back), 503, 'unreachable');
  });

  it('and one that does not take the secret is told as the operator’s affair', async () => {
    const { tested } = await scene({ settings: { clientSecret: 'a-wrong-secret-0123456789' } });
    const browser = aBrowser(tested);
    const text = await expectTrouble(browser, await browser.signIn(), 502, 'client-refused');
    expect(text).not.toContain('a-wrong-secret');
  });

  it.each([
    ['nobody answers', 'http://127.0.0.1:9', 'does not answer (service-unreachable)'],
    ['it is no host', 'https://login.example.invalid', 'does not answer (host-not-found)'],
    ['it is not https', 'http://login.example.com', 'is not https'],
    ['it is inside a network', 'https://10.0.0.5', 'FOOTBRIDGE_ALLOW=10.0.0.5:443'],
  ])('at the start is told to the operator: %s', async (_what, issuer, said) => {
    const settings = { issuer, clientId: 'a', clientSecret: 'secret-0123456789', scopes: 'openid' };
    const refusal = await discoverProvider(settings, wayOut(['127.0.0.1:9'])).catch(String);
    expect(refusal).toContain(`FOOTBRIDGE_OIDC_ISSUER: ${issuer}`);
    expect(refusal).toContain(said);
    expect(refusal).not.toContain('secret-0123456789');
  });

  it.each([
    ['it fails', { status: 500, body: '{}' }, 'not as an OpenID Connect provider'],
    ['it is a page', { body: '<!doctype html>' }, 'not as an OpenID Connect provider'],
    [
      'it is another one',
      { body: '{"issuer":"https://other.example"}' },
      'says of itself that it is https://other.example',
    ],
  ])('at the start is told to the operator by what it says: %s', async (_what, answer, said) => {
    const provider = await openIdProvider();
    provider.instead = () => answer;
    await expect(discovered(provider)).rejects.toThrow(said);
  });

  it('at the start is told to the operator when it cannot sign anybody in', async () => {
    const provider = await openIdProvider();
    provider.instead = () => ({ body: JSON.stringify({ issuer: provider.origin }) });
    await expect(discovered(provider)).rejects.toThrow('does not say where people sign in');
  });
});
