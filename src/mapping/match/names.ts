/** Names as people mean them: case, separators, umlauts and plural aside, common words for one thing told as one. */
import { sameThings } from './synonyms.ts';

/** The words of a name, small, without accents, singular: `E-Mail_Addresses` -> e, mail, address. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular);
}

function singular(word: string): string {
  if (word.length < 4 || /(ss|...us|is|news|series)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ches|shes|sses|xes|zes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** One phrase for all names of one thing: `mail`, `e-mail address` and `email` are all `email`. */
export function meaningOf(words: readonly string[]): string {
  const phrase = words.join(' ');
  return sameThings.get(phrase) ?? sameThings.get(words.join('')) ?? phrase;
}

/** `mueller` and `müller` (already `muller`) as one: applied to both sides only. */
export function foldUmlauts(phrase: string): string {
  return phrase.replace(/([aou])e/g, '$1').replaceAll(' ', '');
}

/** Words too common to prove anything when only they agree. */
export const weakWords: ReadonlySet<string> = new Set([
  'id',
  'name',
  'type',
  'status',
  'date',
  'time',
  'number',
  'code',
  'value',
  'key',
  'text',
  'kind',
  'title',
  'at',
  'state',
  'data',
  'note',
  'address',
  'total',
  'count',
]);
