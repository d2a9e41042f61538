/**
 * Files packed into one ZIP file.
 *
 * 1. A name that leads out of its folder, or into another drive, is refused: whoever unpacks the files may trust it.
 * 2. The same files make the same bytes on every host: their time is the run's, in universal time, and they are packed in
 *    pieces of one size.
 * 3. Of files that are passed on only a piece is in memory, also of the ZIP file that is passed on.
 */
import { Zip, ZipDeflate } from 'fflate';
import { settingsWithDefaults } from '../../../catalog/index.ts';
import {
  failure,
  fromBase64,
  isJsonList,
  isJsonObject,
  piecesOf,
  success,
  toBase64,
  type Json,
  type JsonObject,
  type JsonPath,
  type KeptFiles,
  type Result,
} from '../../../shared/index.ts';
import { type Failure, refusedAt } from '../../failure.ts';
import type { CallIo, StepSetup } from '../executor.ts';
import { fileAt } from '../file-text.ts';
import { longestText } from '../given-text.ts';
import { inOne, makingFiles, type Pieces } from '../made-files.ts';
import type { At } from '../takes-time.ts';
import { isTrick, mostBytes, mostFiles, tooLarge, tooMany } from './zip-names.ts';

/** So much of a file is packed at a time. */
const pieceBytes = 64 * 1024;
const usualName = 'files.zip';

interface FileToPack {
  readonly name: string;
  pieces(): Pieces;
}

export async function packZip(setup: StepSetup, at: At, io: CallIo): Promise<Failure | undefined> {
  const { fields, context } = at;
  const files = await filesIn(fields, setup.world.ports.files);
  if (!files.ok) return files.reason;
  const { as } = settingsWithDefaults(setup.operation, setup.step.settings);
  const facts = { name: nameIn(fields), count: files.value.length };
  const made = await makingFiles(setup, at, async (keep): Promise<JsonObject> => {
    const pieces = packed(files.value, wallClock(context.now));
    if (as === 'content') {
      const content = await keep({ name: facts.name, type: 'application/zip' }, pieces);
      return { ...facts, size: content.size, content };
    }
    const mostPacked = Math.floor((longestText * 3) / 4);
    const bytes = await inOne(pieces, mostPacked, () => tooLarge([]));
    return { ...facts, size: bytes.length, base64: toBase64(bytes) };
  });
  if (!made.ok) return made.reason;
  await io.give([made.value], false);
  return undefined;
}

function nameIn(fields: Json): string {
  const { name } = isJsonObject(fields) ? fields : {};
  return typeof name === 'string' && name !== '' ? name : usualName;
}

async function filesIn(
  fields: Json,
  kept: KeptFiles,
): Promise<Result<readonly FileToPack[], Failure>> {
  const listed = isJsonObject(fields) ? fields['files'] : undefined;
  if (!isJsonList(listed)) return failure(refusedAt('steps.not-a-list', ['files']));
  if (listed.length > mostFiles) return failure(tooMany(['files']));
  const files = new Map<string, FileToPack>();
  let size = 0;
  for (const [at, value] of listed.entries()) {
    const path = ['files', at];
    const file = isJsonObject(value) ? value : {};
    const content = isJsonObject(file['content']) ? file['content'] : {};
    const name = file['name'] ?? content['name'] ?? null;
    if (typeof name !== 'string' || name === '')
      return failure(refusedAt('steps.zip-no-name', [...path, 'name'], { number: at + 1 }));
    if (isTrick(name)) return failure(refusedAt('steps.zip-name', [...path, 'name'], { name }));
    if (files.has(name))
      return failure(refusedAt('steps.zip-name-twice', [...path, 'name'], { name }));
    if ((file['content'] ?? null) !== null) {
      const found = await fileAt(file['content'], [...path, 'content'], kept);
      if (!found.ok) return found;
      const { bytes } = found.value;
      files.set(name, { name, pieces: () => ofOneSize(piecesOf(bytes.stream())) });
      continue;
    }
    const bytes = bytesOf(file, path, name);
    if (!bytes.ok) return bytes;
    size += bytes.value.length;
    if (size > mostBytes) return failure(tooLarge(path));
    files.set(name, { name, pieces: () => ofOneSize(atHand(bytes.value)) });
  }
  return success([...files.values()]);
}

function bytesOf(file: JsonObject, path: JsonPath, name: string): Result<Uint8Array, Failure> {
  const { text = null, base64 = null } = file;
  if (base64 === null || base64 === '') {
    if (text === null) return failure(refusedAt('steps.zip-empty', path, { name }));
    if (typeof text === 'object') return failure(refusedAt('steps.not-a-text', [...path, 'text']));
    return success(new TextEncoder().encode(String(text)));
  }
  const bytes = typeof base64 === 'string' ? fromBase64(base64) : failure(1);
  return bytes.ok
    ? bytes
    : failure(refusedAt('steps.base64-broken', [...path, 'base64'], { place: bytes.reason }));
}

async function* atHand(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve();
  yield bytes;
}

/** Hosts give a file in pieces of sizes of their own. */
async function* ofOneSize(pieces: Pieces): AsyncGenerator<Uint8Array, void, undefined> {
  let open = new Uint8Array(pieceBytes);
  let filled = 0;
  for await (const piece of pieces)
    for (let at = 0; at < piece.length;) {
      const more = piece.subarray(at, at + pieceBytes - filled);
      open.set(more, filled);
      filled += more.length;
      at += more.length;
      if (filled < pieceBytes) continue;
      yield open;
      open = new Uint8Array(pieceBytes);
      filled = 0;
    }
  if (filled > 0) yield open.subarray(0, filled);
}

async function* packed(
  files: readonly FileToPack[],
  mtime: Date,
): AsyncGenerator<Uint8Array, void, undefined> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    ready.push(piece);
  });
  for (const { name, pieces } of files) {
    const entry = new ZipDeflate(name);
    entry.mtime = mtime;
    zip.add(entry);
    for await (const piece of pieces()) {
      entry.push(piece);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

/** A ZIP file keeps a time without its zone; the library reads it in the host's. */
function wallClock(now: number): Date {
  const time = new Date(now);
  return new Date(
    Math.max(1980, time.getUTCFullYear()),
    time.getUTCMonth(),
    time.getUTCDate(),
    time.getUTCHours(),
    time.getUTCMinutes(),
    time.getUTCSeconds(),
  );
}
