/**
 * An e-mail as services take it that are asked by HTTP (RFC 5322): the same fields and checks as over SMTP, written down
 * instead of sent.
 */
import { randomBytes } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { writeJson, type Json } from '../../shared/index.ts';
import { mailOf } from './mail.ts';

export interface SentBytes {
  readonly bytes: Buffer;
  readonly type: string;
}

/** The e-mail alone; behind a JSON part where there are `fields` (RFC 2387). Throws a refusal that names the field. */
export async function mailBytes(input: Json, fields?: Json): Promise<SentBytes> {
  const node = new MailComposer({
    ...mailOf(input),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  // Who gets a blind copy is said to the service here and nowhere else; it takes the line out.
  node.keepBcc = true;
  const mail = await node.build();
  if (fields === undefined) return { bytes: mail, type: 'message/rfc822' };
  const boundary = `footbridge-${randomBytes(12).toString('hex')}`;
  const part = (type: string): string => `--${boundary}\r\nContent-Type: ${type}\r\n\r\n`;
  return {
    bytes: Buffer.concat([
      Buffer.from(`${part('application/json; charset=UTF-8')}${writeJson(fields)}\r\n`),
      Buffer.from(part('message/rfc822')),
      mail,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    type: `multipart/related; boundary=${boundary}`,
  };
}
