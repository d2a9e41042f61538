/**
 * A request that brings a file along: one line of JSON, and behind it the file's bytes, which are taken as fast as whoever
 * sends them on takes them. Neither is ever longer than it may be, and no more of it is read than that.
 */
import { attachmentBytes, piecesOf } from '../shared/index.ts';
import { callBytes, requestTooLarge } from './request-body.ts';
import { RefusedError } from './refusal.ts';

/** Read once, to its end or left. */
export type FilePieces = AsyncGenerator<Uint8Array, void, undefined>;

export interface ArrivedFile {
  readonly line: string;
  readonly pieces: FilePieces;
}

const lineBreak = 10;

/** Throws `proxy.request-too-large` and `proxy.request-not-understood`; the pieces throw the first. */
export async function arrivedFile(body: ReadableStream<Uint8Array> | null): Promise<ArrivedFile> {
  const all = piecesOf(body ?? new Blob([]).stream());
  const head: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const next = await all.next();
    if (next.done === true) throw new RefusedError('proxy.request-not-understood', { at: '' });
    const piece = next.value;
    const end = piece.indexOf(lineBreak);
    size += end === -1 ? piece.byteLength : end;
    if (size > callBytes) {
      await all.return();
      throw requestTooLarge(callBytes);
    }
    if (end === -1) {
      head.push(piece);
      continue;
    }
    head.push(piece.subarray(0, end));
    const line = Buffer.concat(head).toString('utf8');
    return { line, pieces: closing(all, rest(piece.subarray(end + 1), all)) };
  }
}

/** A generator that was never begun does nothing when it is left: what it would have read from is left with it. */
function closing(source: FilePieces, pieces: FilePieces): FilePieces {
  const leave = pieces.return.bind(pieces);
  return Object.assign(pieces, {
    async return() {
      await source.return();
      return leave();
    },
  });
}

async function* rest(first: Uint8Array, all: FilePieces): FilePieces {
  let seen = first.byteLength;
  try {
    if (first.byteLength > 0) yield first;
    for await (const piece of all) {
      seen += piece.byteLength;
      if (seen > attachmentBytes) throw requestTooLarge(attachmentBytes);
      yield piece;
    }
  } finally {
    await all.return();
  }
}
