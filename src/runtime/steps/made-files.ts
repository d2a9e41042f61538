/**
 * Files that a step makes: its host keeps them while they are made, and messages name them.
 *
 * 1. Each is an outside effect, done once for its message: a replay keeps nothing again.
 * 2. Whole or not at all: of what is refused, or cancelled on the way, none is kept.
 */
import {
  attachmentBytes,
  failure,
  success,
  type Attachment,
  type Result,
} from '../../shared/index.ts';
import { type Failure, refusedAt } from '../failure.ts';
import type { StepSetup } from './executor.ts';
import type { At } from './takes-time.ts';

export type Pieces = AsyncIterable<Uint8Array>;

/** Thrown while something is made that cannot be. */
export class NotMade extends Error {
  readonly failure: Failure;
  constructor(why: Failure) {
    super(why.code);
    this.failure = why;
  }
}

/** Keeps one file; what cannot be made is thrown by `pieces`. */
export type Keep = (
  file: { readonly name: string; readonly type?: string | undefined },
  pieces: Pieces,
) => Promise<Attachment>;

/** What `make` gives, or why it gives nothing. */
export async function makingFiles<Made>(
  { step, world: { ports, signal } }: StepSetup,
  { message, context }: Pick<At, 'message' | 'context'>,
  make: (keep: Keep) => Promise<Made>,
): Promise<Result<Made, Failure>> {
  const ids: string[] = [];
  const keep: Keep = async ({ name, type }, pieces) => {
    const kept = await ports.step(`${message.id}/${step.id}/${ids.length}`, async (own) => {
      try {
        return success(await ports.files.keep(whole(pieces, [signal, own])));
      } catch (cause) {
        if (cause instanceof NotMade) return failure(cause.failure);
        throw cause;
      }
    });
    if (!kept.ok) throw new NotMade(kept.reason);
    const { id, size } = kept.value;
    ids.push(id);
    return { $attachment: id, name, ...(type === undefined ? {} : { type }), size };
  };
  try {
    return success(await make(keep));
  } catch (cause) {
    for (const id of ids) await ports.files.forget(id);
    // A run that has stopped does not come back from here.
    await context.breathe?.();
    if (cause instanceof NotMade) return failure(cause.failure);
    throw cause;
  }
}

/** Never more than a file may have, and nothing more once nobody waits for it. */
async function* whole(
  pieces: Pieces,
  signals: readonly AbortSignal[],
): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0;
  for await (const piece of pieces) {
    for (const signal of signals) signal.throwIfAborted();
    size += piece.byteLength;
    if (size > attachmentBytes)
      throw new NotMade(
        refusedAt('steps.file-made-too-large', [], { megabytes: attachmentBytes / 1024 / 1024 }),
      );
    yield piece;
  }
}

/** All of it at once, where it is not more than that. */
export async function inOne(
  pieces: Pieces,
  mostBytes: number,
  tooLarge: () => Failure,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > mostBytes) throw new NotMade(tooLarge());
    parts.push(piece);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}
