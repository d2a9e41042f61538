import { readNumber } from '../../../mapping/index.ts';

/** A number as somebody typed it. */
export interface TypedNumber {
  readonly value: number | bigint;
  /** It could have been meant otherwise, so the person is told how it was understood. */
  readonly unsure: boolean;
}

/**
 * Reads a number as the person's language writes it, else as the other half of the world does: "1.234,56" and "1,234.56"
 * are one number everywhere. Undefined when it is none. Whole numbers keep all their digits.
 */
export function readTypedNumber(text: string, locale: string): TypedNumber | undefined {
  const own = decimalSignOf(locale);
  const other = own === ',' ? '.' : ',';
  const value = readNumber(text, own) ?? readNumber(text, other);
  if (value === undefined) return undefined;
  const isForeign = readNumber(text, own) === undefined;
  const groups = /^\s*[+-]?\d{1,3}([.,])\d{3}\s*$/.exec(text)?.[1];
  return { value, unsure: isForeign || (groups !== undefined && groups !== own) };
}

/** The number as the person's language writes it, without signs between thousands. */
export function writeNumber(value: number | bigint, locale: string): string {
  return String(value).replace('.', decimalSignOf(locale));
}

function decimalSignOf(locale: string): '.' | ',' {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}
