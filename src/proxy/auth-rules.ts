/**
 * How a secret enters a request (P2): the declared rule and the form's values become headers and query parameters, or a
 * function that signs each hop.
 *
 * 1. Applied for each hop by the outbound function, never earlier: a request template never holds a secret.
 * 2. Every secret injected is listed in `secrets`, so that masking knows it; what a signature adds is in its own list.
 */
import type { AuthRule, HmacRule, OAuth2Rule, Said } from '../catalog/contract.ts';
import type { Json } from '../shared/index.ts';
import { isHeaderName, isHeaderValue, type HeaderPair } from './egress/headers.ts';
import { valueAt } from './json-pointer.ts';
import { shortestSecret } from './mask.ts';
import { secretsOfForm } from './oauth/oauth-rule.ts';
import { RefusedError } from './refusal.ts';
import { signForAws } from './signing/aws.ts';
import {
  checkRecipe,
  fieldsIn,
  hmacChoices,
  signByRecipe,
  type HmacRecipe,
} from './signing/hmac.ts';
import { oauth1Methods, signForOAuth1 } from './signing/oauth1.ts';
import type { Sign, SigningTools } from './signing/signed.ts';
import { canStandInXml, passwordForms, putUsernameToken } from './signing/username-token.ts';
import type { SealedCredential } from './vault/vault.ts';
import { keyOf } from './webhooks/signatures.ts';

export interface Injection {
  readonly headers: readonly HeaderPair[];
  readonly query: readonly (readonly [string, string])[];
  /** In front of the path of the first hop: a service that sends elsewhere says the whole path. */
  readonly path?: string;
  /** Values that must not come back. */
  readonly secrets: readonly string[];
  /** What each hop gets besides, made from the hop as it goes out. */
  readonly sign?: Sign;
}

export const noInjection: Injection = { headers: [], query: [], secrets: [] };

/** Of an opened credential, with what a service gave for it. */
export function injectionOf(
  { auth, values, tokens, base }: Pick<SealedCredential, 'auth' | 'values' | 'tokens' | 'base'>,
  tools: SigningTools,
): Injection {
  if (auth.scheme !== 'oauth2') return applyAuthRule(auth, values, tools);
  const injection = tokenInjection(auth, { values, tokens });
  return base === undefined ? injection : { ...injection, path: base };
}

export function tokenInjection(
  auth: OAuth2Rule,
  { values, tokens }: Pick<SealedCredential, 'values' | 'tokens'>,
): Injection {
  const access = headerText('', tokens?.access ?? '');
  return {
    headers: [
      auth.header === undefined
        ? ['authorization', `${auth.prefix ?? 'Bearer '}${access}`]
        : [auth.header.toLowerCase(), `${auth.prefix ?? ''}${access}`],
    ],
    query: [],
    secrets: [access, tokens?.refresh ?? '', ...secretsOfForm(auth, values)],
  };
}

