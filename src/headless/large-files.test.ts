/**
 * Files that are too large for a message, whole flows against real servers: as the page makes its calls (through a whole proxy,
 * files in the platform's keeping) and as `footbridge run` does (in its own process, files on disk).
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { aStep, group, ref } from '../flow/testing/a-flow.ts';
import {
  hashOf,
  linesOf,
  startLargeFiles,
  type LargeFiles,
  type MadeFile,
} from '../proxy/testing/large-files.ts';
import { writeJson, type Json } from '../shared/index.ts';
import { closed } from '../shared/testing/closed.ts';
import { shortest } from '../shared/testing/shortest.ts';
import { createTemporaryFiles } from './temporary-files.ts';
import {
  accountOf,
  inPage,
  onOneMachine,
  ran,
  read,
  rows,
  write,
  type Asked,
  type Way,
} from './testing/file-flows.ts';

const megabyte = 1024 * 1024;
/** How a host has its calls and its files. */
const ways: readonly [string, number, (asked: Asked) => Promise<Way>][] = [
  ['a page', 20 * megabyte, inPage],
  ['one machine', 100 * megabyte, async (asked) => onOneMachine(asked, await aFolder())],
];

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-large-'));
  closed({ close: () => rm(folder, { recursive: true, force: true }) });
  return folder;
}

/** A service that gives a file, and takes one without keeping it. */
async function fileService(gives: MadeFile) {
  const got: { size: number; sha256: string; type: string | undefined }[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const hash = createHash('sha256');
      let size = 0;
      for await (const piece of request) {
        hash.update(piece as Buffer);
        size += (piece as Buffer).length;
      }
      if (request.method !== 'GET') {
        got.push({ size, sha256: hash.digest('hex'), type: request.headers['content-type'] });
        response.setHeader('content-type', 'application/json').end('{"id":"f-1"}');
        return;
      }
      response.setHeader('content-type', 'text/csv');
      for (let at = 0; at < gives.size;) {
        const piece = gives.part(at, gives.size);
        at += piece.length;
        if (!response.write(piece)) await new Promise((resolve) => response.once('drain', resolve));
      }
      response.end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closed({ close: () => server.close() });
  return { got, host: `127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

describe.each(ways)('a large file on %s', (_name, most, open) => {
  let large: LargeFiles;
  beforeEach(async () => {
    large = await startLargeFiles();
    return () => large.close();
  });
  const way = (...hosts: readonly string[]): Promise<Way> =>
    open({
      allow: [`127.0.0.1:${String(large.port)}`, ...hosts],
      account: accountOf(large.form),
    }).then(closed);

  it('goes from one file server to the next, byte for byte, and messages only name it', async () => {
    const file = linesOf('1;Ada Lovelace;London', most);
    large.made.set('big.csv', file);
    const { state, last, words } = await ran(await way(), [read('big.csv'), write('read')]);
    expect([state.status, words]).toEqual(['done', undefined]);
    expect(large.written.get('out.csv')).toEqual({ size: file.size, sha256: hashOf(file) });
    const [record] = last;
    expect(record?.output).toEqual([
      { path: 'out.csv', name: 'out.csv', size: file.size, replaced: false },
    ]);
    expect(record?.input).toMatchObject({ content: { name: 'big.csv', size: file.size } });
    expect(writeJson(record as unknown as Json).length).toBeLessThan(2_000);
  }, 60_000);

  it('comes from a service and goes to another, alone and in a form', async () => {
    const file = linesOf('name;city', 30 * megabyte);
    const { host, got } = await fileService(file);
    const address = (path: string): string => `http://${host}${path}`;
    const given = await ran(await way(host), [
      aStep('read', 'rest/get-file', {
        settings: { address: address('/lists/all.csv'), as: 'content' },
      }),
      aStep('alone', 'rest/send-file', {
        settings: { method: 'PUT', address: address('/up') },
        slots: {
          input: group({
            file: group({ name: ref('read', 'name'), content: ref('read', 'content') }),
          }),
        },
      }),
      aStep('form', 'rest/send-form', {
        settings: { method: 'POST', address: address('/form') },
        slots: {
          input: group({
            files: {
              kind: 'list',
              parts: [
                { item: group({ name: ref('read', 'name'), content: ref('read', 'content') }) },
              ],
            },
          }),
        },
      }),
    ]);
    expect([given.state.status, given.words]).toEqual(['done', undefined]);
    const [alone, form] = got;
    expect(alone).toEqual({ size: file.size, sha256: hashOf(file), type: 'text/csv' });
    expect(form?.type).toMatch(/^multipart\/form-data; boundary=/);
    expect(form?.size).toBeGreaterThan(file.size);
  }, 60_000);

  it('is read row by row, and nothing of it leaves where its last row is broken', async () => {
    large.made.set('rows.csv', linesOf('1,"Ada, Lovelace",""", so she ""said"', 8 * megabyte));
    const whole = await ran(await way(), [read('rows.csv'), rows('rows', 'csv/read-file')]);
    const count = Math.floor((8 * megabyte) / 38) - 1;
    expect([whole.state.status, whole.words]).toEqual(['done', undefined]);
    expect(whole.state.steps['rows']?.counts.out).toBe(count);
    const good = linesOf('1,2', 2 * megabyte);
    const broken = { ...good, part: (from: number, to: number) => brokenAtEnd(good, from, to) };
    large.made.set('broken.csv', broken);
    const none = await ran(await way(), [read('broken.csv'), rows('rows', 'csv/read-file')]);
    expect(none.state.steps['rows']?.counts).toMatchObject({ out: 0, refused: 1 });
    expect(none.words).toBe(
      `Line ${String(good.size / 4)} of the table has 3 values instead of 2. Look for a missing or an extra separator there, or choose in the settings to take such rows.`,
    );
  }, 60_000);

  it('that has more than 100 MB is refused in words, and nothing is kept of it', async () => {
    const file = linesOf('x'.repeat(99), 100 * megabyte + 100);
    large.made.set('too-big.csv', file);
    const { host } = await fileService(file);
    const own = await way(host);
    const words =
      'This file has more than 100 MB, and a file to pass on may not have more. Choose a smaller one.';
    expect(await ran(own, [read('too-big.csv'), write('read')])).toMatchObject({ words });
    const settings = { address: `http://${host}/all.csv`, as: 'content' };
    const got = await ran(own, [aStep('read', 'rest/get-file', { settings })]);
    expect(got.words).toMatch(/^The answer is larger than 100 MB/);
  }, 60_000);

  it('is given up within 200 ms when the run is cancelled, and half a file does not stay', async () => {
    large.made.set('big.csv', linesOf('1;Ada Lovelace;London', 60 * megabyte));
    const own = await way();
    const givenUp = async (): Promise<number> => {
      const cancel = new AbortController();
      const running = ran(own, [read('big.csv'), write('read')], cancel.signal);
      await expect
        .poll(() => [...large.written.keys()].some((name) => name.endsWith('.part')), {
          timeout: 20_000,
          interval: 5,
        })
        .toBe(true);
      const asked = performance.now();
      cancel.abort();
      const { state } = await running;
      const took = performance.now() - asked;
      expect(state.status).toBe('cancelled');
      await expect
        .poll(() => [...large.written.keys()].filter((name) => name.endsWith('.part')), {
          timeout: 15_000,
        })
        .toEqual([]);
      return took;
    };
    expect(await shortest(200, givenUp)).toBeLessThan(200);
  }, 60_000);

  it('that is not kept any more is told in words, with what to do', async () => {
    large.made.set('big.csv', linesOf('1', 1_000));
    const own = await way();
    const gone = { $attachment: 'of-yesterday', name: 'old.csv', size: 3 };
    const from = aStep('read', 'mapper/make-message', {
      slots: { input: group({ content: { kind: 'literal', value: gone } }) },
    });
    const words =
      'The file “old.csv” is not kept any more: files that are passed on are only kept for a while. Run the flow from the step that reads it.';
    for (const last of [write('read'), rows('rows', 'json/read-lines')]) {
      const told = await ran(own, [read('big.csv', 'first'), from, last]);
      expect(told.words).toBe(words);
    }
  }, 60_000);
});

