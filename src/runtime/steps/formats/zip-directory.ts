/**
 * What a ZIP file says is in it (PKWARE APPNOTE 4.3): its list of contents at the end, not what stands between.
 * Nothing is unpacked here, nothing outside the bytes is read, and of them only the list and where each file begins.
 */
import { failure, success, type Result } from '../../../shared/index.ts';

export interface ZipEntry {
  readonly name: string;
  /** How it is packed: 0 not at all, 8 deflate. */
  readonly method: number;
  readonly isLocked: boolean;
  readonly checksum: number;
  readonly size: number;
  readonly packed: Blob;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
const longestComment = 0xffff;
/** Names and remarks of all files together. */
const longestList = 4 * 1024 * 1024;
/** What stands where a number is too large for the old form (ZIP64). */
const tooLarge = 0xffffffff;

/** Undefined reasons there are two: it is no ZIP file, or one whose list does not fit its contents. */
export async function readDirectory(
  bytes: Blob,
  most: number,
): Promise<Result<readonly ZipEntry[], 'not-zip' | 'broken' | 'too-many'>> {
  const tailStart = Math.max(0, bytes.size - endLength - longestComment);
  const tail = await viewOf(bytes, tailStart, bytes.size);
  const end = findEnd(tail);
  if (end === undefined) return failure('not-zip');
  const count = tail.getUint16(end + 10, true);
  if (count > most) return failure('too-many');
  const start = tail.getUint32(end + 16, true);
  const listEnd = tailStart + end;
  if (start > listEnd || listEnd - start > longestList) return failure('broken');
  const list = await viewOf(bytes, start, listEnd);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let number = 0; number < count; number++) {
    const entry = at + entryLength <= list.byteLength ? await entryAt(bytes, list, at) : undefined;
    if (entry === undefined) return failure('broken');
    entries.push(entry);
    at += entryLength + lengthsAt(list, at);
  }
  return success(entries);
}

async function viewOf(bytes: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await bytes.slice(from, to).arrayBuffer());
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

async function entryAt(bytes: Blob, list: DataView, at: number): Promise<ZipEntry | undefined> {
  if (list.getUint32(at, true) !== entryMark) return undefined;
  const flags = list.getUint16(at + 8, true);
  const packedSize = list.getUint32(at + 20, true);
  const size = list.getUint32(at + 24, true);
  const local = list.getUint32(at + 42, true);
  if (packedSize === tooLarge || size === tooLarge || local === tooLarge) return undefined;
  if (local + localLength > bytes.size) return undefined;
  const head = await viewOf(bytes, local, local + localLength);
  if (head.getUint32(0, true) !== localMark) return undefined;
  const start = local + localLength + head.getUint16(26, true) + head.getUint16(28, true);
  const nameLength = list.getUint16(at + 28, true);
  if (start + packedSize > bytes.size || at + entryLength + nameLength > list.byteLength)
    return undefined;
  return {
    name: nameOf(new Uint8Array(list.buffer, at + entryLength, nameLength)),
    method: list.getUint16(at + 10, true),
    isLocked: (flags & 1) === 1,
    checksum: list.getUint32(at + 16, true),
    size,
    packed: bytes.slice(start, start + packedSize),
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
