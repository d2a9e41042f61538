/** What an editor offers while a formula is typed: fields, what is inside them, functions; and what a call takes. */
import {
  kindWord,
  kindsOf,
  propertiesOf,
  resolve,
  titleOf,
  type JsonSchema,
  type KindWord,
} from '../../shared/index.ts';
import { borrowed } from './borrowed.ts';
import { formulaFunctions, type FormulaFunction } from './functions.ts';
import { parseText } from './syntax.ts';
import { tokensOf, type FormulaToken } from './tokens.ts';
import { typeOfTree } from './types.ts';

/** A field of the formula: what `$<name>` stands for. */
export interface FormulaField {
  readonly name: string;
  readonly title: string;
  readonly schema: JsonSchema;
}

export interface Completion {
  readonly kind: 'field' | 'inside' | 'own-name' | 'function';
  /** What stands in place of `from` to `to`. */
  readonly insert: string;
  /** Where the caret goes, counted from the begin of `insert`. */
  readonly caret: number;
  /** What is shown: a title, or the name itself. */
  readonly label: string;
  /** The kind of value, where it is known. */
  readonly gives: KindWord | undefined;
}

export interface Completions {
  readonly from: number;
  readonly to: number;
  /** Best first. */
  readonly options: readonly Completion[];
}

/** What can stand at the caret. No option when it is inside a text, a remark or a number. */
export function completionsAt(
  text: string,
  caret: number,
  fields: readonly FormulaField[],
): Completions {
  const tokens = tokensOf(text);
  const here = tokens.find(({ from, to }) => from < caret && caret <= to);
  const none: Completions = { from: caret, to: caret, options: [] };
  if (here !== undefined && isClosed(here, caret)) return none;
  const typed = here !== undefined && isName(here) ? here : undefined;
  const from = typed?.from ?? caret;
  const to = typed?.to ?? caret;
  const before = tokens.filter((token) => token.to <= from && token.kind !== 'remark');
  const start = text.slice(from, caret);
  const last = before.at(-1);
  const options = [
    ...insideAt(text, before, fields),
    ...(last?.text === '.' && !start.startsWith('$') ? [] : topLevel(tokens, from, fields)),
  ].filter(({ insert, label }) => fits(start, insert, label));
  return { from, to, options };
}

function isName({ kind }: FormulaToken): boolean {
  return kind === 'name' || kind === 'variable' || kind === 'word';
}

function isClosed({ kind, to, text }: FormulaToken, caret: number): boolean {
  if (kind === 'number') return true;
  if (kind === 'remark' || kind === 'text' || kind === 'pattern')
    return caret < to || text.length === 1 || !/["'/]$/.test(text);
  return false;
}

function fits(start: string, insert: string, label: string): boolean {
  const typed = start.replace(/^[$`]/, '').toLowerCase();
  if (start.startsWith('$') && !insert.startsWith('$')) return false;
  return (
    insert.replace(/^[$`]/, '').toLowerCase().startsWith(typed) ||
    label.toLowerCase().startsWith(typed) ||
    (typed.length > 2 && label.toLowerCase().includes(typed))
  );
}

function topLevel(
  tokens: readonly FormulaToken[],
  before: number,
  fields: readonly FormulaField[],
): readonly Completion[] {
  return [
    ...fields.map(({ name, title, schema }) => option('field', `$${name}`, title, wordOf(schema))),
    ...ownNames(tokens, before)
      .filter((name) => !fields.some((field) => `$${field.name}` === name))
      .map((name) => option('own-name', name, name, undefined)),
    ...formulaFunctions.map(({ name }): Completion => {
      const takesNothing = borrowed(name)?.signature?.definition.startsWith('<:') === true;
      const insert = `$${name}()`;
      const caret = takesNothing ? insert.length : insert.length - 1;
      return { kind: 'function', insert, caret, label: name, gives: undefined };
    }),
  ];
}

/** Names that the formula defines before the caret: `$x := …`, `function($v)`, `@$e`, `#$i`. */
function ownNames(tokens: readonly FormulaToken[], before: number): readonly string[] {
  const found = new Set<string>();
  tokens.forEach(({ kind, text, to }, at) => {
    if (kind !== 'variable' || to > before || text.length < 2) return;
    const [last, next] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? ''];
    if (next === ':=' || last === '@' || last === '#' || isParameter(tokens, at)) found.add(text);
  });
  return [...found];
}

function isParameter(tokens: readonly FormulaToken[], at: number): boolean {
  let here = at;
  while (tokens[here - 1]?.text === ',' && tokens[here - 2]?.kind === 'variable') here -= 2;
  return tokens[here - 1]?.text === '(' && /^(function|λ)$/.test(tokens[here - 2]?.text ?? '');
}

