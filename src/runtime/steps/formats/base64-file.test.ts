import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '../../../shared/index.ts';
import { filesWorld } from '../../testing/files-world.ts';
import { outputsOf, refusalOf } from '../../testing/one-step.ts';

const bytes = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7) % 256);
const base64 = Buffer.from(bytes).toString('base64');
const contentOf = ([made]: readonly Json[]): Json =>
  isJsonObject(made) ? (made['content'] ?? null) : null;
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('a file as Base64', () => {
  it.each([5, 6, 7, 1_000, 100_000])(
    'is the same text, and out of it the same file, in pieces of %i bytes',
    async (size) => {
      const { world, keep, bytesIn } = filesWorld(size);
      const content = await keep('a.bin', bytes);
      const encode = (settings: Record<string, Json>) =>
        outputsOf('base64/encode-file', { fields: { content }, settings, world });
      expect(await encode({})).toEqual([{ name: 'a.bin', size: bytes.length, text: base64 }]);
      const [address] = await encode({ alphabet: 'address' });
      expect(address).toMatchObject({ text: Buffer.from(bytes).toString('base64url') });
      const packed = contentOf(await encode({ as: 'content' }));
      expect(packed).toMatchObject({ name: 'a.bin.txt', type: 'text/plain', size: base64.length });

      const fields = { content: packed, name: 'b.pdf', type: 'application/pdf' };
      const file = contentOf(await outputsOf('base64/decode-file', { fields, world }));
      expect(file).toMatchObject({ name: 'b.pdf', type: 'application/pdf', size: bytes.length });
      expect(await bytesIn(file)).toEqual(bytes);
    },
  );

  it.each([5, 77, 1_000])('is read in lines, in pieces of %i bytes', async (size) => {
    const { world, keep, bytesIn } = filesWorld(size);
    const content = await keep('a.txt', text(`${base64.replaceAll(/.{76}/g, '$&\r\n')}\r\n`));
    const fields = { content, name: 'a' };
    const file = contentOf(await outputsOf('base64/decode-file', { fields, world }));
    expect(await bytesIn(file)).toEqual(bytes);
  });

  it('comes out of a text of a message too', async () => {
    const { world, bytesIn } = filesWorld();
    const file = contentOf(
      await outputsOf('base64/decode-file', { fields: { text: base64, name: 'a.pdf' }, world }),
    );
    expect(await bytesIn(file)).toEqual(bytes);
  });

  it('that is none is refused at its sign, and nothing is kept', async () => {
    const { world, keep, count } = filesWorld(1_000);
    const at = 3_000;
    const broken = await keep('a', text(`${base64.slice(0, at)}!${base64.slice(at)}`));
    const twice = await keep('b', text('QQ==QQ=='));
    const letters = await keep('c', Uint8Array.of(0xff, 0xfe, 0xfd));
    const before = count();
    const told = (content: Json) =>
      refusalOf('base64/decode-file', { fields: { content, name: 'x' }, world });
    expect(await told(broken)).toEqual({ code: 'steps.base64-broken', place: at + 1 });
    expect((await told(twice)).code).toBe('steps.base64-broken');
    expect(await told(letters)).toEqual({ code: 'steps.file-not-text', name: 'c' });
    expect(await refusalOf('base64/decode-file', { fields: { name: 'x' }, world })).toEqual({
      code: 'steps.text-missing',
    });
    expect(count()).toBe(before);
  });

  it('of more than a message may have is no text, but a file to pass on', async () => {
    const { world, keep } = filesWorld();
    const content = await keep('a.bin', new Uint8Array(8_000_000));
    const asked = { fields: { content }, world };
    expect(await refusalOf('base64/encode-file', asked)).toEqual({
      code: 'steps.base64-too-long',
      megabytes: 7.5,
    });
  });
});
