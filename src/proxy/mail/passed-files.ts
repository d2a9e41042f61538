/**
 * Files of an e-mail that the page's host keeps: their bytes come behind the request, one file after the other, and go into
 * the e-mail while they come. What they hold is never here as a whole.
 */
import { Readable } from 'node:stream';
import { attachmentBytes, attachmentsIn, type Attachment, type Json } from '../../shared/index.ts';
import type { FilePieces } from '../arrived-file.ts';
import { RefusedError } from '../refusal.ts';
import { requestTooLarge } from '../request-body.ts';

/** The bytes of one file after the other, each asked for once and in their order. */
export type PassedFiles = (file: Attachment) => Readable;

/** Nothing in place of what is in them: for an e-mail that is only measured. */
export const emptyFiles: PassedFiles = () => Readable.from([]);

/** `came`: told of each piece that was taken. A file that ends too soon breaks the e-mail off. */
export function filesIn(pieces: FilePieces, came: () => void = () => undefined): PassedFiles {
  let rest: Uint8Array | undefined;

  async function* bytesOf(size: number): AsyncGenerator<Uint8Array, void, undefined> {
    for (let left = size; left > 0;) {
      const piece = rest ?? (await next());
      rest = piece.byteLength > left ? piece.subarray(left) : undefined;
      const here = piece.subarray(0, left);
      left -= here.byteLength;
      came();
      yield here;
    }
  }

  async function next(): Promise<Uint8Array> {
    const { done, value } = await pieces.next();
    if (done === true)
      throw new RefusedError('proxy.request-not-understood', { at: 'attachments' });
    return value;
  }

  return ({ size }) => Readable.from(bytesOf(size));
}

/** Throws where they are not those that the e-mail takes, or too large together. */
export function checkPassed(input: Json, taken: readonly Attachment[], isThere: boolean): void {
  const size = taken.reduce((sum, each) => sum + each.size, 0);
  if (size > attachmentBytes) throw requestTooLarge(attachmentBytes);
  const isExact = taken.every((each) => Number.isInteger(each.size) && each.size >= 0);
  if (!isExact || (taken.length > 0 && !isThere))
    throw new RefusedError('proxy.request-not-understood', { at: 'attachments' });
  // Behind the request stand the bytes of all that are named in it: one elsewhere would be taken for another.
  if (attachmentsIn(input).length !== taken.length) throw new RefusedError('proxy.file-not-taken');
}
