/**
 * Decompression with a cap at every stage: what expands without end is cut where it expands, with flat memory (P7).
 */
import { pipeline, Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
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
  body: AsyncIterable<Uint8Array>,
  layers: readonly Layer[],
  capBytes: number,
): AsyncIterable<Uint8Array> {
  if (layers.length === 0) return body;
  const stages = layers.flatMap((name): Transform[] => [decoders[name](), capStage(capBytes)]);
  // Errors reach the reader through the last stage; the callback only keeps them from being unhandled.
  pipeline([Readable.from(body), ...stages], () => undefined);
  return stages.at(-1) ?? body;
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
