/**
 * An e-mail as services take it that are asked by HTTP (RFC 5322): the same fields and checks as over SMTP, written down
 * instead of sent. One with files that came behind the request is written while it goes out.
 */
import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { writeJson, type Json } from '../../shared/index.ts';
import type { FilePieces } from '../arrived-file.ts';
import { mailOf, passedIn } from './mail.ts';
import { emptyFiles, filesIn, type PassedFiles } from './passed-files.ts';

export interface SentMail {
  readonly content: Buffer | { readonly pieces: FilePieces; readonly length: number };
  readonly type: string;
}

/** The e-mail alone; behind a JSON part where there are `fields` (RFC 2387). Throws a refusal that names the field. */
export async function mailBytes(input: Json, fields?: Json, file?: FilePieces): Promise<SentMail> {
  const { before, after, type } = framed(fields);
  if (file === undefined) {
    const mail = await composed(input).build();
    return { content: Buffer.concat([before, mail, after]), type };
  }
  const mail = composed(input, filesIn(file)).createReadStream();
  const length = before.length + (await lengthOf(input)) + after.length;
  return { content: { pieces: inOrder(before, mail, after, file), length }, type };
}

function framed(fields: Json | undefined): { before: Buffer; after: Buffer; type: string } {
  if (fields === undefined)
    return { before: Buffer.alloc(0), after: Buffer.alloc(0), type: 'message/rfc822' };
  const boundary = `footbridge-${randomBytes(12).toString('hex')}`;
  const part = (type: string): string => `--${boundary}\r\nContent-Type: ${type}\r\n\r\n`;
  return {
    before: Buffer.from(
      `${part('application/json; charset=UTF-8')}${writeJson(fields)}\r\n${part('message/rfc822')}`,
    ),
    after: Buffer.from(`\r\n--${boundary}--\r\n`),
    type: `multipart/related; boundary=${boundary}`,
  };
}

function composed(input: Json, files?: PassedFiles, from?: string) {
  const node = new MailComposer({
    ...mailOf(input, { files, ...(from === undefined ? {} : { from }) }),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  // Who gets a blind copy is said to the service here and nowhere else; it takes the line out.
  node.keepBcc = true;
  return node;
}

/** So many bytes the e-mail has, its files among them: what is written around them has the same length each time. */
export async function lengthOf(input: Json, from?: string): Promise<number> {
  let length = 0;
  for await (const piece of composed(input, emptyFiles, from).createReadStream())
    length += (piece as Buffer).byteLength;
  return passedIn(input).reduce((sum, { size }) => sum + inLines(size), length);
}

/** As Base64, in lines of 76 signs (RFC 2045). */
function inLines(size: number): number {
  const signs = Math.ceil(size / 3) * 4;
  return signs + 2 * Math.max(0, Math.ceil(signs / 76) - 1);
}

async function* inOrder(
  before: Buffer,
  mail: Readable,
  after: Buffer,
  file: FilePieces,
): FilePieces {
  try {
    if (before.length > 0) yield before;
    yield* mail as AsyncIterable<Buffer>;
    if (after.length > 0) yield after;
  } finally {
    await file.return();
  }
}
