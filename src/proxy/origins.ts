/**
 * From a component's origin rule to an address (P2).
 *
 * 1. What a person or a page says is only ever one host label, an address checked as a whole, or a place's name.
 * 2. With a credential the address comes out of the seal; what the call says must agree with it, or it is refused.
 */
import ipaddr from 'ipaddr.js';
import type { Origin } from '../catalog/contract.ts';
import type { Json } from '../shared/index.ts';
import type { Place } from './contract.ts';
import { valueAt } from './json-pointer.ts';
import { RefusedError } from './refusal.ts';
import type { SealedCredential } from './vault/vault.ts';

type SealedOrigins = SealedCredential['origins'];
export type Places = readonly Pick<Place, 'name' | 'url'>[];

const hostLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const variable = /\{([\w-]+)\}/g;

/** Of an account whose service says at the sign-in where it is: until then it goes nowhere. */
export const notYetSaid = '';

/** The origins a credential's secret may go to. Throws a refusal when there is none. */
export function originsOfCredential(
  rules: readonly Origin[],
  values: Readonly<Record<string, Json>>,
  places: Places,
): SealedOrigins {
  const origins = rules.flatMap((rule): SealedOrigins => {
    const origin = originOfCredential(rule, values, places);
    return origin === undefined ? [] : [{ rule, origin }];
  });
  if (origins.length === 0) throw new RefusedError('proxy.credential-without-host');
  return origins;
}

function originOfCredential(
  rule: Origin,
  values: Readonly<Record<string, Json>>,
  places: Places,
): string | undefined {
  if (typeof rule === 'string') {
    const names = [...rule.matchAll(variable)].map(([, name = '']) => name);
    const isKnown = names.every((name) => Object.hasOwn(values, name));
    return isKnown ? fillPattern(rule, (name) => String(values[name] as string)) : undefined;
  }
  if ('pattern' in rule) return originOfParts(rule, values);
  if ('named' in rule) return originOfPlace(rule.named, places);
  // An address in a step's settings cannot bind a secret: whoever edits the step would move the secret.
  if (rule.from === 'settings') return undefined;
  if ('file' in rule) return originOfFile(valueAt(values, rule.file));
  if ('host' in rule) return originOfHost(rule, values);
  const address = valueAt(values, rule.at);
  return typeof address === 'string' && address.trim() !== ''
    ? originOfAddress(address)
    : undefined;
}

/** Undefined where the form lacks one of the variables. Throws `proxy.address-not-valid`. */
function originOfParts(
  { pattern, with: parts }: Extract<Origin, { readonly pattern: string }>,
  values: Readonly<Record<string, Json>>,
): string | undefined {
  const found = new Map<string, string>();
  for (const [name, { at, behind, table }] of Object.entries(parts)) {
    const said = valueAt(values, at);
    if (typeof said !== 'string' || said === '') return undefined;
    const word = table !== undefined && Object.hasOwn(table, said) ? table[said] : undefined;
    if (table !== undefined && word === undefined)
      throw new RefusedError('proxy.address-not-valid', { address: shown(said) });
    found.set(name, word ?? partBehind(said, behind));
  }
  const own = new Set(
    Object.entries(parts).flatMap(([name, { table }]) => (table === undefined ? [] : [name])),
  );
  const filled = pattern.replaceAll(variable, (all, name: string) =>
    own.has(name) ? (found.get(name) ?? all) : all,
  );
  return fillPattern(filled, (name) => found.get(name) ?? '');
}

/** A part of a secret is not shown: what is refused is an empty address. */
function partBehind(said: string, mark: string | undefined): string {
  if (mark === undefined) return said;
  const at = said.lastIndexOf(mark);
  if (at === -1 || !hostLabel.test(said.slice(at + mark.length)))
    throw new RefusedError('proxy.address-not-valid', { address: '…' });
  return said.slice(at + mark.length);
}

/** `tcp://host:port` of what is not asked by HTTP; undefined where the form names no host. Throws `proxy.address-not-valid`. */
function originOfHost(
  rule: Extract<Origin, { readonly host: string }>,
  values: Readonly<Record<string, Json>>,
): string | undefined {
  const host = valueAt(values, rule.host);
  if (typeof host !== 'string' || host.trim() === '') return undefined;
  const typed = rule.port === undefined ? undefined : valueAt(values, rule.port);
  const port = Number(typed ?? rule.usualPort);
  const name = host.trim().toLowerCase();
  const isName = name.split('.').every((label) => hostLabel.test(label));
  const isAddress = ipaddr.isValid(name.replace(/^\[|\]$/g, ''));
  if (!(isName || isAddress) || !Number.isInteger(port) || port < 1 || port > 65_535)
    throw new RefusedError('proxy.address-not-valid', { address: shown(host) });
  return `tcp://${ipaddr.IPv6.isValid(name) ? `[${name}]` : name}:${port}`;
}

const longestPath = 1000;

