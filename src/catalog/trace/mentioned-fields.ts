/**
 * Fields that a service's sentences mention: what stands in quotes or brackets, values that were sent, names.
 * Only when it is clear which ones are meant: a few, never by a short or common value, the longest match alone.
 */
import type { Json, JsonPath } from '../../shared/index.ts';
import type { FieldFinder } from './field-finder.ts';
import type { SentValue } from './input-path.ts';
import { pathOfName } from './path-of-name.ts';
import { sentencesIn, type Said } from './said-strings.ts';
import { isDistinct, wordsIn } from './word-split.ts';

const longestSearched = 20_000;
const mostGuessed = 3;
const mostMarks = 100;

export interface MentionedField {
  readonly path: JsonPath;
  readonly value?: Json;
}

/** What its sentences say comes first; data that a service tells back beside them is the last resort. */
export function mentionedFields(
  said: readonly Said[],
  codes: readonly string[],
  finder: FieldFinder,
): readonly MentionedField[] {
  const sentences = sentencesIn(said).join('\n').slice(0, longestSearched);
  const rest = said
    .map(({ text }) => text)
    .filter((text) => !/\s/.test(text.trim()))
    .join('\n')
    .slice(0, longestSearched);
  const found = firstFound([
    () => [...inMarks(sentences, finder), ...byValue(sentences, finder.sent)],
    () => byName(`${sentences}\n${codes.join('\n')}`, finder),
    () => byValue(rest, finder.sent),
  ]);
  const unique = new Map(
    withoutGroups(found).map(({ path, value }) => [
      JSON.stringify(path),
      { path, ...(value === undefined ? {} : { value }) },
    ]),
  );
  return unique.size > mostGuessed ? [] : [...unique.values()];
}

/** `Variable "$input" … at "input.names[2]"` is about the name: the group around it was only on the way. */
function withoutGroups(found: readonly MentionedField[]): readonly MentionedField[] {
  return found.filter(
    ({ path }) =>
      !found.some(
        (other) =>
          other.path.length > path.length && path.every((part, at) => part === other.path[at]),
      ),
  );
}

function firstFound(ways: readonly (() => readonly MentionedField[])[]): readonly MentionedField[] {
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

const marks =
  /'([^'\n]{1,200})'|"([^"\n]{1,200})"|`([^`\n]{1,200})`|\[json-pointer:([^\]\s]+)\]|\[([^[\]\n]{1,200})\]|\(([^()\n]{1,200})\)|\bPath: (\$[^\s,|]+)/g;
/** `body.lines[2].price`, without quotes. Not what follows an @ or a slash: those are addresses. */
const places =
  /(?<![\p{L}\p{N}_@/.$-])[\p{L}_][\p{L}\p{N}_-]*(?:\[\d+\]|\.(?:\d+\b|[\p{L}_][\p{L}\p{N}_-]*))+/gu;
const shortestQuoted = 2;

