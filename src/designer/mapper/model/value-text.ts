import { isJsonList, isJsonObject, type Json } from '../../../shared/index.ts';

/** A value in one short line, as a person would write it; `undefined` is nothing at all. */
export function valueText(
  value: Json | undefined,
  words: {
    yes: string;
    no: string;
    nothing: string;
    emptyText: string;
    entries: (count: number) => string;
  },
  locale: string,
): string {
  if (value === undefined || value === null) return words.nothing;
  if (value === '') return words.emptyText;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number' || typeof value === 'bigint')
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: false }).format(
      value,
    );
  if (isJsonList(value)) {
    const plain = value.every((entry) => !isJsonList(entry) && !isJsonObject(entry));
    if (plain && value.length > 0 && value.length <= 3)
      return value.map((entry) => valueText(entry, words, locale)).join(', ');
    return words.entries(value.length);
  }
  if (isJsonObject(value)) {
    const inside = Object.values(value).filter(
      (entry) => entry !== null && typeof entry !== 'object',
    );
    return inside
      .slice(0, 3)
      .map((entry) => valueText(entry, words, locale))
      .join(' · ');
  }
  return value;
}
