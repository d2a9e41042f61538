/**
 * Asking a service's token address (RFC 6749, sections 4 to 6), through the one outbound function.
 *
 * 1. Only https, or a destination that the operator named. No redirect is followed: the secret would go along.
 * 2. Of a refusal of the service only its code and its own cleaned, masked words go on; of a token nothing but the token.
 * 3. When a token ends is reckoned from our own clock before the asking: the service's clock plays no part.
 */
import type { OAuth2Rule } from '../../catalog/contract.ts';
import { isJsonObject, parseJson, type Json, type JsonObject } from '../../shared/index.ts';
import type { Injection } from '../auth-rules.ts';
import type { Destinations } from '../egress/destinations.ts';
import type { OutboundAnswer } from '../egress/answer.ts';
import type { Egress } from '../egress/egress.ts';
import { valueAt } from '../json-pointer.ts';
import { maskText, needlesOf } from '../mask.ts';
import { RefusedError } from '../refusal.ts';
import { refusePlainHttp } from '../secure-line.ts';
import type { Client } from './apps.ts';
import { optionalOf, saidPairs } from './oauth-rule.ts';

export interface TokenDeps {
  readonly egress: Egress;
  readonly destinations: Destinations;
  readonly now: () => number;
}

export interface GivenTokens {
  readonly access: string;
  readonly refresh?: string;
  /** Milliseconds since 1970. */
  readonly obtained: number;
  readonly expires?: number;
  /** When the right to new tokens ends, where the service says so. */
  readonly refreshExpires?: number;
  /** Of OpenID Connect: only its nonce is looked at. */
  readonly idToken?: string;
  /** What it says about where the account is, where that is asked for. */
  readonly home?: Json;
}

/** The service's no. `error` is its code, such as `invalid_grant`; `why` is for a person. */
export interface TokenRefusal {
  readonly error: string;
  readonly why: string;
}

const answerBytes = 256 * 1024;
const form = 'application/x-www-form-urlencoded';

/** Throws `RefusedError` where there is no answer that can be understood. */
export async function askForTokens(
  url: URL,
  rule: OAuth2Rule,
  values: Json,
  client: Client,
  parameters: readonly (readonly [string, string])[],
  deps: TokenDeps,
): Promise<GivenTokens | TokenRefusal> {
  const all = [...parameters, ...saidPairs(rule.tokenParameters, values)];
  const obtained = deps.now();
  const answer = await askAddress(url, rule, values, client, all, deps);
  if (isRefusal(answer)) return answer;
  const {
    access_token: access,
    token_type: type,
    refresh_token: refresh,
    id_token: idToken,
  } = answer;
  const isBearer = type === undefined || type === null || /^bearer$/i.test(String(type));
  if (typeof access !== 'string' || access === '' || !isBearer)
    throw new RefusedError('proxy.tokens-not-understood', { host: url.host });
  const expires = later(obtained, answer['expires_in']);
  const refreshExpires = later(
    obtained,
    answer['refresh_token_expires_in'] ?? answer['refresh_expires_in'],
  );
  return {
    access,
    obtained,
    ...(typeof refresh === 'string' && refresh !== '' ? { refresh } : {}),
    ...(expires === undefined ? {} : { expires }),
    ...(refreshExpires === undefined ? {} : { refreshExpires }),
    ...(typeof idToken === 'string' ? { idToken } : {}),
    ...(rule.home === undefined || 'ask' in rule.home
      ? {}
      : { home: valueAt(answer, rule.home.at) ?? null }),
  };
}

