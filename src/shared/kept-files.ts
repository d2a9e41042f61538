import type { Wording } from './problem.ts';
import { shortened } from './shortened.ts';

/**
 * Bytes of files on their way from one step to another, kept by the host of a run.
 *
 * 1. Only whole files are found: what breaks off while it comes leaves nothing.
 * 2. Together they have at most so many bytes; beyond that the oldest are let go, and a step that wants one says so in words.
 */
export interface KeptFiles {
  /** Keeps what comes; rejects as it does. */
  keep(pieces: AsyncIterable<Uint8Array>): Promise<{ readonly id: string; readonly size: number }>;
  /** Undefined: it is not here, or not any more. */
  find(id: string): Promise<Blob | undefined>;
  /** Lets one go that nothing names: what it was made for did not come about. */
  forget(id: string): Promise<void>;
}

/** What a step says that wants a file which was let go. */
export function fileGone(name: string) {
  return {
    code: 'failures.file-gone',
    params: { name: shortened(name, 200) },
  } as const satisfies Wording;
}

/** So many pieces' bytes become one part: the platform then may keep it outside of this thread's memory. */
const partBytes = 1024 * 1024;

/** Files in the platform's own keeping (`Blob`): of a browser that is not the thread's memory, and large ones are on its disk. */
export function createBlobFiles(mostBytes = Number.POSITIVE_INFINITY): KeptFiles {
  const kept = new Map<string, Blob>();
  let bytes = 0;
  return {
    async keep(pieces) {
      const parts: Blob[] = [];
      let open: Uint8Array<ArrayBuffer>[] = [];
      let openBytes = 0;
      for await (const piece of pieces) {
        // No memory of ours is shared between threads, which is what the type asks about.
        open.push(piece as Uint8Array<ArrayBuffer>);
        openBytes += piece.byteLength;
        if (openBytes < partBytes) continue;
        parts.push(new Blob(open));
        open = [];
        openBytes = 0;
      }
      const file = new Blob([...parts, ...open]);
      const id = crypto.randomUUID();
      kept.set(id, file);
      bytes += file.size;
      for (const [oldest, { size }] of kept) {
        if (bytes <= mostBytes || oldest === id) break;
        kept.delete(oldest);
        bytes -= size;
      }
      return { id, size: file.size };
    },
    find: (id) => Promise.resolve(kept.get(id)),
    forget(id) {
      bytes -= kept.get(id)?.size ?? 0;
      kept.delete(id);
      return Promise.resolve();
    },
  };
}

/** Piece by piece, each when it is asked for; whoever leaves early closes it. */
export async function* piecesOf(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = bytes.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
