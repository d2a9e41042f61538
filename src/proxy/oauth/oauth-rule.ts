/**
 * What a credential's OAuth 2 rule and its form come to: addresses, the app, what is asked for. All of it is inside the
 * seal, so a page can change none of it (P2).
 */
import type { OAuth2Rule, Said } from '../../catalog/contract.ts';
import { isJsonObject, parseJson, type Json } from '../../shared/index.ts';
import { valueAt } from '../json-pointer.ts';
import { RefusedError } from '../refusal.ts';
import type { Client, OAuthApps } from './apps.ts';

/** Throws `proxy.app-not-set-up` and `proxy.credential-incomplete`. */
export async function clientOf(rule: OAuth2Rule, values: Json, apps: OAuthApps): Promise<Client> {
  if (rule.app !== undefined) {
    const app = await apps.find(rule.app);
    if (app === undefined) throw new RefusedError('proxy.app-not-set-up', { app: rule.app });
    return app;
  }
  // A signed statement says by itself who asks.
  if (rule.clientId === undefined) return { id: '', secret: undefined };
  return {
    id: textOf(values, rule.clientId),
    secret: optionalOf(values, rule.clientSecret),
  };
}

/** Throws `proxy.address-not-valid`. */
export function addressOf(given: Said, values: Json): URL {
  const text =
    typeof given === 'string'
      ? given.replace(/\{([\w-]+)\}/g, (_all, name: string) => part(textOf(values, `/${name}`)))
      : textOf(values, given.at).trim();
  const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
  const isClean = /^[^\s\\@%]+$/.test(authority) && !/[\s\p{Cc}\\]/u.test(text);
  if (!isClean || !URL.canParse(text))
    throw new RefusedError('proxy.address-not-valid', { address: shown(text) });
  const url = new URL(text);
  url.hash = '';
  return url;
}

/** The hosts that learn of the sign-in besides those the token is for. */
export function signInHosts(rule: OAuth2Rule, values: Json): string[] {
  return [...new Set(addressesOf(rule, values).map((given) => addressOf(given, values).host))];
}

export function scopesOf(rule: OAuth2Rule, values: Json): string {
  if (rule.scopes === undefined) return '';
  return Array.isArray(rule.scopes)
    ? rule.scopes.join(' ')
    : (optionalOf(values, rule.scopes.at) ?? '');
}

/** Names and texts, without those that are empty in the form. */
export function saidPairs(
  given: Readonly<Record<string, Said>> | undefined,
  values: Json,
): [string, string][] {
  return Object.entries(given ?? {}).flatMap(([name, said]): [string, string][] => {
    const text = typeof said === 'string' ? said : optionalOf(values, said.at);
    return text === undefined ? [] : [[name, text]];
  });
}

/** A text of the form; the pointer may lead on into a field that holds a JSON text. Throws `proxy.credential-incomplete`. */
export function textOf(values: Json, pointer: string): string {
  const text = optionalOf(values, pointer);
  if (text === undefined) throw new RefusedError('proxy.credential-incomplete', { field: pointer });
  return text;
}

export function optionalOf(values: Json, pointer: string | undefined): string | undefined {
  if (pointer === undefined) return undefined;
  const value = valueAt(values, pointer) ?? insideFile(values, pointer);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Everything in the form that would let another one sign in. */
export function secretsOfForm(rule: OAuth2Rule, values: Json): string[] {
  const pointers = [
    rule.clientSecret,
    rule.grant === 'refresh-token' ? rule.refreshToken : undefined,
    rule.grant === 'jwt-bearer' ? rule.key : undefined,
  ];
  return pointers.flatMap((pointer) => optionalOf(values, pointer) ?? []);
}

/** True when a new token can be had without a person. */
export function isRenewable(rule: OAuth2Rule, refresh: string | undefined): boolean {
  return (
    refresh !== undefined ||
    rule.grant === 'client-credentials' ||
    rule.grant === 'jwt-bearer' ||
    rule.grant === 'refresh-token'
  );
}

/** Grants whose first token needs a person. */
export function needsPerson(
  rule: OAuth2Rule,
): rule is Extract<OAuth2Rule, { grant: 'authorization-code' | 'device-code' }> {
  return rule.grant === 'authorization-code' || rule.grant === 'device-code';
}

function addressesOf(rule: OAuth2Rule, values: Json): Said[] {
  const { tokenUrl, revokeUrl, home } = rule;
  const isFilledIn =
    typeof revokeUrl !== 'object' || optionalOf(values, revokeUrl.at) !== undefined;
  const all = [
    tokenUrl,
    ...(revokeUrl !== undefined && isFilledIn ? [revokeUrl] : []),
    ...(home !== undefined && 'ask' in home ? [home.ask] : []),
  ];
  if (rule.grant === 'authorization-code') return [...all, rule.authorizeUrl];
  if (rule.grant === 'device-code') return [...all, rule.deviceUrl];
  return all;
}

function insideFile(values: Json, pointer: string): Json | undefined {
  const [, field = '', ...inner] = pointer.split('/');
  const file = valueAt(values, `/${field}`);
  if (typeof file !== 'string' || inner.length === 0) return undefined;
  const parsed = parseJson(file);
  return parsed.ok && isJsonObject(parsed.value)
    ? valueAt(parsed.value, `/${inner.join('/')}`)
    : undefined;
}

/** A tenant or a shop in an address: never something that could lead elsewhere. */
function part(text: string): string {
  if (!/^[\w-]+(\.[\w-]+)*$/.test(text))
    throw new RefusedError('proxy.address-not-valid', { address: shown(text) });
  return text;
}

function shown(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
}
