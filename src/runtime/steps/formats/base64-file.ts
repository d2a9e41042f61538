/** Files to and from Base64, piece by piece: neither is ever here as a whole, but for a text that goes into the message. */
import { settingsWithDefaults } from '../../../catalog/index.ts';
import {
  failure,
  fromBase64,
  isJsonObject,
  piecesOf,
  success,
  toBase64,
  type Json,
  type KeptFiles,
  type Result,
} from '../../../shared/index.ts';
import { type Failure, refusedAt } from '../../failure.ts';
import type { Executor } from '../executor.ts';
import { givenFile, textPieces } from '../file-text.ts';
import { givenText, longestText } from '../given-text.ts';
import { makingFiles, NotMade, type Pieces } from '../made-files.ts';
import { takesTime } from '../takes-time.ts';

export const encodeBase64File: Executor = {
  form: 'calling',
  make(setup) {
    const { alphabet, as } = settingsWithDefaults(setup.operation, setup.step.settings);
    const use = alphabet === 'address' ? 'address' : 'usual';
    return takesTime(setup, async (at, io) => {
      const given = await givenFile(at.fields, 'content', setup.world.ports.files);
      if (!given.ok) return given.reason;
      const { name, bytes } = given.value;
      const signs = encoded(piecesOf(bytes.stream()), use);
      const made = await makingFiles(setup, at, async (keep): Promise<Json> => {
        if (as === 'content') {
          const content = await keep({ name: `${name}.txt`, type: 'text/plain' }, asBytes(signs));
          return { name: content.name, size: content.size, content };
        }
        if (Math.ceil(bytes.size / 3) * 4 > longestText)
          throw new NotMade(
            refusedAt('steps.base64-too-long', ['content'], { megabytes: (longestText * 3) / 4e6 }),
          );
        let text = '';
        for await (const piece of signs) text += piece;
        return { name, size: bytes.size, text };
      });
      if (!made.ok) return made.reason;
      await io.give([made.value], false);
      return undefined;
    });
  },
};

export const decodeBase64File: Executor = {
  form: 'calling',
  make: (setup) =>
    takesTime(setup, async (at, io) => {
      const given = await signsIn(at.fields, setup.world.ports.files);
      if (!given.ok) return given.reason;
      const name = textIn(at.fields, 'name') ?? 'file';
      const type = textIn(at.fields, 'type');
      const made = await makingFiles(setup, at, async (keep): Promise<Json> => {
        const content = await keep({ name, type }, decoded(given.value.pieces, given.value.field));
        return { name, ...(type === undefined ? {} : { type }), size: content.size, content };
      });
      if (!made.ok) return made.reason;
      await io.give([made.value], false);
      return undefined;
    }),
};

function textIn(fields: Json, field: string): string | undefined {
  const value = isJsonObject(fields) ? fields[field] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Three bytes are four signs: what is left of a piece waits for the next one. */
async function* encoded(
  pieces: Pieces,
  use: 'usual' | 'address',
): AsyncGenerator<string, void, undefined> {
  let left = new Uint8Array();
  for await (const piece of pieces) {
    const all = new Uint8Array(left.length + piece.length);
    all.set(left);
    all.set(piece, left.length);
    const whole = all.length - (all.length % 3);
    left = all.slice(whole);
    yield toBase64(all.subarray(0, whole), use);
  }
  yield toBase64(left, use);
}

async function* asBytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

interface Signs {
  readonly field: string;
  readonly pieces: AsyncIterable<string>;
}

/** The text in a file to pass on, where there is one, or that of the field. */
async function signsIn(fields: Json, files: KeptFiles): Promise<Result<Signs, Failure>> {
  const field = 'content';
  if (isJsonObject(fields) && (fields[field] ?? null) !== null) {
    const given = await givenFile(fields, field, files);
    return given.ok ? success({ field, pieces: textOf(given.value, field) }) : given;
  }
  const given = givenText(fields, 'text');
  return given.ok ? success({ field: 'text', pieces: atOnce(given.value) }) : failure(given.reason);
}

async function* atOnce(text: string): AsyncGenerator<string, void, undefined> {
  await Promise.resolve();
  yield text;
}

async function* textOf(
  file: { readonly name: string; readonly bytes: Blob },
  field: string,
): AsyncGenerator<string, void, undefined> {
  for await (const piece of textPieces(file)) {
    if (piece === undefined)
      throw new NotMade(refusedAt('steps.file-not-text', [field], { name: file.name }));
    yield piece.text;
  }
}

const filling = '='.charCodeAt(0);
/** Fewer than four signs, with what may stand between and behind them. */
const longestEnd = 100_000;

/** Four signs are three bytes, whatever stands between them: what is left of a piece waits for the next one. */
async function* decoded(
  pieces: AsyncIterable<string>,
  field: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = '';
  let before = 0;
  const bytesOf = (signs: string): Uint8Array => {
    const bytes = fromBase64(signs);
    if (!bytes.ok)
      throw new NotMade(
        refusedAt('steps.base64-broken', [field], { place: before + bytes.reason }),
      );
    before += signs.length;
    return bytes.value;
  };
  for await (const piece of pieces) {
    const all = left + piece;
    const end = endOfFours(all);
    left = all.slice(end);
    if (end > 0) yield bytesOf(all.slice(0, end));
    if (left.length > longestEnd)
      throw new NotMade(refusedAt('steps.base64-broken', [field], { place: before + 1 }));
  }
  if (left !== '') yield bytesOf(left);
}

/** Behind the last four signs that are whole; what may be the end of the text, with its filling, stays together. */
function endOfFours(text: string): number {
  let end = 0;
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === filling) return end;
    if ((code <= 32 || code > 127) && /\s/.test(text.charAt(at))) continue;
    signs++;
    if (signs % 4 === 0) end = at + 1;
  }
  return end;
}
