import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aStepThat, outputsOf, refusalOf } from '../../testing/one-step.ts';

const text = 'Grüße 🌍';

describe('Hash', () => {
  it.each(['SHA-256', 'SHA-384', 'SHA-512', 'SHA-1'])(
    'makes the fingerprint of %s',
    async (algorithm) => {
      const wanted = createHash(algorithm.replace('-', '')).update(text);
      expect(await outputsOf('hash/hash', { fields: { text }, settings: { algorithm } })).toEqual([
        { hash: wanted.digest('hex') },
      ]);
    },
  );

  it.each(['hex', 'base64', 'base64url'] as const)('writes it as %s', async (form) => {
    const wanted = createHash('sha256').update(text).digest(form);
    expect(await outputsOf('hash/hash', { fields: { text }, settings: { form } })).toEqual([
      { hash: wanted },
    ]);
  });
});

describe('Signature', () => {
  it('is the one that whoever knows the key works out', async () => {
    const wanted = createHmac('sha512', 'the key').update(text).digest('hex');
    const settings = { key: 'the key', algorithm: 'SHA-512' };
    expect(await outputsOf('hash/hmac', { fields: { text }, settings })).toEqual([
      { signature: wanted },
    ]);
  });

  it('refuses without a key', async () => {
    expect((await refusalOf('hash/hmac', { fields: { text } })).code).toBe('steps.key-missing');
  });

  it('keeps the key out of what is recorded', async () => {
    const settings = { key: 'hush-hush' };
    const outcome = await aStepThat('hash/hmac', { fields: { text }, settings }).run();
    expect(JSON.stringify(outcome)).not.toContain('hush-hush');
  });
});
