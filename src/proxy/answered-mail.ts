/**
 * An e-mail in its own form (RFC 5322) inside an answer, as fields that people and other steps know (page side). What reads
 * it is fetched with the first one.
 */
import type { Address, Attachment, Email } from 'postal-mime';
import {
  fromBase64,
  isJsonObject,
  toBase64,
  type Json,
  type JsonObject,
  type KeptFiles,
} from '../shared/index.ts';
import { attachmentTo, keepFile } from './page-attachments.ts';

/** Other mails and groups inside each other: no mail that people write has more. */
const deepest = 50;

/** The answer's body, with the fields of an e-mail where its text was. What is none stays as it came. `files`: where its files are kept, to be passed on. */
export async function withMail(body: Json, place: string, files?: KeptFiles): Promise<Json> {
  const names = place.split('/').slice(1);
  const text = names.reduce<Json | undefined>(
    (value, name) => (isJsonObject(value) ? value[name] : undefined),
    body,
  );
  if (typeof text !== 'string' || text === '') return body;
  const mail = await readMail(text);
  return mail === undefined ? body : put(body, names, await fieldsOf(mail, files));
}

function put(body: Json, [name, ...more]: readonly string[], mail: JsonObject): Json {
  if (name === undefined) return mail;
  return isJsonObject(body) ? { ...body, [name]: put(body[name] ?? null, more, mail) } : body;
}

async function readMail(text: string): Promise<Email | undefined> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    return await PostalMime.parse(bytesOf(text), {
      maxNestingDepth: deepest,
      // A mail that was passed on as a file is one, and no second text.
      rfc822Attachments: true,
      attachmentEncoding: 'arraybuffer',
    });
  } catch {
    return undefined;
  }
}

/** Services say it as Base64, as Base64 for addresses, or as the text that it is. */
function bytesOf(text: string): Uint8Array | string {
  const packed = /^[\w+/=\s-]*$/.test(text)
    ? fromBase64(text.replaceAll(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/'))
    : undefined;
  return packed?.ok === true ? packed.value : text;
}

async function fieldsOf(mail: Email, files: KeptFiles | undefined): Promise<JsonObject> {
  const attached: JsonObject[] = [];
  for (const each of mail.attachments.filter((one) => !isInText(one)))
    attached.push(await fileOf(each, attached.length, files));
  return {
    ...some('subject', mail.subject),
    ...some('from', addressesOf(mail.from === undefined ? [] : [mail.from])),
    ...some('to', addressesOf(mail.to)),
    ...some('cc', addressesOf(mail.cc)),
    ...some('replyTo', addressesOf(mail.replyTo)),
    ...some('sentAt', timeOf(mail.date)),
    ...some('messageId', mail.messageId),
    ...some('text', mail.text),
    ...some('html', mail.html),
    attachments: attached,
  };
}

const some = (name: string, value: string | undefined): JsonObject =>
  value === undefined || value === '' ? {} : { [name]: value };

function timeOf(date: string | undefined): string | undefined {
  const time = new Date(date ?? '');
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace('.000Z', 'Z');
}

/** As a mail program shows them and an e-mail takes them: `Ada Weiß <ada@example.com>`, with commas between. */
function addressesOf(addresses: readonly Address[] = []): string {
  return addresses
    .flatMap((each) => (each.group === undefined ? [each] : each.group))
    .map(({ name, address = '' }) => {
      const shown = shownName(name);
      return shown === '' ? address : `${shown} <${address}>`;
    })
    .join(', ');
}

/** Somebody else made it: in quotes where it could be read as an address or as more than one. */
function shownName(name: string): string {
  const plain = name.replaceAll(/\p{Cc}+/gu, ' ').trim();
  return /[()<>@,;:\\"[\]]/.test(plain)
    ? `"${plain.replaceAll(/[\\"]/g, String.raw`\$&`)}"`
    : plain;
}

/** A picture of a signature is part of the text, and no attachment to whoever reads it. */
function isInText({ related, disposition }: Attachment): boolean {
  return related === true && disposition !== 'attachment';
}

async function fileOf(
  { filename, mimeType, content }: Attachment,
  at: number,
  files: KeptFiles | undefined,
): Promise<JsonObject> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : bytesIn(content);
  const name = plainName(filename) ?? `attachment-${at + 1}`;
  const said = { name, type: mimeType, size: bytes.byteLength };
  if (files === undefined) return { ...said, base64: toBase64(bytes) };
  return {
    ...said,
    content: attachmentTo(await keepFile(files, inOnePiece(bytes)), name, mimeType),
  };
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve();
  yield bytes;
}

const bytesIn = (content: ArrayBuffer | Uint8Array): Uint8Array =>
  content instanceof Uint8Array ? content : new Uint8Array(content);

/** Somebody else made the name: it leads into no folder. */
function plainName(name: string | null | undefined): string | undefined {
  const plain = (name ?? '')
    .replace(/\p{Cc}/gu, '')
    .replaceAll(/[/\\]/g, '_')
    .trim()
    .slice(0, 200);
  return plain === '' ? undefined : plain;
}
