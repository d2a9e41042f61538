/**
 * Proves that a call comes from the service that knows the secret: HMAC-SHA256 over the bytes as they were sent.
 *
 * 1. How a service signs is a row of a table, not code.
 * 2. A call that is older or newer than five minutes is refused where the service signs the time.
 * 3. A secret that cannot be read is no key: nothing is signed with it.
 * 4. Comparing takes as long for a wrong signature as for a right one, and every refusal looks alike.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

interface SignatureRule {
  /** The header with the signatures, in lower case. */
  readonly header: string;
  /** What stands between several of them, and before each that counts. */
  readonly between?: string;
  readonly prefix: string;
  readonly encoding: 'hex' | 'base64';
  /** Seconds since 1970: a header of its own, or a part of the signature header behind these letters. */
  readonly time?: { readonly header: string } | { readonly part: string };
  /** Names the call, so that the same one twice is one. */
  readonly id?: string;
  readonly signs: readonly (SignedPart | { readonly text: string })[];
  /** How the secret stands in the form: as it is, or as base64 behind a prefix. */
  readonly secret: 'text' | 'whsec';
}
type SignedPart = 'id' | 'time' | 'body';

/** How each of them signs, with where it says so. */
export const signatureRules = {
  // https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
  'standard-webhooks': {
    header: 'webhook-signature',
    between: ' ',
    prefix: 'v1,',
    encoding: 'base64',
    time: { header: 'webhook-timestamp' },
    id: 'webhook-id',
    signs: ['id', { text: '.' }, 'time', { text: '.' }, 'body'],
    secret: 'whsec',
  },
  // https://docs.stripe.com/webhooks/signature
  stripe: {
    header: 'stripe-signature',
    between: ',',
    prefix: 'v1=',
    encoding: 'hex',
    time: { part: 't=' },
    signs: ['time', { text: '.' }, 'body'],
    secret: 'text',
  },
  // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
  github: {
    header: 'x-hub-signature-256',
    prefix: 'sha256=',
    encoding: 'hex',
    id: 'x-github-delivery',
    signs: ['body'],
    secret: 'text',
  },
  // https://docs.slack.dev/authentication/verifying-requests-from-slack
  slack: {
    header: 'x-slack-signature',
    prefix: 'v0=',
    encoding: 'hex',
    time: { header: 'x-slack-request-timestamp' },
    signs: [{ text: 'v0:' }, 'time', { text: ':' }, 'body'],
    secret: 'text',
  },
  // https://shopify.dev/docs/apps/build/webhooks/subscribe/https
  shopify: {
    header: 'x-shopify-hmac-sha256',
    prefix: '',
    encoding: 'base64',
    id: 'x-shopify-webhook-id',
    signs: ['body'],
    secret: 'text',
  },
} as const satisfies Record<string, SignatureRule>;

export type SignatureKind = keyof typeof signatureRules;

const timeWindowMs = 5 * 60_000;
/** Bytes; Standard Webhooks asks for 24 and more. */
const shortestKey = 16;

/** Whether a call is signed with the secret; `id` names it where the service gives its calls names. */
export function verifySignature(given: {
  readonly kind: SignatureKind;
  readonly secret: string;
  readonly headers: { get(name: string): string | null };
  /** As they came, before they are unpacked or read. */
  readonly body: Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: number;
}): { readonly ok: true; readonly id?: string } | { readonly ok: false } {
  const rule: SignatureRule = signatureRules[given.kind];
  const { headers, body, now } = given;
  const parts = partsOf(headers.get(rule.header) ?? '', rule.between);
  const time = timeOf(rule, headers, parts);
  const id = rule.id === undefined ? undefined : (headers.get(rule.id) ?? undefined);
  const key = keyOf(given.kind, given.secret);
  if (key === undefined || (rule.time !== undefined && !isRecent(time, now))) return { ok: false };
  if (rule.signs.includes('id') && id === undefined) return { ok: false };

  const hmac = createHmac('sha256', key);
  for (const part of rule.signs) {
    if (typeof part === 'object') hmac.update(part.text);
    else if (part === 'body') hmac.update(body);
    else hmac.update((part === 'id' ? id : time) ?? '');
  }
  const right = hmac.digest();
  const isRight = parts
    .filter((part) => part.startsWith(rule.prefix))
    .map((part) => Buffer.from(part.slice(rule.prefix.length), rule.encoding))
    .some((told) => told.byteLength === right.byteLength && timingSafeEqual(told, right));
  if (!isRight) return { ok: false };
  const name = nameOf(rule, id, right);
  return name === undefined ? { ok: true } : { ok: true, id: name };
}

/** What tells a call from every other: its signed name; without one the signature itself where it holds the time. */
function nameOf(rule: SignatureRule, id: string | undefined, right: Buffer): string | undefined {
  if (rule.signs.includes('id') || rule.time === undefined) return id;
  return right.toString('base64url');
}

/** A key may be changed while calls are under way: several signatures, one of which has to be right. */
function partsOf(header: string, between: string | undefined): readonly string[] {
  const parts = between === undefined ? [header] : header.split(between);
  return parts.slice(0, 20).map((part) => part.trim());
}

function timeOf(
  { time }: SignatureRule,
  headers: { get(name: string): string | null },
  parts: readonly string[],
): string | undefined {
  if (time === undefined) return undefined;
  if ('header' in time) return headers.get(time.header) ?? undefined;
  return parts.find((part) => part.startsWith(time.part))?.slice(time.part.length);
}

function isRecent(time: string | undefined, now: number): boolean {
  if (time === undefined || !/^\d{1,12}$/.test(time)) return false;
  return Math.abs(Number(time) * 1000 - now) <= timeWindowMs;
}

/** The key that a secret of the form stands for; undefined where it stands for none, or for one that anybody could guess. */
export function keyOf(kind: SignatureKind, text: string): Buffer | undefined {
  if (text === '') return undefined;
  if (signatureRules[kind].secret === 'text') return Buffer.from(text, 'utf8');
  const letters = text.trim().replace(/^whsec_/, '');
  // Node's own reading of base64 leaves out what is none: of another text an empty key could come.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(letters)) return undefined;
  const key = Buffer.from(letters, 'base64');
  return key.byteLength < shortestKey ? undefined : key;
}
