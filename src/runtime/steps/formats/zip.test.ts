import { createHash } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  fromBase64,
  isJsonList,
  isJsonObject,
  toBase64,
  type Json,
} from '../../../shared/index.ts';
import { filesWorld } from '../../testing/files-world.ts';
import { outputsOf, refusalOf } from '../../testing/one-step.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const zipOf = (files: Record<string, Uint8Array>): string => toBase64(zipSync(files), 'usual');
const bytesOf = (base64: string): Uint8Array => {
  const bytes = fromBase64(base64);
  if (!bytes.ok) throw new Error('no Base64');
  return bytes.value;
};
const sha256 = (bytes: Uint8Array = new Uint8Array()): string =>
  createHash('sha256').update(bytes).digest('hex');
const pack = async (...files: Json[]): Promise<string> => {
  const [made] = await outputsOf('zip/pack', { fields: { files } });
  return isJsonObject(made) ? String(made['base64']) : '';
};
const refusedOpening = (base64: string) => refusalOf('zip/open', { fields: { base64 } });

describe('Make a ZIP file', () => {
  it('packs texts and files, which come out again as they were', async () => {
    const base64 = await pack(
      { name: 'orders/list.csv', text: 'a,ü\r\n' },
      { name: 'dot.png', base64: '//4A' },
    );
    expect(await outputsOf('zip/open', { fields: { base64 } })).toEqual([
      {
        files: [
          { name: 'orders/list.csv', size: 6, text: 'a,ü\r\n' },
          { name: 'dot.png', size: 3, base64: '//4A' },
        ],
        count: 2,
      },
    ]);
  });

  it('makes the same bytes every time', async () => {
    expect(await pack({ name: 'a', text: '1' })).toBe(await pack({ name: 'a', text: '1' }));
  });

  it.each([
    ['../a', 'steps.zip-name'],
    ['a/../../b', 'steps.zip-name'],
    ['/etc/passwd', 'steps.zip-name'],
    ['C:a', 'steps.zip-name'],
    ['a\\b', 'steps.zip-name'],
    ['a\u0000b', 'steps.zip-name'],
    ['__proto__', 'steps.zip-name'],
    ['', 'steps.zip-no-name'],
  ])('refuses the name %j', async (name, code) => {
    const fields = { files: [{ name, text: '1' }] };
    expect((await refusalOf('zip/pack', { fields })).code).toBe(code);
  });

  it('refuses two files of one name, a file without content, and what is no list', async () => {
    const twice = {
      files: [
        { name: 'a', text: '1' },
        { name: 'a', text: '2' },
      ],
    };
    expect((await refusalOf('zip/pack', { fields: twice })).code).toBe('steps.zip-name-twice');
    const empty = { files: [{ name: 'a' }] };
    expect((await refusalOf('zip/pack', { fields: empty })).code).toBe('steps.zip-empty');
    expect((await refusalOf('zip/pack', { fields: { files: 'a' } })).code).toBe('steps.not-a-list');
  });

  it('refuses more files than it may pack', async () => {
    const files = Array.from({ length: 1_001 }, (_, at) => ({ name: String(at), text: '' }));
    expect((await refusalOf('zip/pack', { fields: { files } })).code).toBe('steps.zip-too-many');
  });
});

describe('Open a ZIP file', () => {
  it('leaves folders out and shows what is no text as Base64', async () => {
    const base64 = zipOf({ 'folder/': new Uint8Array(), 'folder/a': text('A'), b: text('\0') });
    expect(await outputsOf('zip/open', { fields: { base64 } })).toEqual([
      {
        files: [
          { name: 'folder/a', size: 1, text: 'A' },
          { name: 'b', size: 1, base64: 'AA==' },
        ],
        count: 2,
      },
    ]);
  });

  it('refuses a file that becomes too large, in words', async () => {
    const base64 = zipOf({ bomb: new Uint8Array(10_000_001) });
    expect(base64.length).toBeLessThan(20_000);
    expect(await refusedOpening(base64)).toEqual({ code: 'steps.zip-too-large', megabytes: 10 });
  });

  it('unpacks no more than the limit of a file that lies about its size', async () => {
    const bytes = zipSync({ bomb: new Uint8Array(12_000_000) });
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, 1, true);
    expect((await refusedOpening(toBase64(bytes, 'usual'))).code).toBe('steps.zip-file-broken');
  });

  it('refuses many files that are too large together only', async () => {
    const half = new Uint8Array(6_000_000);
    const packed = toBase64(zipSync({ a: half, b: half }, { level: 1 }), 'usual');
    expect((await refusedOpening(packed)).code).toBe('steps.zip-too-large');
  });

  it.each(['../a', '/a', 'a/../b'])('refuses the name %j inside', async (name) => {
    expect(await refusedOpening(zipOf({ [name]: text('1') }))).toEqual({
      code: 'steps.zip-name',
      name,
    });
  });

  it('says what is no ZIP file, what is damaged, and what has a password', async () => {
    expect((await refusedOpening('AAAA')).code).toBe('steps.zip-not-zip');
    expect((await refusedOpening('no base64!')).code).toBe('steps.base64-broken');
    const whole = bytesOf(zipOf({ a: text('A text that is long enough to be packed, packed.') }));
    const damaged = whole.slice();
    damaged[40] = (damaged[40] ?? 0) ^ 0xff;
    expect((await refusedOpening(toBase64(damaged, 'usual'))).code).toBe('steps.zip-file-broken');
    const locked = whole.slice();
    const view = new DataView(locked.buffer);
    view.setUint16(view.getUint32(locked.length - 6, true) + 8, 1, true);
    expect((await refusedOpening(toBase64(locked, 'usual'))).code).toBe('steps.zip-locked');
    const cut = whole.slice(30);
    expect((await refusedOpening(toBase64(cut, 'usual'))).code).toBe('steps.zip-broken');
  });
});

