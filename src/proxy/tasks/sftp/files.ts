/** What can be done with files, each as pages of messages. Paths are the file server's: nothing here names a local file. */
import type { FileEntryWithStats, SFTPWrapper, Stats } from 'ssh2';
import {
  attachmentBytes,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../../../shared/index.ts';
import type { FilePieces } from '../../arrived-file.ts';
import { isTicked, textOf } from '../form.ts';
import { RefusedError } from '../../refusal.ts';
import { TaskRefused } from '../transport.ts';
import { asked, done, find, statOf, undone } from './asked.ts';
import { hiddenBeside, moveToPlace } from './move-to-place.ts';
import { toTaskRefused } from './refusals.ts';
import { fitsPattern, folderOf, inFolder, nameOf, numbered, remotePath } from './remote-path.ts';

/** A message's limit (`running.md`); what is larger is no message. */
const largestFile = 10 * 1024 * 1024;

/** The entries of a folder that fit, as the server gives them. */
export async function* listFiles(
  sftp: SFTPWrapper,
  input: Json,
): AsyncGenerator<readonly Json[], void, undefined> {
  const folder = remotePath(textOf(input, 'folder'));
  const pattern = textOf(input, 'names');
  const alsoFolders = isTicked(input, 'folders');
  const handle = await asked<Buffer>(folder, (answer) => sftp.opendir(folder, answer));
  try {
    for (;;) {
      const entries = await nextEntries(sftp, handle, folder);
      if (entries === undefined) return;
      const found = entries.filter(
        ({ filename, attrs }) =>
          filename !== '.' &&
          filename !== '..' &&
          (attrs.isFile() || (alsoFolders && attrs.isDirectory())) &&
          fitsPattern(filename, pattern),
      );
      if (found.length > 0)
        yield found.map(({ filename, attrs }) => described(inFolder(folder, filename), attrs));
    }
  } finally {
    sftp.close(handle, () => undefined);
  }
}

/** One file with what is in it: as a value, or before it, piece by piece, for who passes it on. */
export async function* readFile(
  sftp: SFTPWrapper,
  input: Json,
): AsyncGenerator<Uint8Array, JsonObject, undefined> {
  const path = remotePath(textOf(input, 'path'));
  const attrs = await statOf(sftp, path);
  if (attrs.isDirectory()) throw new RefusedError('proxy.file-is-folder', { path });
  if (textOf(input, 'as') === 'content') {
    if (attrs.size > attachmentBytes) throw tooLargeToPass(path);
    let seen = 0;
    for await (const piece of bytesIn(sftp, path)) {
      seen += piece.byteLength;
      if (seen > attachmentBytes) throw tooLargeToPass(path);
      yield piece;
    }
    if (seen === 0) yield new Uint8Array(); // an empty file is a file too
    return described(path, attrs);
  }
  if (attrs.size > largestFile) throw tooLarge(path);
  const bytes = await allBytes(sftp, path);
  const content =
    textOf(input, 'as') === 'base64'
      ? { base64: bytes.toString('base64') }
      : { text: withoutMark(decoded(bytes, path)) };
  return { ...described(path, attrs), ...content };
}

/** What comes along with a file that is to be written. */
export interface Writing {
  /** What is to be in it, as it comes, in place of a value. */
  readonly sent?: FilePieces | undefined;
  /** Names under which something lies that is no whole file yet. */
  readonly unfinished: Set<string>;
  readonly signal: AbortSignal;
}

/** Writes a file whole or not at all: under another name first, then moved to its place. */
export async function* writeFile(
  sftp: SFTPWrapper,
  input: Json,
  { sent, unfinished, signal }: Writing,
): AsyncGenerator<'goes-on', JsonObject, undefined> {
  const wanted = remotePath(textOf(input, 'path'));
  if (wanted === '.' || wanted.endsWith('/')) throw new RefusedError('proxy.file-name-missing');
  const bytes = sent === undefined ? bytesOf(input) : undefined;
  if (bytes !== undefined && bytes.byteLength > largestFile) throw tooLarge(wanted);
  if (isTicked(input, 'makeFolders')) await makeFolders(sftp, folderOf(wanted));
  const existing = textOf(input, 'existing');
  const { path, isThere } = await placeFor(sftp, wanted, existing);
  const partly = hiddenBeside(path, 'part');
  let size = bytes?.byteLength ?? 0;
  unfinished.add(partly);
  try {
    if (bytes !== undefined) await done(path, (answer) => sftp.writeFile(partly, bytes, answer));
    else if (sent !== undefined)
      for await (const piece of writing(sftp, { partly, path }, sent, signal)) {
        size += piece.byteLength;
        yield 'goes-on';
      }
    await moveToPlace(sftp, { from: partly, to: path, replaces: existing === 'replace' });
    unfinished.delete(partly);
  } catch (cause) {
    await undone(cause, partly, (answer) => sftp.unlink(partly, answer)).catch(() => undefined);
    if (cause instanceof TaskRefused) unfinished.delete(partly);
    throw cause;
  }
  return { path, name: nameOf(path), size, replaced: isThere };
}

export async function moveFile(sftp: SFTPWrapper, input: Json): Promise<JsonObject> {
  const from = remotePath(textOf(input, 'path'));
  await statOf(sftp, from);
  const said = remotePath(textOf(input, 'to'));
  const isFolder = (await find(sftp, said))?.isDirectory() === true;
  const wanted =
    isFolder || textOf(input, 'to').trim().endsWith('/') ? inFolder(said, nameOf(from)) : said;
  if (isTicked(input, 'makeFolders')) await makeFolders(sftp, folderOf(wanted));
  const existing = textOf(input, 'existing');
  const { path, isThere } = await placeFor(sftp, wanted, existing);
  await moveToPlace(sftp, { from, to: path, replaces: existing === 'replace' });
  return { path, name: nameOf(path), before: from, replaced: isThere && path !== from };
}

export async function deleteFile(sftp: SFTPWrapper, input: Json): Promise<JsonObject> {
  const path = remotePath(textOf(input, 'path'));
  await done(path, (answer) => sftp.unlink(path, answer));
  return { path, name: nameOf(path), deleted: true };
}

/** Where the server puts the user. */
export async function homeOf(sftp: SFTPWrapper): Promise<string> {
  return asked<string>('.', (answer) => sftp.realpath('.', answer));
}

/** undefined at the end of the folder. */
async function nextEntries(
  sftp: SFTPWrapper,
  handle: Buffer,
  folder: string,
): Promise<FileEntryWithStats[] | undefined> {
  return new Promise((resolve, reject) => {
    sftp.readdir(handle, (cause, entries) => {
      if (cause === undefined) resolve(entries);
      else if ('code' in cause && cause.code === 1) resolve(undefined);
      else reject(toTaskRefused(cause, folder) as Error);
    });
  });
}

function described(path: string, attrs: Stats): JsonObject {
  const modified = timeOf(attrs);
  const size = sizeOf(attrs);
  return {
    name: nameOf(path),
    path,
    folder: folderOf(path),
    kind: attrs.isDirectory() ? 'folder' : 'file',
    ...(size === undefined ? {} : { size }),
    ...(modified === undefined ? {} : { modified }),
    // A file that was written anew is a new one for a flow that starts with what is new.
    version: `${path} ${size ?? ''} ${modified ?? ''}`,
  };
}

/** undefined where the server does not tell: every attribute may be left out (SFTP version 3, section 5). */
function sizeOf({ size }: { readonly size?: number }): number | undefined {
  return typeof size === 'number' ? size : undefined;
}

/** The same. */
function timeOf({ mtime }: Stats): string | undefined {
  return typeof mtime === 'number' ? new Date(mtime * 1000).toISOString() : undefined;
}

/** Never more than the limit, whatever the size said: a file may grow while it is read. */
async function allBytes(sftp: SFTPWrapper, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let seen = 0;
  for await (const chunk of bytesIn(sftp, path)) {
    seen += chunk.byteLength;
    if (seen > largestFile) throw tooLarge(path);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* bytesIn(sftp: SFTPWrapper, path: string): AsyncGenerator<Buffer, void, undefined> {
  const stream = sftp.createReadStream(path);
  // It closes its file after the last byte; trouble with that would end the process if nobody heard of it.
  stream.on('error', () => undefined);
  const isClosed = new Promise((resolve) => stream.once('close', resolve));
  try {
    yield* stream as AsyncIterable<Buffer>;
    await isClosed;
  } catch (cause) {
    throw toTaskRefused(cause, path);
  }
}

/** Each piece when the server has taken it. */
async function* writing(
  sftp: SFTPWrapper,
  { partly, path }: { readonly partly: string; readonly path: string },
  sent: FilePieces,
  signal: AbortSignal,
): FilePieces {
  const handle = await asked<Buffer>(path, (answer) => sftp.open(partly, 'w', answer));
  let at = 0;
  for await (const piece of sent) {
    // What is asked of a connection that has ended is never answered.
    signal.throwIfAborted();
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const from = at;
    await done(path, (answer) => sftp.write(handle, bytes, 0, bytes.byteLength, from, answer));
    at += bytes.byteLength;
    yield piece;
  }
  await done(path, (answer) => sftp.close(handle, answer));
}

function decoded(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new RefusedError('proxy.file-not-text', { path });
  }
}

const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

function bytesOf(input: Json): Buffer {
  if (isJsonObject(input) && ['text', 'base64'].every((name) => (input[name] ?? null) === null))
    throw new RefusedError('proxy.file-content-missing');
  const packed = textOf(input, 'base64').replace(/\s/g, '');
  if (packed === '') return Buffer.from(textOf(input, 'text'), 'utf8');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) throw new RefusedError('proxy.base64-not-readable');
  return Buffer.from(packed, 'base64');
}

async function placeFor(
  sftp: SFTPWrapper,
  wanted: string,
  existing: string,
): Promise<{ readonly path: string; readonly isThere: boolean }> {
  const there = await find(sftp, wanted);
  if (there === undefined) return { path: wanted, isThere: false };
  if (there.isDirectory()) throw new RefusedError('proxy.file-is-folder', { path: wanted });
  if (existing === 'replace') return { path: wanted, isThere: true };
  if (existing === 'number') {
    for (let number = 2; number < 10_000; number += 1) {
      const path = numbered(wanted, number);
      if ((await find(sftp, path)) === undefined) return { path, isThere: false };
    }
  }
  throw new TaskRefused(409, { code: 'file-exists', path: wanted });
}

async function makeFolders(sftp: SFTPWrapper, folder: string): Promise<void> {
  if (folder === '.' || folder === '/' || (await find(sftp, folder)) !== undefined) return;
  await makeFolders(sftp, folderOf(folder));
  await done(folder, (answer) => sftp.mkdir(folder, answer));
}

function tooLargeToPass(path: string): RefusedError {
  return new RefusedError('proxy.file-too-large-to-pass', {
    path,
    megabytes: attachmentBytes / 1024 / 1024,
  });
}

function tooLarge(path: string): RefusedError {
  return new RefusedError('proxy.file-too-large', { path, megabytes: largestFile / 1024 / 1024 });
}
