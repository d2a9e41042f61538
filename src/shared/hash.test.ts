import { expect, it } from 'vitest';
import { hashOf } from './hash.ts';

it('is the SHA-256 of the text in UTF-8 (FIPS 180-4, "abc")', async () => {
  expect(await hashOf('abc')).toBe(
    'sha256-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(await hashOf('ü')).not.toBe(await hashOf('u'));
});
