import type { JsonSchema } from '../json-schema.ts';

/** The words a person reads for a field: its title, else its key made readable (`firstName` -> "First name"). */
export function titleOf(schema: JsonSchema | undefined, key: string): string {
  const title = schema?.title;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : humanise(key);
}

const initials = new Set([
  'id',
  'ip',
  'url',
  'uri',
  'sku',
  'vat',
  'iban',
  'bic',
  'api',
  'csv',
  'pdf',
  'sms',
]);

/** `first_name`, `firstName`, `FIRST-NAME` -> "First name"; abbreviations (`customerID`) keep their capitals. */
export function humanise(key: string): string {
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_\-.]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return key;
  const shouting = words.length > 1 && words.every((word) => word === word.toUpperCase());
  return words
    .map((word, at) => {
      const abbreviation =
        !shouting && word.length > 1 && word.length < 5 && /^\p{Lu}+$/u.test(word);
      if (abbreviation) return word;
      const small = word.toLowerCase();
      if (initials.has(small)) return small.toUpperCase();
      return at === 0 ? small.charAt(0).toUpperCase() + small.slice(1) : small;
    })
    .join(' ');
}
