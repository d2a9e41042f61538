import { isJsonObject, type Json } from '../../shared/index.ts';
import type { HttpCall } from '../component/call.ts';
import { atPointer } from '../json-pointer.ts';
import { fieldWordsIn } from './field-words.ts';
import { withoutStack } from './readable-body.ts';
import { saidStrings } from './said-strings.ts';
import { wordsIn } from './word-split.ts';

const longestWords = 2_000;
const mostLines = 5;
const usualPlaces = [
  '/message',
  '/error/message',
  '/error_description',
  '/detail',
  '/title',
  '/errors/0/message',
  '/errors/0/detail',
  '/errors/0',
  '/errors',
  '/errorMessages/0',
  '/errorMessage',
  '/error_message',
  '/error/message/value',
  '/odata.error/message/value',
  '/faultstring',
  '/Message',
  '/Message/0',
  '/Text',
  '/0/message',
  '/0/error/message',
  '/detail/0/msg',
  '/sqlMessage',
  '/msg',
  '/description',
  '/error',
  '/reason',
];
/** The status once more: no words of the service. */
const statusPhrase =
  /^(?:bad request|unauthorized|forbidden|not found|conflict|unprocessable (?:entity|content)|internal server error|error)$/i;

/** What the service says: where its description points, else the usual places, else the words at its fields. */
export function serviceWords(body: Json, call: HttpCall | undefined): string | undefined {
  const declared = call?.take?.errors?.text;
  const places = declared === undefined ? usualPlaces : [declared, ...usualPlaces];
  const said = [...places.map((pointer) => atPointer(body, pointer)), body].find(
    (text): text is string =>
      typeof text === 'string' && text.trim() !== '' && !statusPhrase.test(text.trim()),
  );
  const words = withoutStack(said ?? (atFields(body) || firstSentence(body)));
  return words === '' ? undefined : words.slice(0, longestWords);
}

/** Wherever it stands, under a name for words. */
function firstSentence(body: Json): string {
  const said = saidStrings(body).find(
    ({ key, text }) =>
      /\s/.test(text.trim()) && !statusPhrase.test(text.trim()) && wordKeys.test(wordsIn(key)),
  );
  return said?.text ?? '';
}

const wordKeys = /\b(?:message|messages|detail|details|description|reason|text|msg|error|errors)$/;

function atFields(body: Json): string {
  if (!isJsonObject(body)) return '';
  const lines = fieldWordsIn(body)
    .filter(({ words }) => /\s/.test(words))
    .map(({ path, words, isWhole }) => {
      const name = path.findLast((part) => typeof part === 'string');
      return name === undefined || isWhole === true || wordKeys.test(wordsIn(name))
        ? words
        : `${name}: ${words}`;
    });
  return [...new Set(lines)].slice(0, mostLines).join('\n');
}
