import { describe, expect, it } from 'vitest';
import { needlesOf } from '../mask.ts';
import { RefusedError } from '../refusal.ts';
import { nextHop, type Hop } from './redirect.ts';

const hop: Hop = {
  url: new URL('https://a.example/x'),
  method: 'GET',
  headers: [],
  body: undefined,
  isTrusted: true,
};

describe('the next hop', () => {
  it('never falls from https to http', () => {
    expect(() => nextHop(hop, 302, 'http://a.example/x', [])).toThrow('proxy.redirect-insecure');
  });

  it('drops user names and fragments that an address brings along', () => {
    expect(nextHop(hop, 302, 'https://user:pass@b.example/y#z', [])?.url.href).toBe(
      'https://b.example/y',
    );
  });

  it('does not take another port of the same host for the same origin', () => {
    expect(nextHop(hop, 302, 'https://a.example:8443/', [])?.isTrusted).toBe(false);
  });

  it('is none for an answer that only looks like a redirect', () => {
    expect([nextHop(hop, 304, '/y', []), nextHop(hop, 302, undefined, [])]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['no address', 'http://key-0123456789:99999999/', 'http://********:99999999/'],
    ['another kind of address', 'key-0123456789:x', '********:'],
    ['an address without TLS', 'http://key-0123456789.a.example/', '********.a.example'],
    ['another host', 'https://key-0123456789.a.example/', '********.a.example'],
  ])('that is not followed is told without a secret in it: %s', (_what, location, told) => {
    const needles = needlesOf(['key-0123456789']);
    const refused = thrownBy(() => nextHop(hop, 302, location, needles));
    expect(refused).toMatchObject({ params: { from: 'a.example', to: told } });
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (cause) {
    if (cause instanceof RefusedError) return cause;
    throw cause;
  }
  return undefined;
}
