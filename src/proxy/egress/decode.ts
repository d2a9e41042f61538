/**
 * Decompression with a cap at every stage: what expands without end is cut where it expands, with flat memory (P7).
 */
import { pipeline, Transform, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { RefusedError } from '../refusal.ts';

const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;
export const acceptedEncodings = 'gzip, deflate, br';
/** More than two layers is no service, it is a bomb. */
const mostLayers = 2;

/** The body as the service meant it. `encoding` is its `Content-Encoding`. */
export function decodeBody(
  body: Readable,
  encoding: string | undefined,
  capBytes: number,
): Readable {
  const layers = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (layers.length === 0) return body;
  const stages = layers.reverse().flatMap((name) => {
    const create = Object.hasOwn(decoders, name)
      ? decoders[name as keyof typeof decoders]
      : undefined;
    if (create === undefined || layers.length > mostLayers) {
      body.destroy();
      throw new RefusedError('proxy.answer-not-readable', {
        encoding: name.replace(/[^\w-]/g, '?').slice(0, 20),
      });
    }
    return [create(), capStage(capBytes)];
  });
  const last = stages.at(-1) ?? body;
  // Errors reach the reader through the last stage; the callback only keeps them from being unhandled.
  pipeline([body, ...stages], () => undefined);
  return last as Readable;
}

function capStage(capBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > capBytes)
        done(new RefusedError('proxy.answer-too-large', { megabytes: megabytesOf(capBytes) }));
      else done(null, chunk);
    },
  });
}

export function megabytesOf(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}
