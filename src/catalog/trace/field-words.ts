/** `{ "email": ["is taken"], "lines": [{}, { "price": ["is needed"] }] }`: words at the names of fields. */
import { isJsonList, isJsonObject, type Json, type JsonPath } from '../../shared/index.ts';
import { pathOfName } from './path-of-name.ts';
import { plain } from './word-split.ts';

export interface FieldWords {
  /** In the service's names; empty for words about the whole. */
  readonly path: JsonPath;
  readonly words: string;
  /** They are about the group at the path, not about a field by its name. */
  readonly isWhole?: true;
}

/** What holds fields' words without being a field. */
const holders: ReadonlySet<string> = new Set([
  'errors',
  'error',
  'details',
  'detail',
  'fields',
  'fielderrors',
  'validationerrors',
  'modelstate',
  'params',
  'parameters',
]);
/** What an error says of itself, where it is one text. */
const ofTheError: ReadonlySet<string> = new Set([
  'message',
  'messages',
  'error',
  'errors',
  'errorcode',
  'errortype',
  'title',
  'detail',
  'details',
  'description',
  'errordescription',
  'errormessage',
  'errormessages',
  'code',
  'status',
  'type',
  'instance',
  'reason',
  'msg',
  'hint',
  'name',
]);
/** Lists of sentences about the whole. */
const lists: ReadonlySet<string> = new Set([
  'errors',
  'error',
  'messages',
  'message',
  'errormessages',
  'details',
]);
/** What was sent, told back. */
const echoes: ReadonlySet<string> = new Set([
  'input',
  'value',
  'values',
  'rejectedvalue',
  'ctx',
  'context',
  'request',
  'received',
  'meta',
  'extensions',
  'data',
  'locations',
]);
/** Names that frameworks give to "the whole". */
const wholes: ReadonlySet<string> = new Set([
  'nonfielderrors',
  'base',
  'general',
  'global',
  'all',
  '',
]);
const wordKeys = ['message', 'detail', 'description', 'msg', 'error', 'title'];
const deepest = 8;
const mostFields = 50;

/** All words that stand at a name; the caller keeps those whose name is a field. */
export function fieldWordsIn(body: Json): readonly FieldWords[] {
  const found: FieldWords[] = [];
  const visit = (value: Json, { path, isMap, isHeld }: Place): void => {
    if (path.length > deepest || found.length >= mostFields) return;
    if (isJsonList(value)) {
      for (const [at, entry] of value.entries())
        visit(entry, { path: [...path, at], isMap: true, isHeld });
      return;
    }
    if (!isJsonObject(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      const key = plain(name);
      if (path.length === 0 && isHolder(key, inner)) {
        visit(inner, { path, isMap: key !== 'error', isHeld: true });
        continue;
      }
      if (path.length === 0 && key === 'data' && isJsonObject(inner)) {
        for (const [held, complaints] of Object.entries(inner))
          if (isHolder(plain(held), complaints))
            visit(complaints, { path, isMap: true, isHeld: true });
        continue;
      }
      if (echoes.has(key) || (!isMap && isOfTheError(key, inner))) continue;
      const isWhole = wholes.has(key);
      // `{ "name": { "_errors": […] } }`: a list of complaints inside a field is about that field.
      const isInField = path.length > 0 && key === 'errors' && isJsonList(inner);
      const here = isWhole || isInField ? path : [...path, ...pathOfName(name)];
      const words = wordsOf(isJsonList(inner) ? inner[0] : inner);
      if (words === undefined) visit(inner, { path: here, isMap: true, isHeld });
      else if (/\s/.test(words) || ((isHeld || isAlone(inner)) && /^[\p{L}_]+$/u.test(words)))
        found.push({ path: here, words, ...(isWhole ? { isWhole } : {}) });
    }
  };
  visit(body, { path: [], isMap: false, isHeld: false });
  return found;
}

interface Place {
  readonly path: JsonPath;
  /** Its names are fields; at the top some are the error's own. */
  readonly isMap: boolean;
  /** Under a name that holds complaints: one word is enough ("required"). Elsewhere it may be data told back. */
  readonly isHeld: boolean;
}

function isHolder(key: string, value: Json): boolean {
  if (!isJsonObject(value)) return false;
  // `{ "message": { "name": ["has been taken"] } }`, but not `{ "message": { "lang": "en", "value": … } }`.
  return holders.has(key) || (key === 'message' && Object.values(value).every(isJsonList));
}

function isAlone(value: Json): boolean {
  return isJsonList(value) && value.length === 1;
}

function isOfTheError(key: string, value: Json): boolean {
  if (lists.has(key)) return true;
  const isTexts = isJsonList(value) && value.every((entry) => typeof entry === 'string');
  return ofTheError.has(key) && !isTexts;
}

function wordsOf(entry: Json | undefined): string | undefined {
  if (typeof entry === 'string') return entry.trim() === '' ? undefined : entry;
  if (!isJsonObject(entry)) return undefined;
  return wordKeys
    .map((key) => (Object.hasOwn(entry, key) ? entry[key] : undefined))
    .find((words): words is string => typeof words === 'string' && words !== '');
}
