import type { JsonPath } from '../../../shared/index.ts';

/** The line (from 1) of a JSON text on which the value at a path begins; of what is missing, where its group does. */
export function lineInText(text: string, path: JsonPath): number {
  let at = skipSpace(text, 0);
  for (const part of path) {
    const inside = typeof part === 'number' ? entryAt(text, at, part) : fieldAt(text, at, part);
    if (inside === undefined) break;
    at = inside;
  }
  return text.slice(0, at).split('\n').length;
}

function entryAt(text: string, from: number, place: number): number | undefined {
  if (text[from] !== '[') return undefined;
  let at = skipSpace(text, from + 1);
  for (let entry = 0; text[at] !== ']' && at < text.length; entry++) {
    if (entry === place) return at;
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return undefined;
}

function fieldAt(text: string, from: number, name: string): number | undefined {
  if (text[from] !== '{') return undefined;
  let at = skipSpace(text, from + 1);
  while (text[at] === '"') {
    const end = skipValue(text, at);
    const isIt = JSON.parse(text.slice(at, end)) === name;
    at = skipSpace(text, skipSpace(text, end) + 1);
    if (isIt) return at;
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return undefined;
}

/** Behind a value of a text that is JSON. */
function skipValue(text: string, from: number): number {
  if (text[from] === '"') return endOfText(text, from);
  let at = from;
  if (text[from] !== '{' && text[from] !== '[') {
    while (at < text.length && !/[\s,\]}]/.test(text[at] ?? '')) at++;
    return at;
  }
  for (let depth = 0; at < text.length;) {
    const sign = text[at];
    if (sign === '"') {
      at = endOfText(text, at);
      continue;
    }
    at++;
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (depth === 0) break;
  }
  return at;
}

/** Behind the quote that ends it. */
function endOfText(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}
