/**
 * ZIP files, packed and opened within limits.
 *
 * 1. Never more than the limit is unpacked, whatever a file says of its own size: unpacking ends there.
 * 2. A name that leads out of its folder, or into another drive, is refused: whoever stores the files may trust it.
 * 3. The same files make the same bytes on every host: their time is the run's, in universal time.
 */
import { Inflate, zipSync, type Zippable } from 'fflate';
import {
  failure,
  fromBase64,
  isJsonList,
  isJsonObject,
  success,
  toBase64,
  type Json,
  type JsonPath,
  type Result,
} from '../../../shared/index.ts';
import { type Failure, refusedAt } from '../../failure.ts';
import type { Inline, StepSetup } from '../executor.ts';
import { done, fromFields, refused } from '../from-fields.ts';
import { givenText, longestText } from '../given-text.ts';
import { crc32 } from './crc32.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

const mostFiles = 1_000;
/** All files together, unpacked. */
const mostBytes = 10_000_000;
/** Packed bytes that are unpacked at once: what comes out of so many is at most a few megabytes. */
const bytesAtOnce = 4_096;

export function packZip(setup: StepSetup): Inline {
  return fromFields(setup, (fields, _message, { now }) => {
    const files = filesIn(fields);
    if (!files.ok) return refused(fields, files.reason);
    const packed = zipSync(files.value, { mtime: wallClock(now) });
    const base64 = toBase64(packed, 'usual');
    return base64.length > longestText
      ? refused(fields, tooLarge([]))
      : done(fields, { base64, size: packed.length, count: Object.keys(files.value).length });
  });
}

export function openZip(setup: StepSetup): Inline {
  return fromFields(setup, (fields) => {
    const given = givenText(fields, 'base64');
    if (!given.ok) return refused(fields, given.reason);
    const bytes = fromBase64(given.value);
    if (!bytes.ok)
      return refused(fields, refusedAt('steps.base64-broken', ['base64'], { place: bytes.reason }));
    const files = unpack(bytes.value);
    return files.ok
      ? done(fields, { files: files.value, count: files.value.length })
      : refused(fields, files.reason);
  });
}

function filesIn(fields: Json): Result<Zippable, Failure> {
  const listed = isJsonObject(fields) ? fields['files'] : undefined;
  if (!isJsonList(listed)) return failure(refusedAt('steps.not-a-list', ['files']));
  if (listed.length > mostFiles) return failure(tooMany(['files']));
  // A map: a file may have any name, also one that an object would not keep.
  const files = new Map<string, Uint8Array>();
  let size = 0;
  for (const [at, file] of listed.entries()) {
    const path = ['files', at];
    const { name = null } = isJsonObject(file) ? file : {};
    if (typeof name !== 'string' || name === '')
      return failure(refusedAt('steps.zip-no-name', [...path, 'name'], { number: at + 1 }));
    if (isTrick(name)) return failure(refusedAt('steps.zip-name', [...path, 'name'], { name }));
    if (files.has(name))
      return failure(refusedAt('steps.zip-name-twice', [...path, 'name'], { name }));
    const bytes = bytesOf(isJsonObject(file) ? file : {}, path, name);
    if (!bytes.ok) return bytes;
    size += bytes.value.length;
    if (size > mostBytes) return failure(tooLarge(path));
    files.set(name, bytes.value);
  }
  return success(Object.fromEntries(files));
}

function bytesOf(
  file: Readonly<Record<string, Json>>,
  path: JsonPath,
  name: string,
): Result<Uint8Array, Failure> {
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

function unpack(bytes: Uint8Array): Result<readonly Json[], Failure> {
  const listed = readDirectory(bytes, mostFiles);
  if (!listed.ok) return failure(whyUnread[listed.reason]());
  const files: Json[] = [];
  const names = new Set<string>();
  let left = mostBytes;
  for (const entry of listed.value) {
    const { name } = entry;
    if (isTrick(name)) return failure(refusedAt('steps.zip-name', ['base64'], { name }));
    if (name.endsWith('/')) continue; // a folder
    if (names.has(name)) return failure(refusedAt('steps.zip-name-twice', ['base64'], { name }));
    names.add(name);
    const unpacked = contentOf(entry, left);
    if (!unpacked.ok) return unpacked;
    left -= unpacked.value.length;
    files.push({ name, size: unpacked.value.length, ...shown(unpacked.value) });
  }
  return success(files);
}

function contentOf(entry: ZipEntry, most: number): Result<Uint8Array, Failure> {
  const { name, method, isLocked, packed, size, checksum } = entry;
  const broken = refusedAt('steps.zip-file-broken', ['base64'], { name });
  if (isLocked) return failure(refusedAt('steps.zip-locked', ['base64'], { name }));
  if (method !== 0 && method !== 8)
    return failure(refusedAt('steps.zip-method', ['base64'], { name }));
  if (size > most) return failure(tooLarge(['base64']));
  const content = method === 0 ? packed : inflated(packed, most);
  if (content === 'too-large') return failure(tooLarge(['base64']));
  return content === undefined || content.length !== size || crc32(content) !== checksum
    ? failure(broken)
    : success(content);
}

/** Undefined: it is not what was packed. */
function inflated(packed: Uint8Array, most: number): Uint8Array | 'too-large' | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < packed.length && size <= most; at += bytesAtOnce)
      inflate.push(packed.subarray(at, at + bytesAtOnce), at + bytesAtOnce >= packed.length);
  } catch {
    return undefined;
  }
  if (size > most) return 'too-large';
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const whyUnread = {
  'too-many': () => tooMany(['base64']),
  'not-zip': () => refusedAt('steps.zip-not-zip', ['base64']),
  broken: () => refusedAt('steps.zip-broken', ['base64']),
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

/** A name that could lead out of the folder that the files are put into. */
function isTrick(name: string): boolean {
  return (
    /^[/\\]|^[A-Za-z]:|[\\\p{Cc}]/u.test(name) ||
    name.length > 1_000 ||
    name.split('/').some((part) => part === '..' || part === '.' || part === '__proto__')
  );
}

function tooMany(path: JsonPath): Failure {
  return refusedAt('steps.zip-too-many', path, { count: mostFiles });
}

function tooLarge(path: JsonPath): Failure {
  return refusedAt('steps.zip-too-large', path, { megabytes: mostBytes / 1_000_000 });
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
