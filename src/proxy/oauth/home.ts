/**
 * Where an account is, as its service says at the sign-in.
 *
 * 1. What a service says only chooses among the places that the seal's rule names: one label of a host for each name in
 *    braces, or one segment of a path. Everything else is refused, and no seal is made.
 * 2. Once said it stands in the seal; no later answer moves it.
 */
import type { Home, OAuth2Rule } from '../../catalog/contract.ts';
import { isJsonList, isJsonObject, parseJson, type Json } from '../../shared/index.ts';
import { tokenInjection } from '../auth-rules.ts';
import { valueAt } from '../json-pointer.ts';
import { labelsIn, notYetSaid, originOfAddress } from '../origins.ts';
import { RefusedError } from '../refusal.ts';
import { refusePlainHttp } from '../secure-line.ts';
import type { SealedCredential } from '../vault/vault.ts';
import { addressOf, optionalOf } from './oauth-rule.ts';
import { shortText, type GivenTokens, type TokenDeps } from './token-request.ts';

type Said = Extract<Home, { readonly is: readonly string[] }>;
type Asked = Extract<Home, { readonly ask: string }>;
interface Place {
  readonly origin: string;
  readonly base?: string;
}

/** A credential that has just got `given`, bound to its place. Throws `proxy.account-elsewhere` and `proxy.account-which`. */
export async function atHome(
  credential: SealedCredential,
  given: GivenTokens,
  deps: TokenDeps,
): Promise<SealedCredential> {
  const { auth, origins } = credential;
  if (auth.scheme !== 'oauth2' || auth.home === undefined || isAtHome(credential))
    return credential;
  const { host } = addressOf(auth.tokenUrl, credential.values);
  const { origin, base } =
    'ask' in auth.home
      ? await placeAsked(auth.home, auth, credential, deps)
      : placeSaid(auth.home, given.home, host);
  return {
    ...credential,
    origins: origins.map(({ rule }) => ({ rule, origin })),
    ...(base === undefined ? {} : { base }),
  };
}

/** Its place is known, or always was. */
export function isAtHome({ origins }: SealedCredential): boolean {
  return origins.every(({ origin }) => origin !== notYetSaid);
}

function placeSaid({ is }: Said, said: Json | undefined, host: string): Place {
  const origin = originSaid(said);
  if (origin === undefined || !is.some((pattern) => labelsIn(pattern, origin) !== undefined))
    throw elsewhere(host, said);
  return { origin };
}

async function placeAsked(
  { ask, at, named, fills }: Asked,
  auth: OAuth2Rule,
  credential: SealedCredential,
  deps: TokenDeps,
): Promise<Place> {
  const url = addressOf(ask, credential.values);
  const entries = await listAt(url, auth, credential, deps);
  const places = new Map<string, string>();
  for (const entry of entries) {
    const id = valueAt(entry, at);
    const name = labelsIn(named.is, originSaid(valueAt(entry, named.at)) ?? '')?.[0];
    if (name !== undefined && id !== undefined) places.set(name.toLowerCase(), String(id));
  }
  const field = /\{([\w-]+)\}/.exec(named.is)?.[1] ?? '';
  const wanted = optionalOf(credential.values, `/${field}`)?.trim().toLowerCase();
  const [name, another] = wanted === undefined ? [...places.keys()] : [wanted];
  const id = places.get(name ?? '');
  if (id === undefined || another !== undefined) {
    if (places.size === 0) throw elsewhere(url.host, undefined);
    const names = [...places.keys()].slice(0, 20).join(', ');
    throw new RefusedError('proxy.account-which', { host: url.host, names });
  }
  if (!/^[a-z0-9](-?[a-z0-9]){0,99}$/i.test(id)) throw elsewhere(url.host, id);
  const { origin, pathname } = new URL(fills.replace(/\{[\w-]+\}$/, id));
  return { origin, base: pathname };
}

async function listAt(
  url: URL,
  auth: OAuth2Rule,
  credential: SealedCredential,
  { egress, destinations }: TokenDeps,
): Promise<readonly Json[]> {
  refusePlainHttp(url, destinations);
  const answer = await egress.send({
    url,
    method: 'GET',
    headers: [['accept', 'application/json']],
    injection: tokenInjection(auth, credential),
    redirects: 0,
  });
  const parsed = parseJson(await shortText(answer, url.host));
  if (answer.status === 429 || answer.status >= 500)
    throw new RefusedError('proxy.tokens-unavailable', { host: url.host, status: answer.status });
  if (answer.status >= 300 || !parsed.ok || !isJsonList(parsed.value))
    throw new RefusedError('proxy.tokens-not-understood', { host: url.host });
  return parsed.value.filter(isJsonObject);
}

/** Of an address alone: with no path, and nobody's name in it. */
function originSaid(said: Json | undefined): string | undefined {
  if (typeof said !== 'string' || !/^https?:\/\/[a-z0-9.:-]+\/?$/i.test(said)) return undefined;
  try {
    return originOfAddress(said);
  } catch {
    return undefined;
  }
}

function elsewhere(host: string, said: Json | undefined): RefusedError {
  const text = typeof said === 'string' ? said : '';
  return new RefusedError('proxy.account-elsewhere', {
    host,
    said: text.replace(/[^\x20-\x7e]/g, '?').slice(0, 100),
  });
}