/** `file:path`, as it was typed: which folders are open is looked at whenever the file is (egress/files.ts). */
function originOfFile(path: Json | undefined): string | undefined {
  if (typeof path !== 'string' || path.trim() === '') return undefined;
  if (path.length > longestPath || /\p{Cc}/u.test(path))
    throw new RefusedError('proxy.file-path-not-valid', { file: shown(path) });
  return `file:${path.trim()}`;
}

/** The path of a `file:` origin; undefined for every other one. */
export function fileOf(origin: string): string | undefined {
  return origin.startsWith('file:') ? origin.slice('file:'.length) : undefined;
}

/** A host, or a file's path, for the person to read. */
export function shownOrigin(origin: string): string {
  return fileOf(origin) ?? (URL.canParse(origin) ? new URL(origin).host : '');
}

/** Where a call without a credential goes. */
export function originOfCall(rule: Origin, address: string | undefined, places: Places): string {
  if (typeof rule !== 'string') {
    if ('pattern' in rule) throw new RefusedError('proxy.credential-without-host');
    return 'named' in rule ? originOfPlace(rule.named, places) : originOfAddress(address ?? '');
  }
  if (!rule.includes('{')) return originOfAddress(rule);
  const origin = originOfAddress(address ?? '');
  if (!matchesPattern(rule, origin))
    throw new RefusedError('proxy.address-not-valid', { address: shown(address ?? '') });
  return origin;
}

/** Where a call with a credential goes: always one of the seal's origins. */
export function originOfSeal(
  sealed: SealedOrigins,
  rule: Origin,
  address: string | undefined,
  places: Places,
): string {
  if (address !== undefined) {
    const isOne = sealed.some(({ origin }) => origin === address);
    return isOne ? address : memberOf(sealed, originOfAddress(address));
  }
  const wanted = ruleKey(rule);
  const bound = sealed.find((entry) => ruleKey(entry.rule) === wanted);
  const [only] = sealed;
  if (bound !== undefined && typeof rule !== 'string' && 'named' in rule) {
    // The operator moved the place since: the secret stays where it was approved for.
    return memberOf([bound], originOfPlace(rule.named, places));
  }
  if (bound !== undefined) return bound.origin;
  if (typeof rule === 'string' && !rule.includes('{'))
    return memberOf(sealed, originOfAddress(rule));
  if (typeof rule !== 'string' && 'from' in rule && sealed.length === 1 && only !== undefined)
    return only.origin;
  throw new RefusedError('proxy.host-not-allowed', { host: hostsOf(sealed).join(', ') });
}

/** The hosts and files of a seal, for the person to read. */
export function hostsOf(sealed: SealedOrigins): string[] {
  const said = sealed.filter(({ origin }) => origin !== notYetSaid);
  return [...new Set(said.map((entry) => shownOrigin(entry.origin)))];
}

/** The origin of an address a person typed, or a service gave. Throws `proxy.address-not-valid`. */
export function originOfAddress(address: string): string {
  const text = address.trim();
  const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
  const isClean = /^[^\s\\@%]+$/.test(authority) && !/[\s\p{Cc}\\]/u.test(text);
  if (!isClean || !URL.canParse(text))
    throw new RefusedError('proxy.address-not-valid', { address: shown(text) });
  return new URL(text).origin;
}

function originOfPlace(name: string, places: Places): string {
  const place = places.find((candidate) => candidate.name === name);
  if (place === undefined) throw new RefusedError('proxy.place-unknown', { place: shown(name) });
  return new URL(place.url).origin;
}

function fillPattern(pattern: string, valueOf: (name: string) => string): string {
  return originOfAddress(
    pattern.replaceAll(variable, (_all, name: string) => {
      const value = valueOf(name);
      if (!hostLabel.test(value))
        throw new RefusedError('proxy.address-not-valid', { address: shown(value) });
      return value;
    }),
  );
}

function matchesPattern(pattern: string, origin: string): boolean {
  return labelsIn(pattern, origin) !== undefined;
}

/** What stands in an origin for each name in braces; undefined where it is of another form. */
export function labelsIn(pattern: string, origin: string): readonly string[] | undefined {
  const parts = pattern
    .split(variable)
    .map((part, index) =>
      index % 2 === 1 ? '([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)' : escapePattern(part),
    );
  return new RegExp(`^${parts.join('')}$`, 'i').exec(origin)?.slice(1);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function memberOf(sealed: SealedOrigins, origin: string): string {
  if (sealed.some((entry) => entry.origin === origin)) return origin;
  throw new RefusedError('proxy.host-not-allowed', { host: new URL(origin).host });
}

function ruleKey(rule: Origin): string {
  if (typeof rule === 'string') return `text ${rule}`;
  if ('pattern' in rule) return `pattern ${rule.pattern}`;
  if ('named' in rule) return `named ${rule.named}`;
  if ('file' in rule) return `file ${rule.file}`;
  return `from ${rule.from} ${'at' in rule ? rule.at : rule.host}`;
}

function shown(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
}
