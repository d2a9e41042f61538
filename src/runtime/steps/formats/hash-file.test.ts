import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { filesWorld } from '../../testing/files-world.ts';
import { outputsOf, refusalOf } from '../../testing/one-step.ts';

const bytes = Uint8Array.from({ length: 100_001 }, (_, at) => (at * 31) % 256);

it.each(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'])(
  'the %s of a file is the one that others make, in whatever pieces it comes',
  async (algorithm) => {
    const expected = createHash(algorithm.replace('-', '')).update(bytes).digest();
    for (const size of [1_000, 64 * 1024, Infinity]) {
      const { world, keep } = filesWorld(size);
      const fields = { content: await keep('a.bin', bytes) };
      const made = (form: string) =>
        outputsOf('hash/hash-file', { fields, settings: { algorithm, form }, world });
      const facts = { name: 'a.bin', size: bytes.length };
      expect(await made('hex')).toEqual([{ ...facts, hash: expected.toString('hex') }]);
      expect(await made('base64')).toEqual([{ ...facts, hash: expected.toString('base64') }]);
    }
  },
);

it('a file that is gone has no fingerprint', async () => {
  const { world } = filesWorld();
  const fields = { content: { $attachment: 'x', name: 'old.pdf', size: 3 } };
  expect(await refusalOf('hash/hash-file', { fields, world })).toEqual({
    code: 'failures.file-gone',
    name: 'old.pdf',
  });
});