/** What is inside the data that the caret looks into: behind a point, or in the brackets of a path. */
function insideAt(
  text: string,
  before: readonly FormulaToken[],
  fields: readonly FormulaField[],
): readonly Completion[] {
  const end = before.at(-1)?.text === '.' ? before.length - 1 : openingOfEntry(before);
  const path = end === undefined ? undefined : pathBefore(text, before, end);
  const parsed = path === undefined ? undefined : parseText(path);
  if (parsed?.ok !== true) return [];
  const types = new Map(fields.map(({ name, schema }) => [name, { schema, mayMiss: false }]));
  const { schema } = typeOfTree(parsed.tree, types);
  const entry = resolve(schema, schema);
  return Object.entries(propertiesOf(entry, entry)).map(([name, property]) => {
    const plain = /^[A-Za-z_][\w]*$/.test(name) && !/^(and|or|in|true|false|null)$/.test(name);
    return option(
      'inside',
      plain ? name : `\`${name}\``,
      titleOf(property, name),
      wordOf(property),
    );
  });
}

/** The path that ends before a token, from a variable on: one that begins with a name looks into the entry around it. */
function pathBefore(
  text: string,
  tokens: readonly FormulaToken[],
  end: number,
): string | undefined {
  const first = startOfPath(tokens, end);
  const [begin, last] = [tokens[first], tokens[end - 1]];
  if (begin === undefined || last === undefined || first === end) return undefined;
  const path = text.slice(begin.from, last.to);
  if (begin.kind !== 'name') return path;
  const outer = openingOfEntry(tokens.slice(0, first));
  const around = outer === undefined ? undefined : pathBefore(text, tokens, outer);
  return around === undefined ? undefined : `${around}.${path}`;
}

/** The innermost bracket before the caret in which `$` is an entry of the path before it; its place among the tokens. */
function openingOfEntry(tokens: readonly FormulaToken[]): number | undefined {
  let depth = 0;
  for (let at = tokens.length - 1; at > 0; at--) {
    const sign = tokens[at]?.kind === 'sign' ? tokens[at]?.text : undefined;
    if (sign === ')' || sign === ']' || sign === '}') depth++;
    if (sign !== '(' && sign !== '[' && sign !== '{') continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    const last = tokens[at - 1];
    if (sign === '[' && last !== undefined && (isName(last) || /^[\])]$/.test(last.text)))
      return at;
    if (last?.text === '.' || last?.text === '^') return at - 1;
  }
  return undefined;
}

/** Where the path begins that ends before `end`: names, points and brackets back to its first name. */
function startOfPath(tokens: readonly FormulaToken[], end: number): number {
  let at = end;
  let depth = 0;
  while (at > 0) {
    const { kind, text } = tokens[at - 1] as FormulaToken; // `at` is above 0
    if (kind === 'sign' && /^[\])}]$/.test(text)) depth++;
    else if (kind === 'sign' && /^[([{]$/.test(text)) {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0 && text !== '.' && text !== '^') {
      if (!(kind === 'name' || kind === 'variable')) break;
      at--;
      const point = tokens[at - 1];
      if (point?.text !== '.') break;
      continue;
    }
    at--;
  }
  return at;
}

function option(
  kind: Completion['kind'],
  insert: string,
  label: string,
  gives: KindWord | undefined,
): Completion {
  return { kind, insert, caret: insert.length, label, gives };
}

function wordOf(schema: JsonSchema): KindWord | undefined {
  return kindsOf(schema, schema).open ? undefined : kindWord(schema);
}

/** The call that the caret is in, and which of its values is being typed (from 0). */
export function signatureAt(
  text: string,
  caret: number,
): { readonly of: FormulaFunction; readonly argument: number } | undefined {
  const before = tokensOf(text).filter(({ from, kind }) => from < caret && kind !== 'remark');
  let depth = 0;
  let commas = 0;
  for (let at = before.length - 1; at > 0; at--) {
    const { kind, text: sign } = before[at] as FormulaToken; // `at` is inside
    if (kind !== 'sign') continue;
    if (/^[\])}]$/.test(sign)) depth++;
    else if (/^[([{]$/.test(sign)) {
      if (depth > 0) {
        depth--;
        continue;
      }
      const name = before[at - 1];
      const found = formulaFunctions.find((one) => `$${one.name}` === name?.text);
      if (sign === '(' && found !== undefined) return { of: found, argument: commas };
      commas = 0;
    } else if (sign === ',' && depth === 0) commas++;
  }
  return undefined;
}
