import type { SendMailOptions } from 'nodemailer';
import type { Readable } from 'node:stream';
import {
  isAttachment,
  isJsonList,
  isJsonObject,
  type Attachment,
  type Json,
} from '../../shared/index.ts';
import { RefusedError } from '../refusal.ts';
import { textOf } from '../tasks/form.ts';
import { addressesOf } from './addresses.ts';
import { checkPassed, emptyFiles, type PassedFiles } from './passed-files.ts';

const mostRecipients = 50;
const mostAttachments = 100;
const largestMail = 10 * 1024 * 1024;
/** One mailbox; what is stricter is the server's to say. No line break, no second address, no header. */
const mailbox = /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u;

/**
 * The mail that fields say: `to`, `cc`, `bcc`, `replyTo`, `subject`, `text`, `html`, `attachments`, and of an answer `inReplyTo`.
 * Without a sender the service knows who sends. `files`: those that came behind the request. Throws a refusal that names the field.
 */
export function mailOf(
  input: Json,
  { from, files }: { readonly from?: string; readonly files?: PassedFiles | undefined } = {},
): SendMailOptions {
  const to = addressesIn(input, 'to');
  const cc = addressesIn(input, 'cc');
  const bcc = addressesIn(input, 'bcc');
  const count = to.length + cc.length + bcc.length;
  if (count === 0) throw new RefusedError('proxy.mail-without-recipient');
  if (count > mostRecipients)
    throw new RefusedError('proxy.mail-too-many-recipients', { count, most: mostRecipients });
  const text = textOf(input, 'text');
  const html = textOf(input, 'html');
  const attachments = attachmentsOf(input, files ?? emptyFiles);
  checkPassed(input, passedIn(input), files !== undefined);
  const size = attachments.reduce(
    (sum, { content }) => sum + (content instanceof Buffer ? content.byteLength : 0),
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

interface MailFile {
  readonly filename: string;
  readonly content: Buffer | Readable;
  readonly contentType?: string;
  /** Of what comes while it goes out nobody can see which letters are in it. */
  readonly contentTransferEncoding?: 'base64';
}

function listOf(input: Json): readonly Json[] {
  const said = isJsonObject(input) ? input['attachments'] : undefined;
  return isJsonList(said) ? said : [];
}

/** The files to pass on among the attachments, in their order. */
export function passedIn(input: Json): readonly Attachment[] {
  return listOf(input).flatMap((each) => passedOf(each) ?? []);
}

function passedOf(each: Json): Attachment | undefined {
  const content = isJsonObject(each) ? each['content'] : undefined;
  return isAttachment(content) ? content : undefined;
}

function attachmentsOf(input: Json, files: PassedFiles): MailFile[] {
  const list = listOf(input);
  // Each costs a part of its own, also an empty one.
  if (list.length > mostAttachments)
    throw new RefusedError('proxy.mail-too-many-attachments', {
      count: list.length,
      most: mostAttachments,
    });
  return list.map((each, at) => {
    const passed = passedOf(each);
    const packed = textOf(each, 'base64').replace(/\s/g, '');
    if (packed !== '' && !/^[A-Za-z0-9+/]*={0,2}$/.test(packed))
      throw new RefusedError('proxy.base64-not-readable');
    const type = textOf(each, 'type') || textOf(passed ?? {}, 'type');
    const name = oneLine(textOf(each, 'name')) || oneLine(passed?.name ?? '');
    const content =
      packed === '' ? Buffer.from(textOf(each, 'text'), 'utf8') : Buffer.from(packed, 'base64');
    return {
      filename: name.replace(/[/\\]/g, '_') || `attachment-${at + 1}`,
      ...(passed === undefined
        ? { content }
        : { content: files(passed), contentTransferEncoding: 'base64' as const }),
      ...(/^[\w.+-]+\/[\w.+-]+$/.test(type) ? { contentType: type } : {}),
    };
  });
}
