import type { z } from 'zod';
import { parseJson } from '../shared/index.ts';
import { RefusedError } from './refusal.ts';

/** A message of 10 MB, written as JSON text inside JSON text. */
export const callBytes = 24 * 1024 * 1024;

/** The request's bytes, at most so many. Throws `proxy.request-too-large` as soon as it is sure. */
export async function readBytes(request: Request, capBytes: number): Promise<Buffer> {
  if (isDeclared(request, capBytes)) return Buffer.from(await request.arrayBuffer());
  if (request.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let seen = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    seen += chunk.byteLength;
    if (seen > capBytes) throw requestTooLarge(capBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The request's text. Throws as `readBytes` does. */
export async function readText(request: Request, capBytes: number): Promise<string> {
  if (isDeclared(request, capBytes)) return request.text();
  return (await readBytes(request, capBytes)).toString('utf8');
}

/** The HTTP parser holds a body to its declared length: nothing needs to be counted. */
function isDeclared(request: Request, capBytes: number): boolean {
  const declared = request.headers.get('content-length');
  checkDeclared(declared ?? undefined, capBytes);
  return declared !== null;
}

/** By what the sender says of the length. Throws `proxy.request-too-large`. */
export function checkDeclared(length: string | undefined, capBytes: number): void {
  if (length !== undefined && !(Number(length) <= capBytes)) throw requestTooLarge(capBytes);
}

export function requestTooLarge(capBytes: number): RefusedError {
  return new RefusedError('proxy.request-too-large', {
    megabytes: Math.round(capBytes / 1024 / 1024),
  });
}

/** The request's JSON in the wanted shape. Throws `proxy.request-not-understood`. */
export async function readJson<Shape>(
  request: Request,
  schema: z.ZodType<Shape>,
  capBytes: number,
): Promise<Shape> {
  return shapedAs(schema, await readText(request, capBytes));
}

/** The JSON text in the wanted shape. Throws `proxy.request-not-understood`. */
export function shapedAs<Shape>(schema: z.ZodType<Shape>, text: string): Shape {
  const parsed = parseJson(text);
  const shaped = parsed.ok ? schema.safeParse(parsed.value) : undefined;
  if (shaped?.success === true) return shaped.data;
  // The place only: the value may be a secret.
  throw new RefusedError('proxy.request-not-understood', {
    at: shaped?.error.issues[0]?.path.join('/').slice(0, 100) ?? '',
  });
}
