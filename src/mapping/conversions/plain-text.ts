import type { Json } from '../../shared/index.ts';

/** A single value as text: every digit, never `1e+21`; undefined for groups, lists and null. */
export function toPlainText(value: Json): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return plainDigits(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  return undefined;
}

/** `1e21` and `1e-7` written out. */
function plainDigits(value: number): string {
  const text = String(value);
  const found = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (found === null) return text;
  const [, sign = '', whole = '', fraction = '', power = '0'] = found;
  const digits = whole + fraction;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length
    ? sign + digits.padEnd(point, '0')
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
