/**
 * Finds the fields of the operation's input that a service's refusal is about. No guess wins over what the service
 * says: named fields first, then names it mentions, then values it repeats.
 */
import {
  isJsonList,
  isJsonObject,
  writeJson,
  type Json,
  type JsonPath,
} from '../../shared/index.ts';
import type { CallFailure, RequestTemplate } from '../call-contract.ts';
import type { HttpCall } from '../component.ts';
import { inputPathOf, sentValues, type SentValue } from './input-path.ts';
import { declaredFields, pathOfName, usualFields, type NamedField } from './named-fields.ts';

type Fields = CallFailure['fields'];

/** Statuses that can be about what was sent; a wrong key or a service in trouble is not. */
const aboutData: ReadonlySet<number> = new Set([400, 404, 406, 409, 410, 412, 413, 415, 422]);

export function traceError(
  body: Json,
  status: number,
  request: RequestTemplate,
  call: HttpCall,
): Fields {
  const sent = sentValues(request, call);
  const declared = resolved(declaredFields(body, call), request, call, sent);
  if (declared.length > 0 || !aboutData.has(status)) return declared;
  const usual = resolved([...usualFields(body), ...keysWithWords(body, sent)], request, call, sent);
  return usual.length > 0 ? usual : mentioned(body, sent);
}

function resolved(
  named: readonly NamedField[],
  request: RequestTemplate,
  call: HttpCall,
  sent: readonly SentValue[],
): Fields {
  const fields = new Map<string, Fields[number]>();
  for (const { name, words } of named) {
    const path = resolve(pathOfName(name), request, call, sent);
    if (path === undefined) continue;
    const key = JSON.stringify(path);
    if (!fields.has(key)) fields.set(key, { path, ...(words === undefined ? {} : { words }) });
  }
  return [...fields.values()];
}

const wrappers: ReadonlySet<string | number> = new Set([
  'body',
  'data',
  'attributes',
  'input',
  'request',
  'payload',
  'params',
  'query',
  'path',
]);

/** From the request's place to the input's; services like to put a word such as "body" before. */
function resolve(
  path: JsonPath,
  request: RequestTemplate,
  call: HttpCall,
  sent: readonly SentValue[],
): JsonPath | undefined {
  if (path.length === 0) return undefined;
  const traced = inBody(path, request, call) ?? inputPathOf(call.query, path);
  const wasSent = traced !== undefined && sent.some((each) => startsWith(each.path, traced));
  const known = wasSent ? traced : (bySameName(path, sent) ?? traced);
  const [first, ...rest] = path;
  if (known !== undefined || first === undefined || !wrappers.has(first)) return known;
  return resolve(rest, request, call, sent);
}

/** A body that passes the input on takes any name: a field that was left out is named too ("is required"). */
function inBody(path: JsonPath, request: RequestTemplate, call: HttpCall): JsonPath | undefined {
  const traced = inputPathOf(call.body?.from, path);
  const [first] = path;
  const body = request.body?.value;
  const isWrapped =
    first !== undefined &&
    wrappers.has(first) &&
    !(isJsonObject(body) && Object.hasOwn(body, first));
  return isWrapped && path.length > 1 ? undefined : traced;
}

function startsWith(path: JsonPath, start: JsonPath): boolean {
  return start.every((step, at) => path[at] === step);
}

function bySameName(path: JsonPath, sent: readonly SentValue[]): JsonPath | undefined {
  const wanted = plain(String(path.filter((step) => typeof step === 'string').at(-1) ?? ''));
  const same = sent.filter(({ name }) => plain(name) === wanted);
  return same.length === 1 ? same[0]?.path : undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** `{ "email": "is taken" }` right in the body: only keys that were sent are fields. */
function keysWithWords(body: Json, sent: readonly SentValue[]): readonly NamedField[] {
  const holder = isJsonObject(body) && isJsonObject(body['error']) ? body['error'] : body;
  if (!isJsonObject(holder)) return [];
  const names = new Set(sent.map(({ name }) => plain(name)));
  return Object.entries(holder).flatMap(([name, words]) => {
    const said = isJsonList(words) ? words[0] : words;
    return names.has(plain(name)) && typeof said === 'string' ? [{ name, words: said }] : [];
  });
}

const longestSearched = 20_000;

/** Fields whose sent value stands in the service's words, else whose name does; only when it is clear which one is meant. */
function mentioned(body: Json, sent: readonly SentValue[]): Fields {
  const text = (typeof body === 'string' ? body : writeJson(body)).slice(0, longestSearched);
  const byValue = sent.filter(({ value }) => tells(value) && holdsWord(text, String(value)));
  if (byValue.length > 0) return unique(byValue);
  const small = text.toLowerCase();
  const byName = sent.filter(
    ({ name }) => name.length >= 4 && holdsWord(small, name.toLowerCase()),
  );
  return unique(byName);
}

/** Short and common values ("1", "true", "DE") stand in any text by chance. */
function tells(value: Json): boolean {
  if (typeof value === 'string') return value.trim().length >= 5;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value).length >= 4 : false;
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const isOpen = (char: string | undefined): boolean =>
      char === undefined || !/[\p{L}\p{N}_]/u.test(char);
    if (isOpen(text[at - 1]) && isOpen(text[at + word.length])) return true;
  }
  return false;
}

const mostGuessed = 3;

/** More than a few guesses are no help. */
function unique(found: readonly SentValue[]): Fields {
  const fields = new Map(found.map(({ path, value }) => [JSON.stringify(path), { path, value }]));
  return fields.size > mostGuessed ? [] : [...fields.values()];
}
