/**
 * A ZIP file opened within limits.
 *
 * 1. Never more than the limit is unpacked, whatever a file says of its own size: unpacking ends there.
 * 2. A name that leads out of its folder, or into another drive, is refused: whoever stores the files may trust it.
 * 3. All or nothing: a file in it that is damaged refuses all of it, and none of those before it is kept.
 */
import { Inflate } from 'fflate';
import { settingsWithDefaults } from '../../../catalog/index.ts';
import {
  failure,
  fromBase64,
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
import { givenFile } from '../file-text.ts';
import { givenText } from '../given-text.ts';
import { inOne, makingFiles, NotMade, type Keep } from '../made-files.ts';
import type { At } from '../takes-time.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';
import { crc32 } from './crc32.ts';
import { isTrick, mostBytes, mostFiles, tooLarge, tooMany } from './zip-names.ts';

/** All files together, unpacked, where they are passed on. */
const mostPassed = 500_000_000;
/** Packed bytes that are unpacked at once: what comes out of so many is at most a few megabytes. */
const bytesAtOnce = 4_096;

export async function openZip(setup: StepSetup, at: At, io: CallIo): Promise<Failure | undefined> {
  const given = await zipIn(at.fields, setup.world.ports.files);
  if (!given.ok) return given.reason;
  const { bytes, field } = given.value;
  const listed = await readDirectory(bytes, mostFiles);
  if (!listed.ok) return whyUnread[listed.reason]([field]);
  const { as } = settingsWithDefaults(setup.operation, setup.step.settings);
  const most = as === 'content' ? mostPassed : mostBytes;
  const entries = checked(listed.value, [field], most);
  if (!entries.ok) return entries.reason;
  const made = await makingFiles(setup, at, async (keep) => {
    const files: JsonObject[] = [];
    for (const entry of entries.value)
      files.push(await fileOf(entry, [field], as === 'content' ? keep : undefined));
    return files;
  });
  if (!made.ok) return made.reason;
  await io.give([{ files: made.value, count: made.value.length }], false);
  return undefined;
}

/** The one to pass on, where there is one. */
async function zipIn(
  fields: Json,
  files: KeptFiles,
): Promise<Result<{ readonly bytes: Blob; readonly field: string }, Failure>> {
  if (isJsonObject(fields) && (fields['content'] ?? null) !== null) {
    const given = await givenFile(fields, 'content', files);
    return given.ok ? success({ bytes: given.value.bytes, field: 'content' }) : given;
  }
  const given = givenText(fields, 'base64');
  if (!given.ok) return given;
  const bytes = fromBase64(given.value);
  return bytes.ok
    ? success({ bytes: new Blob([bytes.value]), field: 'base64' })
    : failure(refusedAt('steps.base64-broken', ['base64'], { place: bytes.reason }));
}

/** Those that are no folders. What is wrong with one is told before any is unpacked. */
function checked(
  entries: readonly ZipEntry[],
  path: JsonPath,
  most: number,
): Result<readonly ZipEntry[], Failure> {
  const files = new Map<string, ZipEntry>();
  let left = most;
  for (const entry of entries) {
    const { name, method, isLocked, size } = entry;
    if (isTrick(name)) return failure(refusedAt('steps.zip-name', path, { name }));
    if (name.endsWith('/')) continue;
    if (files.has(name)) return failure(refusedAt('steps.zip-name-twice', path, { name }));
    if (isLocked) return failure(refusedAt('steps.zip-locked', path, { name }));
    if (method !== 0 && method !== 8) return failure(refusedAt('steps.zip-method', path, { name }));
    left -= size;
    if (left < 0) return failure(tooLarge(path, most));
    files.set(name, entry);
  }
  return success([...files.values()]);
}

async function fileOf(entry: ZipEntry, path: JsonPath, keep?: Keep): Promise<JsonObject> {
  const { name } = entry;
  if (keep !== undefined) {
    const content = await keep({ name: name.split('/').at(-1) ?? name }, unpacked(entry, path));
    return { name, size: content.size, content };
  }
  const bytes = await inOne(unpacked(entry, path), mostBytes, () => tooLarge(path));
  return { name, size: bytes.length, ...shown(bytes) };
}

/** Throws where it is not what was packed, or more than it says. */
async function* unpacked(
  { name, method, packed, size, checksum }: ZipEntry,
  path: JsonPath,
): AsyncGenerator<Uint8Array, void, undefined> {
  const broken = (): NotMade => new NotMade(refusedAt('steps.zip-file-broken', path, { name }));
  let seen = 0;
  let sum = 0;
  const ready: Uint8Array[] = [];
  const inflate = new Inflate((part) => ready.push(part));
  const inflated = (piece: Uint8Array, isLast: boolean): readonly Uint8Array[] => {
    try {
      inflate.push(piece, isLast);
    } catch {
      throw broken();
    }
    return ready.splice(0);
  };
  const counted = (parts: readonly Uint8Array[]): readonly Uint8Array[] => {
    for (const part of parts) {
      seen += part.length;
      sum = crc32(part, sum);
    }
    if (seen > size) throw broken();
    return parts;
  };

  for await (const piece of piecesOf(packed.stream()))
    for (let at = 0; at < piece.length; at += bytesAtOnce) {
      const part = piece.subarray(at, at + bytesAtOnce);
      yield* counted(method === 0 ? [part] : inflated(part, false));
    }
  if (method === 8) yield* counted(inflated(new Uint8Array(), true));
  if (seen !== size || sum !== checksum) throw broken();
}

const whyUnread = {
  'too-many': tooMany,
  'not-zip': (path: JsonPath) => refusedAt('steps.zip-not-zip', path),
  broken: (path: JsonPath) => refusedAt('steps.zip-broken', path),
};

/** A text as text, everything else as Base64. */
function shown(bytes: Uint8Array): { readonly text: string } | { readonly base64: string } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes('\0')) return { text };
  } catch {
    // Bytes that are no text.
  }
  return { base64: toBase64(bytes, 'usual') };
}
