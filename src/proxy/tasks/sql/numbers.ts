import type { Json } from '../../../shared/index.ts';

/** An integer, digit for digit. What is none (`NaN`) stays text. */
export function wholeNumber(text: string): Json {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  return /^[+-]?\d+$/.test(text) ? BigInt(text) : text;
}

const keptDigits = 15;

/** A decimal as a number where all its digits survive that, else as its text. */
export function exactNumber(text: string): Json {
  const digits = text
    .replace(/^[+-]?0*/, '')
    .replace(/[.]/, '')
    .replace(/^0+/, '');
  if (/^[+-]?\d+$/.test(text)) return wholeNumber(text);
  const number = Number(text);
  return Number.isFinite(number) && digits.length <= keptDigits ? number : text;
}