function brokenAtEnd({ size, part }: MadeFile, from: number, to: number): Buffer {
  const piece = Buffer.from(part(from, to));
  const at = size - 2 - from;
  if (at >= 0 && at < piece.length) piece[at] = 0x2c;
  return piece;
}

it('files on disk are only readable by their user, and gone when they are closed', async () => {
  const folder = await aFolder();
  const files = createTemporaryFiles(2_000, folder);
  const keep = (text: string) => files.keep(pieces(text));
  const first = await keep('a'.repeat(1_500));
  const second = await keep('b'.repeat(1_500));
  expect(await files.find(first.id)).toBeUndefined();
  expect(await (await files.find(second.id))?.text()).toBe('b'.repeat(1_500));
  await expect(files.keep(breaking())).rejects.toThrow('broken off');
  const [own = ''] = await readdir(folder);
  expect(await readdir(join(folder, own))).toEqual([second.id]);
  await files.close();
  expect(await readdir(folder)).toEqual([]);
});

it('a disk that takes no file refuses each of them, and is left in peace at the end', async () => {
  const folder = join(await aFolder(), 'made later');
  const files = createTemporaryFiles(2_000, folder);
  await expect(files.keep(pieces('a'))).rejects.toMatchObject({ code: 'ENOENT' });
  await files.close();
  await mkdir(folder);
  const { id } = await files.keep(pieces('b'));
  expect(await (await files.find(id))?.text()).toBe('b');
  await files.close();
});

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield Buffer.from(text);
}

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield* pieces('half');
  throw new Error('broken off');
}