/** `'To'`, `"input.names[2]"`, `Key (eid, uid)`, `Path: $.age`: a name of a field, or a value just as it was sent. */
function inMarks(text: string, finder: FieldFinder): readonly MentionedField[] {
  const bare = [...text.matchAll(places)].slice(0, mostMarks).flatMap(([name]) => {
    const path = finder.find(pathOfName(name));
    return path === undefined ? [] : [{ path }];
  });
  const marked = [...text.matchAll(marks)].slice(0, mostMarks).flatMap((match) => {
    const quoted = match[1] ?? match[2] ?? match[3];
    const token = quoted ?? match.slice(4).find((group) => group !== undefined) ?? '';
    const parts = quoted === undefined ? token.split(',') : [token];
    return parts.flatMap((part) => {
      const name = part.trim().replaceAll(/^["'`]|["'`]$/g, '');
      const path = /^[^\s]*\p{L}[^\s]*$/u.test(name) ? finder.find(pathOfName(name)) : undefined;
      if (path !== undefined) return [{ path }];
      return quoted !== undefined && name.length >= shortestQuoted
        ? finder.sent.filter(({ value }) => isSingle(value) && String(value) === name)
        : [];
    });
  });
  return [...marked, ...bare];
}

function byValue(text: string, sent: readonly SentValue[]): readonly MentionedField[] {
  const byText = new Map<string, MentionedField[]>();
  for (const { path, value } of sent) {
    if (!tells(value)) continue;
    const fields = byText.get(String(value)) ?? [];
    // What stands in more fields than are told says of none that it is meant.
    if (fields.length <= mostGuessed) fields.push({ path, value });
    byText.set(String(value), fields);
  }
  const found = [...byText].flatMap(([value, fields]) =>
    placesOf(text, value).map((start) => ({ field: fields, start, end: start + value.length })),
  );
  return [...new Set(longest(found))].flat();
}

/** Ordinary words: as the name of a field only where the sentence says that it is one. */
const ordinary: ReadonlySet<string> = new Set(
  'name title type status code text body description number list user key'.split(' '),
);
/** Words that sentences about errors are made of: as the name of a field only in quotes. */
const hollow: ReadonlySet<string> = new Set(
  'value values data message error errors field fields property parameter argument request response input item items record records object entry resource'.split(
    ' ',
  ),
);
const shortestName = 4;
const open = '(?<![\\p{L}\\p{N}_-])';
const close = '(?![\\p{L}\\p{N}_-])';
/** "the field X", "missing X". */
const before =
  '(?:field|property|parameter|param|argument|column|attribute|element|key|missing|required)(?:s|\\(s\\))?:?\\s+(?:the\\s+)?["\'`]?';
/** "X is required", "X can't be blank". */
const after =
  "[\"'`]?\\s+(?:(?:field|property|parameter|param|argument|attribute|column)\\b|must be (?:given|set|provided|present|filled)|(?:is|are) (?:required|missing|needed|mandatory|not set)|(?:can't|cannot|may not|must not|should not) be (?:blank|empty|null|missing))";
/** At a sentence's start: "X must …". */
const starts = '(?:^|\\n)';
const says = "[\"'`]?\\s+(?:is|are|was|can't|cannot|must|should|has|may|field|does)\\b";

function byName(text: string, finder: FieldFinder): readonly MentionedField[] {
  const found = [...namesOf(finder)].flatMap(([name, { fields, isSent }]) =>
    fields.length > mostGuessed
      ? []
      : rangesOf(text, name, isSent).flatMap(([start, end]) =>
          fields.map((field) => ({ field, start, end })),
        ),
  );
  return longest(found);
}

interface Named {
  readonly fields: MentionedField[];
  readonly isSent: boolean;
}

/** What a field may be called: its name in the request, in the input, in the input's description. */
function namesOf({ sent, described, find }: FieldFinder): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  const add = (name: string, field: MentionedField, isSent: boolean): void => {
    const named = names.get(name) ?? { fields: [], isSent };
    if (named.fields.length <= mostGuessed) named.fields.push(field);
    names.set(name, named);
  };
  for (const { name, path, value } of sent)
    for (const each of new Set([name, lastName(path)])) add(each, { path, value }, true);
  const places = new Map(sent.map((field) => [JSON.stringify(field.path), field]));
  for (const { name, title, path } of described) {
    const place = places.get(JSON.stringify(path));
    if (!names.has(title)) add(title, place ?? { path }, place !== undefined);
    const found = names.has(name) ? undefined : find([name]);
    if (found !== undefined) add(name, { path: found }, false);
  }
  return names;
}

function rangesOf(
  text: string,
  name: string,
  sent: boolean,
): readonly (readonly [number, number])[] {
  const words = wordsIn(name);
  if (words.length < shortestName || hollow.has(words)) return [];
  const spelled = words.split(' ').map(escaped).join('[\\s_-]*');
  // What was not sent must be called a field, or be spelled as no other word is.
  const isFree = isDistinct(name) || (sent && !ordinary.has(words));
  const patterns = isFree
    ? [`${open}(?<name>${spelled})${close}`]
    : [
        `${before}(?<name>${spelled})${close}`,
        `${open}(?<name>${spelled})${after}`,
        `${starts}(?<name>${spelled})${says}`,
      ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, 'giud'))].flatMap((match) => {
      const range = match.indices?.groups?.['name'];
      return range === undefined ? [] : [range];
    }),
  );
}

interface Found<Field> {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

/** Without those that stand inside a longer one. */
function longest<Field>(found: readonly Found<Field>[]): readonly Field[] {
  const inside = new Set<Found<Field>>();
  let around = { start: -1, end: -1 };
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    // What begins before it, or with it, and ends last.
    if (around.end > one.end || (around.end === one.end && around.start < one.start))
      inside.add(one);
    else if (one.end > around.end) around = one;
  }
  return found.filter((one) => !inside.has(one)).map(({ field }) => field);
}

/** Short and common values ("1", "true", "DE") stand in any text by chance. */
function tells(value: Json): boolean {
  if (typeof value === 'string') return value.trim().length >= 5;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value).length >= 4 : false;
}

function isSingle(value: Json): boolean {
  return typeof value !== 'object';
}

function placesOf(text: string, value: string): readonly number[] {
  const found: number[] = [];
  const isOpen = (char: string | undefined): boolean =>
    char === undefined || !/[\p{L}\p{N}_]/u.test(char);
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1))
    if (isOpen(text[at - 1]) && isOpen(text[at + value.length])) found.push(at);
  return found;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function lastName(path: JsonPath): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}
