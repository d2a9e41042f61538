/**
 * What a ZIP file says is in it (PKWARE APPNOTE 4.3): its list of contents at the end, not what stands between.
 * Nothing is unpacked here, and nothing outside the bytes is read.
 */
import { failure, success, type Result } from '../../../shared/index.ts';

export interface ZipEntry {
  readonly name: string;
  /** How it is packed: 0 not at all, 8 deflate. */
  readonly method: number;
  readonly isLocked: boolean;
  readonly checksum: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
/** What stands where a number is too large for the old form (ZIP64). */
const tooLarge = 0xffffffff;

/** Undefined reasons there are two: it is no ZIP file, or one whose list does not fit its contents. */
export function readDirectory(
  bytes: Uint8Array,
  most: number,
): Result<readonly ZipEntry[], 'not-zip' | 'broken' | 'too-many'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return failure('not-zip');
  const count = view.getUint16(end + 10, true);
  if (count > most) return failure('too-many');
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let number = 0; number < count; number++) {
    const entry = at + 46 <= end ? entryAt(bytes, view, at) : undefined;
    if (entry === undefined) return failure('broken');
    entries.push(entry);
    at += 46 + lengthsAt(view, at);
  }
  return success(entries);
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at--)
    if (view.getUint32(at, true) === endMark) return at;
  return undefined;
}

function lengthsAt(view: DataView, at: number): number {
  return (
    view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  );
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry | undefined {
  if (view.getUint32(at, true) !== entryMark) return undefined;
  const flags = view.getUint16(at + 8, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if (packedSize === tooLarge || size === tooLarge || local === tooLarge) return undefined;
  if (local + 30 > bytes.length || view.getUint32(local, true) !== localMark) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > bytes.length) return undefined;
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  return {
    name: nameOf(bytes.subarray(at + 46, nameEnd)),
    method: view.getUint16(at + 10, true),
    isLocked: (flags & 1) === 1,
    checksum: view.getUint32(at + 16, true),
    size,
    packed: bytes.subarray(start, start + packedSize),
  };
}

/** Old programs write names in a way of their own; their letters are then shown as far as they are known. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes);
  }
}
