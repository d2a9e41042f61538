/**
 * What kind of "no" a refusal is: a word of `failures`. A status says it where it is used as meant; many services say
 * it in a code or a sentence instead (400 for a duplicate, 403 for a pause, 200 for anything).
 */
import type { Json } from '../../shared/index.ts';
import { codesIn, sentencesIn, type Said } from './said-strings.ts';

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
  readonly said: readonly Said[];
}

const byStatus: Readonly<Record<number, string>> = {
  400: 'bad-request',
  401: 'key-refused',
  402: 'not-paid',
  403: 'not-allowed',
  404: 'not-found',
  405: 'bad-request',
  408: 'too-slow',
  409: 'already-there',
  410: 'not-found',
  412: 'changed-meanwhile',
  413: 'too-large',
  415: 'bad-request',
  422: 'refused-fields',
  425: 'service-busy',
  429: 'too-many',
  503: 'service-busy',
  504: 'too-slow',
  529: 'service-busy',
};

interface Meaning {
  readonly code: string;
  /** In the words of an error code. */
  readonly codes: RegExp;
  /** In a sentence. */
  readonly words?: RegExp;
}

const tooMany: Meaning = {
  code: 'too-many',
  codes:
    /\brate ?limit|\brequests? limit exceeded|\btoo many (?:requests|calls)|throttl|quota exceeded|resource exhausted/,
  words:
    /\brate limit|\btoo many requests\b|\bthrottled\b|\brequests? per (?:second|minute|hour|day)\b/i,
};
const signIn: Meaning = {
  code: 'key-refused',
  codes:
    /\b(?:invalid|expired|missing|not|bad|revoked|unknown)\b.*\b(?:session|auth|authed|authenticated|authentication|credentials?|grant|access token|auth token|api key)\b|\b(?:token|session|key) (?:expired|revoked|invalid)\b|\bunauthenticated\b|^unauthori[sz]ed$/,
  words:
    /\b(?:api key|access token|session|credentials?)\b.{0,40}\b(?:invalid|expired|not valid|revoked)\b|\b(?:invalid|expired) (?:api key|access token|credentials?|session)\b/i,
};
const exists: Meaning = {
  code: 'already-there',
  codes:
    /\bduplicates?\b|\balready\b|^(?!.*\b(?:not|no|doesnt|doesn t)\b).*\bexists?$|\bconflict\b|\bdup\b|\btaken$|^23505$/,
  words:
    /\balready (?:exists?|been (?:taken|used|registered)|in use|taken|used|being used|registered|subscribed)\b|\bis already\b|\bduplicates?\b|\bunique(?:ness)? (?:constraint|set|violation)|\bmust be unique\b/i,
};
const notAllowed: Meaning = {
  code: 'not-allowed',
  codes:
    /\bforbidden\b|\b(?:permission|access) denied\b|\bmissing scope\b|\binsufficient (?:permissions?|scope|access)/,
};
const notFound: Meaning = {
  code: 'not-found',
  codes: /\bnot found\b|\bno such\b|\bresource missing\b/,
  words: /(?:^|: )[\p{L}\p{N} ]{1,30} not found\.?$/iu,
};
const busy: Meaning = { code: 'service-busy', codes: /^(?:service )?unavailable$|\boverloaded\b/ };
const changed = /\b(?:version|revision|etag|modified|concurrent|stale|out of date)\b/i;
const declined = /\bdeclined\b|\bcard error\b|\binsufficient funds\b/;

/** The code for a refusal that is about these fields. */
export function refusalCode(
  { status, headers, said }: Told,
  fields: readonly { readonly words?: string }[],
): string {
  const hasFields = fields.length > 0;
  const complaints = fields.flatMap(({ words }) => (words === undefined ? [] : [words]));
  const codes = codesIn(said);
  const sentences = sentencesIn(said);
  const means = ({ codes: pattern, words }: Meaning): boolean =>
    codes.some((code) => pattern.test(code)) ||
    (words !== undefined && sentences.some((sentence) => words.test(sentence)));
  const isTaken = (): boolean =>
    complaints.length > 0 && !codes.some((code) => exists.codes.test(code))
      ? complaints.every((words) => exists.words?.test(words) === true)
      : means(exists);
  const pauses = headers['x-ratelimit-remaining']?.trim() === '0' || means(tooMany);

  if (status === 402)
    return codes.some((code) => declined.test(code)) ? 'payment-declined' : 'not-paid';
  if (status === 403) return pauses ? 'too-many' : 'not-allowed';
  if (status === 409)
    return sentences.some((words) => changed.test(words)) ? 'changed-meanwhile' : 'already-there';
  if (codes.some((code) => securityFault.test(code))) return 'key-refused';
  if (status >= 500) {
    if (isSendersFault(codes)) return hasFields ? 'refused-fields' : 'bad-request';
    return byStatus[status] ?? (databaseSays(sentences) ? 'already-there' : 'service-broken');
  }
  if (status === 400 || status === 422 || isSuccess(status)) {
    if (status !== 422 && means(signIn)) return 'key-refused';
    if (means(tooMany)) return 'too-many';
    if (isTaken()) return 'already-there';
    if (status !== 422 && means(notAllowed)) return 'not-allowed';
    if (status !== 422 && means(notFound)) return 'not-found';
    if (isSuccess(status) && means(busy)) return 'service-busy';
    if (hasFields) return 'refused-fields';
    return isSuccess(status) ? 'said-no' : (byStatus[status] ?? 'bad-request');
  }
  return byStatus[status] ?? (status >= 300 && status < 400 ? 'moved' : 'refused');
}

function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** What a SOAP service says of the sign-in in its header (WS-Security 1.1, section 12). */
const securityFault =
  /\b(?:failed authentication|invalid security(?: token)?|security token unavailable)$/;

/** SOAP has 500 for every fault, and says apart whose it is. */
function isSendersFault(codes: readonly string[]): boolean {
  return codes.some((code) => code === 'client' || code === 'sender');
}

/** A service that hands its database's refusal on as a fault of its own. */
function databaseSays(sentences: readonly string[]): boolean {
  return sentences.some((words) => /\bduplicate (?:key|entry)\b/i.test(words));
}

/** Whether a refusal can be about what was sent: a wrong key or a service in trouble is not. */
export function isAboutData(code: string): boolean {
  return !notAboutData.has(code);
}

const notAboutData: ReadonlySet<string> = new Set([
  'key-refused',
  'not-paid',
  'payment-declined',
  'not-allowed',
  'too-many',
  'service-busy',
  'service-broken',
  'too-slow',
  'moved',
]);
const transient: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const troubles: ReadonlySet<string> = new Set(['service-busy', 'service-broken', 'too-slow']);

/** Whether another try can help. */
export function isRetryable(code: string, status: number): boolean {
  return (
    code === 'too-many' ||
    (troubles.has(code) && (transient.has(status) || status >= 520 || isSuccess(status)))
  );
}
