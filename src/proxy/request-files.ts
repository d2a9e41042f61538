/**
 * Files as they go out (page side): one alone, or several with fields as a form (`multipart/form-data`, RFC 7578) or behind a JSON part (`multipart/related`, RFC 2387). Pure, so
 * that a replay sends the same bytes.
 */
import type { BodyForm } from '../catalog/contract.ts';
import {
  fingerprint,
  fromBase64,
  isAttachment,
  isJsonList,
  isJsonObject,
  toBase64,
  writeJson,
  type Attachment,
  type Json,
} from '../shared/index.ts';
import type { CallRequest } from './contract.ts';
import { typeByName } from './content-type.ts';

type FileBody = 'multipart' | 'related' | 'bytes';

export function isOfFiles(as: BodyForm): as is FileBody {
  return as === 'multipart' || as === 'related' || as === 'bytes';
}

/** What goes out, in its order; an attachment stands for the bytes that its host keeps. */
export interface FilesSent {
  readonly type: string;
  readonly parts: readonly (Uint8Array<ArrayBuffer> | Attachment)[];
}

export function filesSent(as: FileBody, value: Json): FilesSent {
  if (as !== 'bytes') return severalParts(as, value);
  const { content, type } = readFile(value, 0);
  return { type, parts: [content] };
}

/** In the call itself, where all of it is at hand. */
export function filesBody({ type, parts }: FilesSent): CallRequest['body'] {
  const bytes = parts.filter((part) => part instanceof Uint8Array);
  return { as: 'bytes', base64: toBase64(joined(bytes)), type };
}

interface ReadFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer> | Attachment;
}

function severalParts(as: 'multipart' | 'related', value: Json): FilesSent {
  const { fields, files } = isJsonObject(value) ? value : {};
  const boundary = `footbridge-${fingerprint(value)}`;
  const encoder = new TextEncoder();
  const parts: (Uint8Array<ArrayBuffer> | Attachment)[] = [];
  const write = (...texts: readonly string[]) => parts.push(encoder.encode(texts.join('\r\n')));
  if (as === 'related')
    write(
      `--${boundary}`,
      'Content-Type: application/json; charset=UTF-8',
      '',
      `${writeJson(fields ?? {})}\r\n`,
    );
  for (const [name, each] of as === 'multipart' && isJsonObject(fields)
    ? Object.entries(fields)
    : [])
    for (const one of isJsonList(each) ? each : [each])
      if (one !== null)
        write(
          `--${boundary}`,
          `Content-Disposition: form-data; name="${quoted(name)}"`,
          // A group in a form is JSON, and its part has to say so (OpenAPI 3, "Encoding Object").
          ...(typeof one === 'object' ? ['Content-Type: application/json'] : []),
          '',
          `${textOf(one)}\r\n`,
        );
  const listed = isJsonList(files) ? files : files === undefined || files === null ? [] : [files];
  for (const [at, each] of listed.entries()) {
    const { field, name, type, content } = readFile(each, at);
    write(
      `--${boundary}`,
      ...(as === 'related'
        ? []
        : [`Content-Disposition: form-data; name="${quoted(field)}"; filename="${quoted(name)}"`]),
      `Content-Type: ${type}`,
      '',
      '',
    );
    parts.push(content);
    write('', '');
  }
  write(`--${boundary}--`, '');
  return {
    parts,
    type: `multipart/${as === 'related' ? 'related' : 'form-data'}; boundary=${boundary}`,
  };
}

function readFile(value: Json, at: number): ReadFile {
  const said = isJsonObject(value) ? value : {};
  const words = (name: string) => (typeof said[name] === 'string' ? said[name] : '');
  const kept = isAttachment(said['content']) ? said['content'] : undefined;
  const name = words('name') === '' ? (kept?.name ?? `file-${at + 1}`) : words('name');
  const type = oneLine(words('type') || String(kept?.['type'] ?? ''));
  const packed = words('base64') === '' ? undefined : fromBase64(words('base64'));
  return {
    field: words('field') === '' ? 'file' : words('field'),
    name,
    type: /^[\w.+-]+\/[\w.+-]+/.test(type)
      ? type
      : typeByName(name, packed === undefined && kept === undefined),
    // Whoever planned the request has looked at it: what cannot be read is not sent.
    content: kept ?? (packed?.ok === true ? packed.value : new TextEncoder().encode(words('text'))),
  };
}

function textOf(value: Json): string {
  return typeof value === 'object' ? writeJson(value) : String(value);
}

/** As browsers write names (RFC 7578 leaves it open): nothing in them ends the header. */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').trim();
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