describe('files to pass on', () => {
  const settings = { as: 'content' };
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * at) % 251);

  it('are packed beside others into one to pass on, and come out again as they were', async () => {
    const { world, keep, bytesIn } = filesWorld();
    const files = [
      { name: 'in/a.bin', content: await keep('a.bin', bytes) },
      { name: 'b.txt', text: 'B' },
    ];
    const [made] = await outputsOf('zip/pack', {
      fields: { files, name: 'all.zip' },
      settings,
      world,
    });
    expect(made).toMatchObject({ name: 'all.zip', count: 2, content: { name: 'all.zip' } });
    const content = isJsonObject(made) ? (made['content'] ?? null) : null;
    // Compared by a fingerprint: entry by entry the comparison takes its time.
    expect(sha256(unzipSync(await bytesIn(content))['in/a.bin'])).toBe(sha256(bytes));
    const [opened] = await outputsOf('zip/open', { fields: { content }, settings, world });
    expect(opened).toMatchObject({
      count: 2,
      files: [
        { name: 'in/a.bin', size: 300_000, content: { name: 'a.bin', size: 300_000 } },
        { name: 'b.txt', size: 1, content: { name: 'b.txt' } },
      ],
    });
    const [first] = isJsonObject(opened) && isJsonList(opened['files']) ? opened['files'] : [];
    const out = await bytesIn(isJsonObject(first) ? (first['content'] ?? null) : null);
    expect(sha256(out)).toBe(sha256(bytes));
    const [inside] = await outputsOf('zip/open', { fields: { content }, world });
    expect(inside).toMatchObject({ files: [{ size: 300_000 }, { text: 'B' }] });
  });

  it('make the same ZIP file in whatever pieces their host gives them', async () => {
    const made = [997, 65_537, 300_000].map(async (size) => {
      const { world, keep } = filesWorld(size);
      const files = [{ name: 'a', content: await keep('a', bytes) }];
      return outputsOf('zip/pack', { fields: { files }, world });
    });
    const [one, ...others] = await Promise.all(made);
    for (const other of others) expect(other).toEqual(one);
  });

  it('are not kept where one behind them is damaged, or a bomb', async () => {
    const { world, keep, count } = filesWorld();
    const whole = zipSync({ a: bytes, b: bytes }, { level: 0 });
    whole[whole.length - 400] = (whole[whole.length - 400] ?? 0) ^ 0xff;
    const broken = await keep('broken.zip', whole);
    const before = count();
    const refused = await refusalOf('zip/open', { fields: { content: broken }, settings, world });
    expect([refused, count()]).toEqual([{ code: 'steps.zip-file-broken', name: 'b' }, before]);

    const bomb = zipSync({ a: new Uint8Array(1_000), b: new Uint8Array(1_000) });
    const view = new DataView(bomb.buffer);
    const list = view.getUint32(bomb.length - 6, true);
    view.setUint32(list + 24, 500_000_001, true);
    const content = await keep('bomb.zip', bomb);
    expect(await refusalOf('zip/open', { fields: { content }, settings, world })).toEqual({
      code: 'steps.zip-too-large',
      megabytes: 500,
    });
    expect(count()).toBe(before + 1);
  });

  it('that are gone are refused', async () => {
    const { world } = filesWorld();
    const gone = { $attachment: 'x', name: 'old.pdf', size: 3 };
    const fields = { files: [{ name: 'a', content: gone }] };
    expect((await refusalOf('zip/pack', { fields, world })).code).toBe('failures.file-gone');
    expect((await refusalOf('zip/open', { fields: { content: gone }, world })).code).toBe(
      'failures.file-gone',
    );
  });
});
