/** Which fields a service's error body names, as its description says or in one of the usual shapes. */
import {
  isJsonList,
  isJsonObject,
  parseJson,
  type Json,
  type JsonPath,
  type Text,
} from '../../shared/index.ts';
import type { HttpCall } from '../component/call.ts';
import { atPointer } from '../json-pointer.ts';
import { fieldWordsIn } from './field-words.ts';
import { pathOfName } from './path-of-name.ts';
import { plain, wordsIn } from './word-split.ts';

export interface NamedField {
  /** In the service's names. */
  readonly path: JsonPath;
  readonly words?: string;
}

/** Where the operation's description says that fields are named. */
export function declaredFields(body: Json, call: HttpCall): readonly NamedField[] {
  const errors = call.take?.errors;
  if (errors === undefined) return [];
  const listed = errors.fields === undefined ? undefined : atPointer(body, errors.fields.list);
  const { field = '', text = '' } = errors.fields ?? {};
  const many = isJsonList(listed)
    ? listed.flatMap((entry) =>
        named(atPointer(entry, field), text === '' ? undefined : atPointer(entry, text)),
      )
    : isJsonObject(listed)
      ? fieldWordsIn({ fields: listed })
      : [];
  const single = errors.field === undefined ? undefined : atPointer(body, errors.field);
  const words = errors.text === undefined ? undefined : atPointer(body, errors.text);
  const meant = codeMeaning(body, call)?.field;
  return [...many, ...named(single, words), ...named(meant, words)];
}

/** What the description knows of the code that a refusal has. */
export function codeMeaning(
  body: Json,
  call: HttpCall | undefined,
): { readonly says?: Text | undefined; readonly field?: string | undefined } | undefined {
  const { code, codes = {} } = call?.take?.errors ?? {};
  const said = code === undefined ? undefined : atPointer(body, code);
  const known = typeof said === 'number' ? String(said) : said;
  return typeof known === 'string' && Object.hasOwn(codes, known) ? codes[known] : undefined;
}

/** Shapes of services that declare nothing: entries that name a field, and words that stand at a field's name. */
export function usualFields(body: Json): readonly NamedField[] {
  const entries: NamedField[] = [];
  const visit = (value: Json, isTop: boolean, depth: number): void => {
    if (depth > deepest || entries.length >= mostFields) return;
    if (typeof value === 'string') {
      const inside = jsonInside(value);
      if (inside !== undefined) visit(inside, false, depth + 1);
    } else if (isJsonList(value)) for (const entry of value) visit(entry, false, depth + 1);
    else if (isJsonObject(value)) {
      const here = fieldsOfEntry(value, isTop);
      entries.push(...here);
      for (const [name, inner] of Object.entries(value))
        if (!echoes.has(plain(name))) visit(inner, false, depth + 1);
    }
  };
  visit(body, true, 0);
  return [...entries, ...fieldWordsIn(body).filter(({ path }) => path.length > 0)];
}

const deepest = 8;
const mostFields = 50;
/** What was sent, told back: its names are no complaint. */
const echoes: ReadonlySet<string> = new Set(['input', 'value', 'rejectedvalue', 'ctx', 'request']);
const wordKeys = [
  'message',
  'detail',
  'reason',
  'title',
  'msg',
  'description',
  'defaultMessage',
  'explanation',
  'error',
];

/** The fields that one entry is about: `{ "dataPath": ".lines[0]", "params": { "missingProperty": "price" } }`. */
function fieldsOfEntry(entry: Json, isTop: boolean): readonly NamedField[] {
  const outer = namesIn(entry, isTop);
  const inner = isJsonObject(entry)
    ? Object.entries(entry).flatMap(([key, child]) =>
        isJsonObject(child) && !echoes.has(plain(key)) ? namesIn(child, true) : [],
      )
    : [];
  const words = firstText(entry, wordKeys);
  const [place] = outer;
  const paths =
    place !== undefined && outer.length === 1 && inner.length === 1
      ? [[...place, ...(inner[0] ?? [])]]
      : [...outer, ...inner];
  return paths
    .filter((path) => path.length > 0)
    .map((path) => ({ path, ...(words === undefined ? {} : { words }) }));
}

/** Keys that hold the name of a field, or several. */
const nameKeys =
  /\b(?:field|pointer|param|parameter|property|argument|attribute|column|loc|target|path)(?: name| path)?$/;
const manyNames = /\b(?:fields|parameters|properties|arguments|attributes|columns)$/;
const otherNames = /\b(?:schema|doc|url|file|request|trace|object)\b/;

function namesIn(entry: Json, isTop: boolean): readonly JsonPath[] {
  if (!isJsonObject(entry)) return [];
  const found: JsonPath[] = [];
  for (const [key, value] of Object.entries(entry)) {
    const words = wordsIn(key);
    if (otherNames.test(words) || (isTop && words === 'path')) continue;
    if (nameKeys.test(words)) found.push(...pathsOf(value));
    else if (manyNames.test(words) && isJsonList(value)) found.push(...value.flatMap(pathsOf));
    else if (words === 'name' && !isTop && firstText(entry, wordKeys) !== undefined)
      found.push(...pathsOf(value));
  }
  return found;
}

/** One name, or a path in parts: `["body", "lines", 0, "price"]`. */
function pathsOf(name: Json): readonly JsonPath[] {
  if (typeof name === 'string') return [pathOfName(name)];
  if (!isJsonList(name) || name.length === 0) return [];
  const parts = name.filter(
    (part): part is string | number => typeof part === 'string' || typeof part === 'number',
  );
  return parts.length === name.length
    ? [parts.flatMap((part) => (typeof part === 'number' ? [part] : pathOfName(part)))]
    : [];
}

function firstText(entry: Json, keys: readonly string[]): string | undefined {
  if (!isJsonObject(entry)) return undefined;
  for (const key of keys) {
    const text = Object.hasOwn(entry, key) ? entry[key] : undefined;
    if (typeof text === 'string' && text !== '') return text;
  }
  return undefined;
}

function named(name: Json | undefined, words: Json | undefined): readonly NamedField[] {
  if (name === undefined) return [];
  return pathsOf(name)
    .filter((path) => path.length > 0)
    .map((path) => ({ path, ...(typeof words === 'string' ? { words } : {}) }));
}

/** Some services write a list of errors into a sentence: `Values were not valid: [{"name": …}]`. */
function jsonInside(text: string): Json | undefined {
  const start = text.search(/[[{]\s*[{"]/);
  if (start === -1) return undefined;
  const end = Math.max(text.lastIndexOf(']'), text.lastIndexOf('}'));
  const read = end > start ? parseJson(text.slice(start, end + 1)) : undefined;
  return read?.ok === true && typeof read.value === 'object' ? read.value : undefined;
}