/** Posts a form to an address of the service; its object comes back (never with an `error`), or its no. */
export async function askAddress(
  url: URL,
  rule: OAuth2Rule,
  values: Json,
  client: Client,
  parameters: readonly (readonly [string, string])[],
  { egress, destinations }: TokenDeps,
): Promise<JsonObject | TokenRefusal> {
  refusePlainHttp(url, destinations);
  const { inHeader, inForm, secrets } = proofOf(client, provesInBody(rule, values));
  const body = new URLSearchParams(
    [...parameters, ...inForm].map(([name, value]): [string, string] => [name, value]),
  );
  const answer = await egress.send({
    url,
    method: 'POST',
    headers: [
      ['accept', 'application/json'],
      ['content-type', form],
    ],
    body: body.toString(),
    // Nothing is masked in here: a refresh token that stays the same comes back, and is needed.
    injection: { headers: inHeader, query: [], secrets: [] },
    redirects: 0,
  });
  const text = await shortText(answer, url.host);
  const found = objectOf(text);
  const error = found?.['error'];
  const isNo = answer.status >= 400 || typeof error === 'string';
  if (!isNo) {
    if (found !== undefined) return found;
    // A revocation answers with nothing at all.
    if (answer.status < 300 && text.trim() === '') return {};
    throw new RefusedError('proxy.tokens-not-understood', { host: url.host });
  }
  if (typeof error !== 'string') {
    throw answer.status === 429 || answer.status >= 500
      ? new RefusedError('proxy.tokens-unavailable', { host: url.host, status: answer.status })
      : new RefusedError('proxy.tokens-not-understood', { host: url.host });
  }
  const why = found?.['error_description'];
  const said = typeof why === 'string' && why !== '' ? why : error;
  const needles = needlesOf([...secrets, ...parameters.map(([, value]) => value).filter(isLong)]);
  return { error: plain(maskText(error, needles), 60), why: plain(maskText(said, needles), 200) };
}

export function isRefusal(given: JsonObject | GivenTokens | TokenRefusal): given is TokenRefusal {
  return 'error' in given && typeof given.error === 'string';
}

function provesInBody({ clientAuth }: OAuth2Rule, values: Json): boolean {
  const said = typeof clientAuth === 'object' ? optionalOf(values, clientAuth.at) : clientAuth;
  return said === 'body';
}

function proofOf(
  { id, secret }: Client,
  inBody: boolean,
): {
  readonly inHeader: Injection['headers'];
  readonly inForm: readonly (readonly [string, string])[];
  readonly secrets: readonly string[];
} {
  if (id === '') return { inHeader: [], inForm: [], secrets: [] };
  if (secret === undefined) return { inHeader: [], inForm: [['client_id', id]], secrets: [] };
  if (inBody)
    return {
      inHeader: [],
      inForm: [
        ['client_id', id],
        ['client_secret', secret],
      ],
      secrets: [secret],
    };
  // RFC 6749, section 2.3.1: both are encoded as in a form before they are joined.
  const pair = Buffer.from(`${encodeForm(id)}:${encodeForm(secret)}`).toString('base64');
  return { inHeader: [['authorization', `Basic ${pair}`]], inForm: [], secrets: [secret, pair] };
}

function encodeForm(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

/** Throws `proxy.tokens-not-understood` where it is too long. */
export async function shortText(answer: OutboundAnswer, host: string): Promise<string> {
  const { bytes, rest } = await answer.read();
  const chunks: Uint8Array[] = [bytes];
  let size = bytes.byteLength;
  for await (const chunk of rest ?? []) {
    size += chunk.byteLength;
    if (size > answerBytes) throw new RefusedError('proxy.tokens-not-understood', { host });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** JSON as the standard says; a form, as some services answer all the same. */
function objectOf(text: string): JsonObject | undefined {
  const parsed = parseJson(text);
  if (parsed.ok) return isJsonObject(parsed.value) ? parsed.value : undefined;
  const pairs = /^[\w.~%+-]+=[^\s<>]*$/.test(text.trim())
    ? Object.fromEntries(new URLSearchParams(text.trim()))
    : undefined;
  return pairs;
}

function later(from: number, seconds: Json | undefined): number | undefined {
  const number = typeof seconds === 'string' ? Number(seconds) : seconds;
  return typeof number === 'number' && Number.isFinite(number) && number > 0
    ? from + number * 1000
    : undefined;
}

function isLong(value: string): boolean {
  return value.length >= 16;
}

function plain(text: string, length: number): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, length);
}