/** Throws `proxy.credential-incomplete`, `…-unusable-character` or another refusal that names the field of the form. */
export function applyAuthRule(rule: AuthRule, values: Json, tools: SigningTools): Injection {
  const text = (pointer: string): string => textAt(values, pointer);
  const said = (given: Said): string => (typeof given === 'string' ? given : text(given.at));
  const optional = (pointer: string | undefined): string | undefined =>
    pointer === undefined ? undefined : textAt(values, pointer, 'may-be-empty') || undefined;
  switch (rule.scheme) {
    case 'none':
    case 'transport': // it signs in by itself (tasks/)
    case 'oauth2': // enters with its token: `injectionOf`
      return noInjection;
    case 'signature': // nothing goes out: it proves what comes in
      signingSecret(rule, values);
      return noInjection;
    case 'basic': {
      const user = `${text(rule.user)}${rule.userEnd ?? ''}`;
      const password = textAt(values, rule.password, 'may-be-empty');
      const pair = Buffer.from(`${user}:${password}`).toString('base64');
      return {
        headers: [['authorization', `Basic ${pair}`]],
        query: [],
        secrets: isKeyItself(rule.user, password) ? [user, password, pair] : [password, pair],
      };
    }
    case 'bearer': {
      const token = headerText(rule.token, text(rule.token));
      return { headers: [['authorization', `Bearer ${token}`]], query: [], secrets: [token] };
    }
    case 'api-key': {
      const key = text(rule.value);
      const value = `${rule.prefix ?? ''}${key}`;
      const name =
        typeof rule.name === 'string' ? rule.name : headerName(rule.name.at, text(rule.name.at));
      if (rule.in === 'path')
        return {
          ...noInjection,
          path: `${rule.prefix ?? '/'}${pathText(rule.value, key)}`,
          secrets: [key],
        };
      if (rule.in === 'query') return { headers: [], query: [[name, value]], secrets: [key] };
      headerText(rule.value, value);
      return rule.in === 'header'
        ? { headers: [[name.toLowerCase(), value]], query: [], secrets: [key] }
        : {
            headers: [['cookie', `${name}=${cookieText(rule.value, value)}`]],
            query: [],
            secrets: [key],
          };
    }
    case 'headers': {
      const headers = rule.headers.map(({ name, value }): HeaderPair => [
        name.toLowerCase(),
        headerText(value, text(value)),
      ]);
      return { headers, query: [], secrets: headers.map(([, value]) => value) };
    }
    case 'hmac': {
      const recipe = recipeOf(rule, values);
      return signing([recipe.key, ...secretsIn(recipe)], (outgoing) =>
        signByRecipe(outgoing, recipe, tools),
      );
    }
    case 'aws-signature': {
      const keys = {
        accessKeyId: headerText(rule.accessKeyId, text(rule.accessKeyId)),
        secretAccessKey: text(rule.secretAccessKey),
        sessionToken: optional(rule.sessionToken),
        region: scopeWord(rule.region, said(rule.region)),
        service: scopeWord(rule.service, said(rule.service)),
      };
      if (keys.sessionToken !== undefined) headerText(rule.sessionToken ?? '', keys.sessionToken);
      return signing(
        [keys.secretAccessKey, ...(keys.sessionToken === undefined ? [] : [keys.sessionToken])],
        (outgoing) => signForAws(outgoing, keys, tools),
      );
    }
    case 'oauth1': {
      const keys = {
        consumerKey: text(rule.consumerKey),
        consumerSecret: text(rule.consumerSecret),
        token: optional(rule.token),
        tokenSecret: optional(rule.tokenSecret) ?? '',
        method: oneOf(oauth1Methods, rule.method, said),
        realm: rule.realm === undefined ? undefined : headerText('', said(rule.realm)),
      };
      const secrets = [keys.consumerSecret, keys.tokenSecret, keys.token ?? ''];
      return signing(secrets, (outgoing) => signForOAuth1(outgoing, keys, tools));
    }
    case 'ws-security': {
      const token = {
        user: xmlText(rule.user, text(rule.user)),
        password: xmlText(rule.password, text(rule.password)),
        as: oneOf(passwordForms, rule.as, said),
      };
      return signing([token.password], (outgoing) => putUsernameToken(outgoing, token, tools));
    }
  }
}

/** What callers sign with. Throws a refusal that names the field where it cannot be a key. */
export function signingSecret(
  { kind, secret }: Extract<AuthRule, { readonly scheme: 'signature' }>,
  values: Json,
): string {
  const text = textAt(values, secret);
  if (keyOf(kind, text) === undefined)
    throw new RefusedError('proxy.signing-secret-not-readable', { field: secret });
  return text;
}

function signing(secrets: readonly string[], sign: Sign): Injection {
  return { headers: [], query: [], secrets, sign };
}

