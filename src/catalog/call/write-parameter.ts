/** Values as OpenAPI writes them into addresses and headers (its styles: RFC 6570 in most of them). */
import { isJsonList, isJsonObject, writeJson, type Json } from '../../shared/index.ts';
import type { ParameterNote } from '../openapi/request-note.ts';
import { halfPair, type Pair } from './make-part.ts';

type Manner = Pick<ParameterNote, 'name' | 'style' | 'explode'>;

const separators: Readonly<Partial<Record<ParameterNote['style'], string>>> = {
  spaceDelimited: ' ',
  pipeDelimited: '|',
  tabDelimited: '\t',
};

/** Names and values of a query; nothing for what is empty. */
export function queryPairs({ name, style, explode }: Manner, value: Json): readonly Pair[] {
  if (value === null) return [];
  if (style === 'json') return [[name, writeJson(value)]];
  if (isJsonList(value)) {
    if (style === 'deepObject') return deepPairs(name, value);
    const texts = textsOf(value);
    if (explode) return texts.map((text) => [name, text]);
    return texts.length === 0 ? [] : [[name, texts.join(separators[style] ?? ',')]];
  }
  if (!isJsonObject(value)) return [[name, textOf(value)]];
  if (style === 'deepObject') return deepPairs(name, value);
  const parts = partsOf(value);
  if (explode && style === 'form') return parts;
  return parts.length === 0 ? [] : [[name, parts.flat().join(separators[style] ?? ',')]];
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
