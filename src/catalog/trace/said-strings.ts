import { isJsonList, isJsonObject, type Json } from '../../shared/index.ts';
import { wordsIn } from './word-split.ts';

/** A text of an error body, and the name it stands under. */
export interface Said {
  readonly key: string;
  readonly text: string;
}

/** Addresses, times and numbers of the call itself: never about what was sent. */
const noise =
  /\b(?:url|uri|href|links?|docs?|documentation|info|instance|timestamp|date|trace|correlation|request id|host id)\b/;
const mostStrings = 300;
const deepest = 8;

/** All texts of an error body that can be about what was sent, from the top down. */
export function saidStrings(body: Json): readonly Said[] {
  const found: Said[] = [];
  const visit = (value: Json, key: string, depth: number): void => {
    if (found.length >= mostStrings || depth > deepest) return;
    if (typeof value === 'string') {
      if (value !== '' && !/^https?:\/\//.test(value)) found.push({ key, text: value });
    } else if (isJsonList(value)) for (const inner of value) visit(inner, key, depth + 1);
    else if (isJsonObject(value)) {
      for (const [name, inner] of Object.entries(value))
        if (!noise.test(wordsIn(name))) visit(inner, name, depth + 1);
    }
  };
  visit(body, '', 0);
  return found;
}

const codeKeys = /^(?:type|value|category)$|(?:code|error|state|status|reason)$|\berror type$/;
const wordKeys = /^(?:message|msg|detail|description)$/;
const longestCode = 80;

/** The error codes of a body as words: `{ "errorCode": "INVALID_SESSION_ID" }` gives "invalid session id". */
export function codesIn(said: readonly Said[]): readonly string[] {
  return said
    .filter(({ key, text }) => {
      if (/\s/.test(text) || text.length > longestCode) return false;
      const name = wordsIn(key);
      return codeKeys.test(name) || (wordKeys.test(name) && /^[A-Z][A-Z\d_]+$/.test(text));
    })
    .map(({ text }) => wordsIn(text.replace(/^.*[#:]/, '')));
}

/** What is said in sentences. */
export function sentencesIn(said: readonly Said[]): readonly string[] {
  return said.map(({ text }) => text).filter((text) => /\s/.test(text.trim()));
}