function recipeOf(rule: HmacRule, values: Json): HmacRecipe {
  const said = (given: Said): string =>
    typeof given === 'string' ? given : textAt(values, given.at);
  const recipe: HmacRecipe = {
    key: textAt(values, rule.key),
    keyAs: oneOf(hmacChoices.keyAs, rule.keyAs, said),
    hash: oneOf(hmacChoices.hash, rule.hash, said),
    as: oneOf(hmacChoices.as, rule.as, said),
    time: oneOf(hmacChoices.time, rule.time, said),
    signs: said(rule.signs),
    headers: (rule.headers ?? []).map(({ name, value }): HeaderPair => [
      headerName(fieldOf(name), said(name)).toLowerCase(),
      headerText(fieldOf(value), said(value)),
    ]),
    query: (rule.query ?? []).map(({ name, value }) => [said(name), said(value)] as const),
    field: (pointer) =>
      pointer.startsWith('/') ? textAt(values, pointer, 'may-be-empty') : undefined,
  };
  checkRecipe(recipe);
  return recipe;
}

/** A recipe may send a key as it is, beside the signature; an id or the name of a shop stays in the data. */
function secretsIn(recipe: HmacRecipe): string[] {
  return fieldsIn(recipe).flatMap((pointer) =>
    secretName.test(pointer) ? (recipe.field(pointer) ?? []) : [],
  );
}

/** One of a closed list; its first where nothing is said. */
function oneOf<Choice extends string>(
  choices: readonly [Choice, ...Choice[]],
  given: Said | undefined,
  said: (given: Said) => string,
): Choice {
  if (given === undefined) return choices[0];
  const word = said(given);
  const found = choices.find((choice) => choice === word);
  if (found === undefined)
    throw new RefusedError('proxy.credential-incomplete', { field: fieldOf(given) });
  return found;
}

/** Region and service stand in a header between slashes. */
function scopeWord(given: Said, word: string): string {
  if (!/^[\w-]{1,60}$/.test(word))
    throw new RefusedError('proxy.credential-unusable-character', { field: fieldOf(given) });
  return word;
}

function fieldOf(given: Said): string {
  return typeof given === 'string' ? '' : given.at;
}

/** A field of this name holds a secret, whatever its form says. */
export const secretName = /pass|secret|token|key|pin\b/i;

/**
 * With `basic` the user name may be the key, beside no password or a word like "x". A person's name is no secret: masking
 * it would take their address out of every record that the service gives.
 */
function isKeyItself(userField: string, password: string): boolean {
  return password.length < shortestSecret || secretName.test(userField);
}

function textAt(values: Json, pointer: string, mayBeEmpty?: 'may-be-empty'): string {
  const value = valueAt(values, pointer);
  if (mayBeEmpty !== undefined && (value === undefined || value === '')) return '';
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(value);
  throw new RefusedError('proxy.credential-incomplete', { field: pointer });
}

/** Names that would change where or how the request goes. */
const reservedNames =
  /^(host|connection|content-length|content-type|transfer-encoding|te|trailer|upgrade|expect|forwarded|via|proxy-.*|x-forwarded-.*|sec-.*)$/i;

function headerName(field: string, name: string): string {
  if (!isHeaderName(name) || reservedNames.test(name))
    throw new RefusedError('proxy.credential-unusable-character', { field });
  return name;
}

function headerText(field: string, value: string): string {
  if (!isHeaderValue(value))
    throw new RefusedError('proxy.credential-unusable-character', { field });
  return value;
}

function xmlText(field: string, value: string): string {
  if (!canStandInXml(value))
    throw new RefusedError('proxy.credential-unusable-character', { field });
  return value;
}

/** Part of one segment: nothing that could lead elsewhere. */
function pathText(field: string, value: string): string {
  if (!/^[\w:.~-]+$/.test(value) || /^\.+$/.test(value))
    throw new RefusedError('proxy.credential-unusable-character', { field });
  return value;
}

function cookieText(field: string, value: string): string {
  if (/[;,\s"\\]/.test(value))
    throw new RefusedError('proxy.credential-unusable-character', { field });
  return value;
}
