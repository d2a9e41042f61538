/** What is sent with a call: its bytes, and what they are. */
import { attachmentBytes } from '../shared/index.ts';
import type { FilePieces } from './arrived-file.ts';
import type { CallRequest } from './contract.ts';
import { isHeaderValue, type HeaderPair } from './egress/headers.ts';
import { mailBytes } from './mail/mail-bytes.ts';
import { RefusedError } from './refusal.ts';
import { requestTooLarge } from './request-body.ts';

type Body = NonNullable<CallRequest['body']>;

/** Bytes that come while they go out: so many in all. */
export interface Passing {
  readonly pieces: FilePieces;
  readonly length: number;
}

export function isPassing(body: unknown): body is Passing {
  return typeof body === 'object' && body !== null && 'pieces' in body;
}

export interface Content {
  readonly content: string | Buffer | Passing;
  readonly type: string;
}

const textTypes = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  text: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
} as const;

/** Throws `proxy.base64-not-readable`, and of an e-mail what it cannot be sent for. `file`: what came behind the call. */
export async function contentOf(body: Body, file?: FilePieces): Promise<Content> {
  if (body.as === 'file') {
    if (file === undefined) throw new RefusedError('proxy.request-not-understood', { at: 'body' });
    if (body.size > attachmentBytes) throw requestTooLarge(attachmentBytes);
    return { content: { pieces: file, length: body.size }, type: typeOf(body.type) };
  }
  if (body.as === 'mail') return mailBytes(body.mail, body.fields, file);
  if (body.as !== 'bytes') return { content: body.text, type: textTypes[body.as] };
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(body.base64))
    throw new RefusedError('proxy.base64-not-readable');
  return { content: Buffer.from(body.base64, 'base64'), type: typeOf(body.type) };
}

/** The caller's own type counts, but for what has parts: which ones, only its own type says. */
export function withContentType(
  headers: readonly HeaderPair[],
  { type }: Content,
): readonly HeaderPair[] {
  if (/^multipart\//i.test(type))
    return [...headers.filter(([name]) => name !== 'content-type'), ['content-type', type]];
  return headers.some(([name]) => name === 'content-type')
    ? headers
    : [...headers, ['content-type', type]];
}

function typeOf(type: string): string {
  const isType = /^[\w.+-]+\/[\w.+-]+/.test(type) && isHeaderValue(type);
  return isType ? type : 'application/octet-stream';
}
