import type { SendMailOptions } from 'nodemailer';
import { isJsonList, isJsonObject, type Json } from '../../shared/index.ts';
import { RefusedError } from '../refusal.ts';
import { textOf } from '../tasks/form.ts';
import { addressesOf } from './addresses.ts';

const mostRecipients = 50;
const mostAttachments = 100;
const largestMail = 10 * 1024 * 1024;
/** One mailbox; what is stricter is the server's to say. No line break, no second address, no header. */
const mailbox = /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u;

/**
 * The mail that fields say: `to`, `cc`, `bcc`, `replyTo`, `subject`, `text`, `html`, `attachments`, and of an answer `inReplyTo`.
 * Without a sender the service knows who sends. Throws a refusal that names the field.
 */
export function mailOf(input: Json, from?: string): SendMailOptions {
  const to = addressesIn(input, 'to');
  const cc = addressesIn(input, 'cc');
  const bcc = addressesIn(input, 'bcc');
  const count = to.length + cc.length + bcc.length;
  if (count === 0) throw new RefusedError('proxy.mail-without-recipient');
  if (count > mostRecipients)
    throw new RefusedError('proxy.mail-too-many-recipients', { count, most: mostRecipients });
  const text = textOf(input, 'text');
  const html = textOf(input, 'html');
  const attachments = attachmentsIn(input);
  const size = attachments.reduce(
    (sum, { content }) => sum + content.byteLength,
    text.length + html.length,
  );
  if (size > largestMail)
    throw new RefusedError('proxy.mail-too-large', { megabytes: largestMail / 1024 / 1024 });
  const [replyTo] = addressesIn(input, 'replyTo');
  const answered = oneLine(textOf(input, 'inReplyTo'));
  return {
    ...(from === undefined ? {} : { from: senderOf(from, textOf(input, 'fromName')) }),
    to,
    cc,
    bcc,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(answered === '' ? {} : { inReplyTo: answered, references: answered }),
    subject: oneLine(textOf(input, 'subject')),
    ...(text === '' && html !== '' ? {} : { text }),
    ...(html === '' ? {} : { html }),
    attachments,
  };
}

function senderOf(
  address: string,
  name: string,
): { readonly name: string; readonly address: string } {
  return { name: oneLine(name), address: checked(address, 'from') };
}

/** A list, or one text with addresses between commas, with or without names. */
function addressesIn(input: Json, field: string): string[] {
  const said = isJsonObject(input) ? input[field] : undefined;
  const texts = isJsonList(said) ? said : [said];
  return texts.flatMap((text) =>
    typeof text === 'string' ? addressesOf(text).map((each) => checked(each, field)) : [],
  );
}

function checked(address: string, field: string): string {
  if (address.length <= 320 && mailbox.test(address)) return address;
  throw new RefusedError('proxy.mail-address-not-valid', {
    address: address.replace(/\p{Cc}/gu, ' ').slice(0, 100),
    field: `/${field}`,
  });
}

/** A line break in it would begin another header. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

interface Attachment {
  readonly filename: string;
  readonly content: Buffer;
  readonly contentType?: string;
}

function attachmentsIn(input: Json): Attachment[] {
  const said = isJsonObject(input) ? input['attachments'] : undefined;
  const list = isJsonList(said) ? said : [];
  // Each costs a part of its own, also an empty one.
  if (list.length > mostAttachments)
    throw new RefusedError('proxy.mail-too-many-attachments', {
      count: list.length,
      most: mostAttachments,
    });
  return list.map((each, at) => {
    const packed = textOf(each, 'base64').replace(/\s/g, '');
    if (packed !== '' && !/^[A-Za-z0-9+/]*={0,2}$/.test(packed))
      throw new RefusedError('proxy.base64-not-readable');
    const type = textOf(each, 'type');
    return {
      filename: oneLine(textOf(each, 'name')).replace(/[/\\]/g, '_') || `attachment-${at + 1}`,
      content:
        packed === '' ? Buffer.from(textOf(each, 'text'), 'utf8') : Buffer.from(packed, 'base64'),
      ...(/^[\w.+-]+\/[\w.+-]+$/.test(type) ? { contentType: type } : {}),
    };
  });
}
