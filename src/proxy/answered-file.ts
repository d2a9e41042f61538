/** An answer that is a file, as a message: its name, what it is, and what is in it (page side). */
import type { HttpRequest } from '../catalog/contract.ts';
import { toBase64, type JsonObject, type KeptFiles } from '../shared/index.ts';
import { decoderOf } from './answered-text.ts';
import { isBinary } from './content-type.ts';
import { attachmentTo, keepFile } from './page-attachments.ts';

/** A message may not have more (`running.md`). */
export const largestFile = 10 * 1024 * 1024;

type Headers = Readonly<Record<string, string>>;

/** Whether an answer is read as bytes: the step wants a file, or the service says that it is no text. */
export function isFileAnswer(
  request: Pick<HttpRequest, 'file'>,
  status: number,
  headers: Headers,
): boolean {
  const isGood = status >= 200 && status <= 299;
  return isGood && (request.file !== undefined || isBinary(headers['content-type']));
}

export function toFile(
  { file, path }: Pick<HttpRequest, 'file' | 'path'>,
  headers: Headers,
  bytes: Uint8Array,
): JsonObject {
  const type = headers['content-type'];
  const text = file === 'base64' ? undefined : readable(bytes, type, file === 'text');
  return {
    name: nameOf(headers, path),
    ...(type === undefined ? {} : { type }),
    size: bytes.byteLength,
    ...(text === undefined ? { base64: toBase64(bytes) } : { text }),
  };
}

/** The same where the file is to be passed on: its bytes go where the host keeps them, while they come. Throws as `keepFile` does. */
export async function toKeptFile(
  { path }: Pick<HttpRequest, 'path'>,
  headers: Headers,
  bytes: AsyncIterable<Uint8Array>,
  files: KeptFiles,
): Promise<JsonObject> {
  const type = headers['content-type'];
  const name = nameOf(headers, path);
  const kept = await keepFile(files, bytes);
  return {
    name,
    ...(type === undefined ? {} : { type }),
    size: kept.size,
    content: attachmentTo(kept, name, type),
  };
}

function nameOf(headers: Headers, path: string): string {
  return nameIn(headers['content-disposition']) ?? lastPart(path);
}

/** The text of bytes; undefined where they are none, or nobody says that they are. */
export function readable(
  bytes: Uint8Array,
  type: string | undefined,
  isWanted = false,
): string | undefined {
  if (!isWanted && isBinary(type)) return undefined;
  try {
    const text = decoderOf(bytes, type, true).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined; // other bytes than it says, or a charset that nobody here knows
  }
}

/** The name of a header `Content-Disposition` (RFC 6266), the one for all letters first. */
function nameIn(header: string | undefined): string | undefined {
  const long = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header ?? '')?.[1];
  const short = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header ?? '');
  const said =
    long === undefined ? (short?.[1]?.replaceAll(/\\(.)/g, '$1') ?? short?.[2]) : decoded(long);
  return said === undefined ? undefined : plainName(said);
}

function lastPart(path: string): string {
  return plainName(decoded(path.split('/').at(-1) ?? '')) ?? 'file';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that stands for itself
  }
}

/** Without folders and control characters: a name that somebody else made leads nowhere. */
function plainName(name: string): string | undefined {
  const plain = (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200);
  return plain === '' || plain === '.' || plain === '..' ? undefined : plain;
}
