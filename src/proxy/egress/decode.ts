/**
 * Decompression with a cap at every stage: what expands without end is cut where it expands, with flat memory (P7).
 *
 * 1. Without a byte there is nothing to undo, whatever the headers say: they are often those of every answer of a server,
 *    and what was written is written.
 * 2. "deflate" is zlib's format; some servers leave its frame out (RFC 9110, section 8.4.1.2), which the first byte tells.
 */
import { pipeline, Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { RefusedError } from '../refusal.ts';
import { tooLarge } from './limits.ts';

const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;
type Layer = keyof typeof decoders;
export const acceptedEncodings = 'gzip, deflate, br';
/** More than two layers is no service, it is a bomb. */
const mostLayers = 2;

/** What has to be undone, in this order. `encoding` is the service's `Content-Encoding`. */
export function layersOf(encoding: string): readonly Layer[] {
  const layers = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  return layers.map((name) => {
    if (!isLayer(name) || layers.length > mostLayers)
      throw new RefusedError('proxy.answer-not-readable', {
        encoding: name.replace(/[^\w-]/g, '?').slice(0, 20),
      });
    return name;
  });
}

/** The body as the service meant it. */
export function decodeBody(
  body: AsyncGenerator<Uint8Array, void, undefined>,
  layers: readonly Layer[],
  capBytes: number,
): AsyncIterable<Uint8Array> {
  return layers.length === 0 ? body : decoded(body, layers, capBytes);
}

async function* decoded(
  body: AsyncGenerator<Uint8Array, void, undefined>,
  layers: readonly Layer[],
  capBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const first = await body.next();
  if (first.done === true) return;
  const stages = layers.flatMap((name, at): Transform[] => [
    at === 0 ? decoderOf(name, first.value) : decoders[name](),
    capStage(capBytes),
  ]);
  // Errors reach the reader through the last stage; the callback only keeps them from being unhandled.
  pipeline([Readable.from(whole(first.value, body)), ...stages], () => undefined);
  yield* stages.at(-1) as AsyncIterable<Uint8Array>; // there is a layer, so there are two
}

async function* whole(
  first: Uint8Array,
  rest: AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield first;
  yield* rest;
}

const zlibMethod = 8;

function decoderOf(name: Layer, [byte = 0]: Uint8Array): Transform {
  const isBare = name === 'deflate' && (byte & 0x0f) !== zlibMethod;
  return isBare ? createInflateRaw() : decoders[name]();
}

function isLayer(name: string): name is Layer {
  return Object.hasOwn(decoders, name);
}

function capStage(capBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > capBytes) done(tooLarge(capBytes));
      else done(null, chunk);
    },
  });
}
