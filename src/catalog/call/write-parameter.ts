/** Values as OpenAPI writes them into addresses and headers (its styles: RFC 6570 in most of them). */
import { isJsonList, isJsonObject, writeJson, type Json } from '../../shared/index.ts';
import type { ParameterNote } from '../openapi/request-note.ts';
import type { QueryPair } from '../call-contract.ts';
import { halfPair, type Pair } from './make-part.ts';

type Manner = Pick<ParameterNote, 'name' | 'style' | 'explode' | 'allowReserved'>;

const separators: Readonly<Partial<Record<ParameterNote['style'], string>>> = {
  spaceDelimited: ' ',
  pipeDelimited: '|',
  tabDelimited: '\t',
};

/** Names and values of a query; nothing for what is empty. */
export function queryPairs(manner: Manner, value: Json): readonly QueryPair[] {
  const { name, style, explode } = manner;
  if (value === null) return [];
  if (style === 'json') return [[name, writeJson(value)]];
  if (style === 'deepObject' && typeof value === 'object')
    return deepPairs(name, value).map(([part, text]) => inQuery(part, [text], manner));
  if (isJsonList(value)) {
    const texts = textsOf(value);
    if (explode) return texts.map((text) => inQuery(name, [text], manner));
    return texts.length === 0 ? [] : [inQuery(name, texts, manner)];
  }
  if (!isJsonObject(value)) return [inQuery(name, [textOf(value)], manner)];
  const parts = partsOf(value);
  if (explode && style === 'form')
    return parts.map(([part, text]) => inQuery(part, [text], manner));
  return parts.length === 0 ? [] : [inQuery(name, parts.flat(), manner)];
}

/** A comma between texts stands as it is, so that it is told from one inside a text; the other separators are no signs of an address. */
function inQuery(
  name: string,
  texts: readonly string[],
  { style, allowReserved }: Manner,
): QueryPair {
  const separator = separators[style] ?? ',';
  const value = texts.join(separator);
  const encoded = texts.map(allowReserved === true ? encodeInQuery : encodeWhole);
  const written = encoded.join(separator === ',' ? separator : encodeWhole(separator));
  return written === encodeWhole(value) ? [name, value] : [name, value, written];
}

function encodeWhole(text: string): string {
  return encodeURIComponent(text.replace(new RegExp(halfPair, 'gu'), '\ufffd'));
}

/**
 * `allowReserved`: signs with a meaning in addresses stand as they are, and so does what is encoded already (RFC 6570, 3.2.3).
 * Not those that would end the value, or that a query cannot have (OpenAPI 3.1, "Parameter Object").
 */
function encodeInQuery(text: string): string {
  return encodeWhole(text).replace(
    /%25(?=[\da-f]{2})|%(?:2[C1478F9A]|3[ABDF]|40)/gi,
    decodeURIComponent,
  );
}

/** `address[city]`; an entry of a list that is a group has its number, a plain one is the same name again. */
function deepPairs(name: string, value: Json): readonly Pair[] {
  if (value === null) return [];
  if (isJsonList(value)) {
    const hasGroups = value.some((entry) => typeof entry === 'object' && entry !== null);
    return value.flatMap((entry, at) =>
      deepPairs(`${name}[${hasGroups ? String(at) : ''}]`, entry),
    );
  }
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([key, inner]) => deepPairs(`${name}[${key}]`, inner));
  return [[name, textOf(value)]];
}

/** The text of a header; undefined for what is empty. */
export function headerText({ style, explode }: Manner, value: Json): string | undefined {
  if (value === null) return undefined;
  return style === 'json' ? writeJson(value) : simpleText(value, explode);
}

/** What stands in the path for a parameter, encoded; undefined where it would be empty, climb, or cannot be written. */
export function pathText(
  { name, style, explode }: Manner,
  value: Json | undefined,
): string | undefined {
  if (value === undefined || value === null) return undefined;
  const parts = style === 'json' ? allEncoded([writeJson(value)]) : pathParts(value, explode);
  if (parts === undefined || parts.every((part) => part === '')) return undefined;
  const manner = { name: encodeURIComponent(name.replace(/\p{Surrogate}/gu, '')), style, explode };
  const text = styled(manner, parts, isJsonObject(value));
  return text === '.' || text === '..' ? undefined : text;
}

/** Each part encoded, so that a sign between parts is never one of a value. */
function pathParts(value: Json, explode: boolean): readonly string[] | undefined {
  const texts = isJsonList(value)
    ? textsOf(value)
    : isJsonObject(value)
      ? partsOf(value).flat()
      : [textOf(value)];
  const parts = allEncoded(texts);
  return parts !== undefined && isJsonObject(value) && explode ? inPairs(parts) : parts;
}

function inPairs(parts: readonly string[]): readonly string[] {
  return parts.flatMap((part, at) => (at % 2 === 0 ? [`${part}=${parts[at + 1] ?? ''}`] : []));
}

function styled(
  { name, style, explode }: Manner,
  parts: readonly string[],
  isGroup: boolean,
): string {
  if (style === 'label') return `.${parts.join(explode ? '.' : ',')}`;
  if (style !== 'matrix') return parts.join(',');
  if (!explode) return `;${name}=${parts.join(',')}`;
  return parts.map((part) => (isGroup ? `;${part}` : `;${name}=${part}`)).join('');
}

/** Undefined: half of a pair of signs is no text. */
function allEncoded(texts: readonly string[]): readonly string[] | undefined {
  return texts.some((text) => halfPair.test(text))
    ? undefined
    : texts.map((text) => encodeURIComponent(text));
}

function simpleText(value: Json, explode: boolean): string {
  if (isJsonList(value)) return textsOf(value).join(',');
  if (!isJsonObject(value)) return textOf(value);
  return partsOf(value)
    .map((pair) => pair.join(explode ? '=' : ','))
    .join(',');
}

function partsOf(value: Readonly<Record<string, Json>>): readonly Pair[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === null ? [] : [[key, textOf(inner)] as const],
  );
}

function textsOf(list: readonly Json[]): readonly string[] {
  return list.flatMap((entry) => (entry === null ? [] : [textOf(entry)]));
}

function textOf(value: Json): string {
  return typeof value === 'object' ? writeJson(value) : String(value);
}
