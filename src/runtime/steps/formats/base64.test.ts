import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../shared/index.ts';
import { outputsOf, refusalOf } from '../../testing/one-step.ts';

const encode = (text: string, settings = {}) =>
  outputsOf('base64/encode', { fields: { text }, settings });
const decode = (text: string) => outputsOf('base64/decode', { fields: { text } });

describe('Base64', () => {
  // https://www.rfc-editor.org/rfc/rfc4648#section-10
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
    ['Grüße 🌍', 'R3LDvMOfZSDwn4yN'],
  ])('packs and unpacks %j', async (text, packed) => {
    expect(await encode(text)).toEqual([{ text: packed }]);
    expect(await decode(packed)).toEqual([{ text }]);
  });

  it('gives back all bytes, in both alphabets', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    for (const alphabet of ['usual', 'address'] as const) {
      const text = toBase64(bytes, alphabet);
      expect(fromBase64(text)).toEqual({ ok: true, value: bytes });
      expect(/[+/=]/.test(text)).toBe(alphabet === 'usual');
    }
  });

  it('packs for web addresses', async () => {
    expect(await encode('??>', { alphabet: 'address' })).toEqual([{ text: 'Pz8-' }]);
  });

  it('passes over line breaks, and misses no "=" at the end', async () => {
    expect(await decode('Zm9v\r\nYmFy\n')).toEqual([{ text: 'foobar' }]);
    expect(await decode('Zg')).toEqual([{ text: 'f' }]);
  });

  it('says the place of a sign that does not fit', async () => {
    const refusal = (text: string) => refusalOf('base64/decode', { fields: { text } });
    expect(await refusal('Zm9v!mFy')).toEqual({ code: 'steps.base64-broken', place: 5 });
    expect(await refusal('Zg==Zg==')).toEqual({ code: 'steps.base64-broken', place: 3 });
    expect((await refusal('Zm9vY')).code).toBe('steps.base64-broken');
  });

  it('says when what is packed is no text', async () => {
    expect((await refusalOf('base64/decode', { fields: { text: '/9j/4A==' } })).code).toBe(
      'steps.base64-not-text',
    );
  });
});
