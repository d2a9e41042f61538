/** Files that the host of a run keeps, on their way out and in (page side): nobody here holds one whole. */
import {
  attachmentBytes,
  fileGone,
  isAttachment,
  type Attachment,
  type KeptFiles,
} from '../shared/index.ts';
import type { Refusal } from './contract.ts';
import type { FilesSent } from './request-files.ts';

/** The bytes of what is sent, as the platform keeps them; why not, where a file is gone. */
export async function bytesOf(
  parts: FilesSent['parts'],
  files: KeptFiles | undefined,
): Promise<Blob | Refusal> {
  const found: (Uint8Array<ArrayBuffer> | Blob)[] = [];
  for (const part of parts) {
    if (!isAttachment(part)) {
      found.push(part);
      continue;
    }
    const bytes = await files?.find(part.$attachment);
    // Of another size it is another one: whoever sends it on counts on what the message says.
    if (bytes?.size !== part.size) return { ...fileGone(part.name), retryable: false };
    found.push(bytes);
  }
  return new Blob(found);
}

/** As `/api/…-with-file` takes it: JSON has no line break of its own. */
export function behind(line: string, bytes: Blob): Blob {
  return new Blob([line, '\n', bytes]);
}

/** Keeps a file while it comes, never more of it than a file may have. Throws `TooLarge`, and what `pieces` throws. */
export async function keepFile(
  files: KeptFiles,
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ readonly id: string; readonly size: number }> {
  return files.keep(upTo(attachmentBytes, pieces));
}

export class TooLarge extends Error {}

async function* upTo(
  most: number,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let seen = 0;
  for await (const piece of pieces) {
    seen += piece.byteLength;
    if (seen > most) throw new TooLarge();
    yield piece;
  }
}

/** How a message names a file that is kept. */
export function attachmentTo(
  { id, size }: { readonly id: string; readonly size: number },
  name: string,
  type: string | undefined,
): Attachment {
  return { $attachment: id, name, ...(type === undefined ? {} : { type }), size };
}
