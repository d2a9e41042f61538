/** A declared recipe of signing (`hmac` of `catalog/component/auth-rule.ts`): texts with names in braces, a key, a hash. */
import { createHash, createHmac } from 'node:crypto';
import { isHeaderValue, type HeaderPair } from '../egress/headers.ts';
import { RefusedError } from '../refusal.ts';
import { hostOf, type Outgoing, type Signed, type SigningTools } from './signed.ts';

export const hmacChoices = {
  keyAs: ['text', 'base64', 'hex'],
  hash: ['sha256', 'sha1', 'sha512'],
  as: ['hex', 'base64', 'base64url'],
  time: ['seconds', 'milliseconds', 'iso', 'http'],
} as const;
type Choice<Name extends keyof typeof hmacChoices> = (typeof hmacChoices)[Name][number];

export interface HmacRecipe {
  readonly key: string;
  readonly keyAs: Choice<'keyAs'>;
  readonly hash: Choice<'hash'>;
  readonly as: Choice<'as'>;
  readonly time: Choice<'time'>;
  readonly signs: string;
  /** Names and texts. */
  readonly headers: readonly HeaderPair[];
  readonly query: readonly (readonly [string, string])[];
  /** A value of the form by its pointer; undefined where there is none. */
  readonly field: (pointer: string) => string | undefined;
}

const ofRequest = [
  'method',
  'url',
  'host',
  'path',
  'search',
  'target',
  'body',
  'bodyHash',
  'contentType',
  'time',
  'nonce',
] as const;
type NameOfRequest = (typeof ofRequest)[number];

/** Throws `proxy.recipe-not-understood` for a name in braces that stands for nothing. */
export function checkRecipe(recipe: HmacRecipe): void {
  const inSigned = namesIn(recipe.signs);
  const inSent = [...recipe.headers, ...recipe.query].flatMap(([, text]) => namesIn(text));
  const isKnown = (name: string): boolean =>
    (ofRequest as readonly string[]).includes(name) || recipe.field(name) !== undefined;
  const unknown =
    inSigned.find((name) => !isKnown(name)) ??
    inSent.find((name) => name !== 'signature' && !isKnown(name));
  if (unknown !== undefined)
    throw new RefusedError('proxy.recipe-not-understood', { name: unknown.slice(0, 60) });
}

/** Pointers to the fields of the form that it fills in. */
export function fieldsIn({ signs, headers, query }: HmacRecipe): string[] {
  return [signs, ...[...headers, ...query].map(([, text]) => text)]
    .flatMap(namesIn)
    .filter((name) => name.startsWith('/'));
}

export function signByRecipe(outgoing: Outgoing, recipe: HmacRecipe, tools: SigningTools): Signed {
  const { path, search, origin, body = '', method, headers } = outgoing;
  const target = search === '' ? path : `${path}?${search}`;
  const values: Record<NameOfRequest, string> = {
    method,
    path,
    search,
    target,
    url: `${origin}${target}`,
    host: hostOf(outgoing),
    body: typeof body === 'string' ? body : '',
    bodyHash: createHash(recipe.hash).update(body).digest(recipe.as),
    contentType: headers.find(([name]) => name === 'content-type')?.[1] ?? '',
    time: timeIn(recipe.time, tools.now()),
    nonce: tools.newId(),
  };
  const fill = (text: string, signature?: string): string =>
    text.replace(inBraces, (_all, name: string) =>
      name === 'signature'
        ? (signature ?? '')
        : (values[name as NameOfRequest] ?? recipe.field(name) ?? ''),
    );
  const key =
    recipe.keyAs === 'text' ? Buffer.from(recipe.key) : Buffer.from(recipe.key, recipe.keyAs);
  const hmac = createHmac(recipe.hash, key);
  for (const [at, text] of recipe.signs.split('{body}').entries()) {
    // Bytes of a file are no text: they are signed as they go out.
    if (at > 0) hmac.update(body);
    hmac.update(fill(text));
  }
  const signature = hmac.digest(recipe.as);
  return {
    headers: recipe.headers.map(([name, text]): HeaderPair => [
      name,
      sendable(fill(text, signature)),
    ]),
    query: recipe.query.map(([name, text]) => [name, fill(text, signature)] as const),
    secrets: [signature],
  };
}

const inBraces = /\{([\w/-]+)\}/g;

function namesIn(text: string): string[] {
  return [...text.matchAll(inBraces)].map(([, name = '']) => name);
}

function timeIn(form: Choice<'time'>, now: number): string {
  switch (form) {
    case 'seconds':
      return String(Math.floor(now / 1000));
    case 'milliseconds':
      return String(now);
    case 'iso':
      return new Date(now).toISOString();
    case 'http':
      return new Date(now).toUTCString();
  }
}

/** What a request brings along (a body of two lines) does not belong into a header. */
function sendable(value: string): string {
  if (!isHeaderValue(value))
    throw new RefusedError('proxy.credential-unusable-character', { field: 'headers' });
  return value;
}
