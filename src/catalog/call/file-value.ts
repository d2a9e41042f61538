/**
 * Files in a message: `{ name, type?, text | base64 | content }`, as "Read a file" gives them and attachments take them. Of
 * `content` the host keeps the bytes: it may have more than a message.
 */
import {
  attachmentBytes,
  fromBase64,
  isAttachment,
  isJsonList,
  isJsonObject,
  type Json,
} from '../../shared/index.ts';

/** So much can be sent as files: what a message usually has at most. */
const messageBytes = 10 * 1024 * 1024;

/** Why these cannot be sent as files: the code of a sentence, and what it names. */
export interface FileTrouble {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Undefined: all of them can be sent. */
export function fileTrouble(files: readonly (Json | undefined)[]): FileTrouble | undefined {
  let size = 0;
  let kept = 0;
  for (const [at, file] of files.entries()) {
    const content = contentOf(file);
    if (content !== undefined) {
      if (!isAttachment(content)) return { code: 'file-only-example', params: nameOf(file, at) };
      kept += content.size;
      continue;
    }
    const bytes = sizeOf(file);
    if (bytes === undefined) return { code: 'file-without-content', params: nameOf(file, at) };
    if (bytes === 'unreadable') return { code: 'file-not-base64', params: nameOf(file, at) };
    size += bytes;
  }
  if (size + kept > attachmentBytes)
    return { code: 'files-too-large-to-pass', params: megabytes(attachmentBytes) };
  return size > messageBytes
    ? { code: 'files-too-large', params: megabytes(messageBytes) }
    : undefined;
}

function contentOf(file: Json | undefined): Json | undefined {
  const content = isJsonObject(file) ? file['content'] : undefined;
  return content === null ? undefined : content;
}

function megabytes(bytes: number): FileTrouble['params'] {
  return { megabytes: bytes / 1024 / 1024 };
}

/** The files of a form; one alone is a list of one. */
export function filesOf(value: Json | undefined): readonly Json[] {
  const files = isJsonObject(value) ? value['files'] : undefined;
  if (files === undefined || files === null) return [];
  return isJsonList(files) ? files : [files];
}

function sizeOf(file: Json | undefined): number | 'unreadable' | undefined {
  if (!isJsonObject(file)) return undefined;
  const { text, base64 } = file;
  if (typeof base64 === 'string' && base64 !== '') {
    const read = fromBase64(base64);
    return read.ok ? read.value.byteLength : 'unreadable';
  }
  // A text of other scripts has up to three bytes a sign: the service's own limit counts then.
  if (typeof text === 'string') return text.length;
  return base64 === '' ? 0 : undefined;
}

function nameOf(file: Json | undefined, at: number): { readonly file: string } {
  const name = isJsonObject(file) ? file['name'] : undefined;
  return { file: typeof name === 'string' && name !== '' ? name.slice(0, 100) : `#${at + 1}` };
}
