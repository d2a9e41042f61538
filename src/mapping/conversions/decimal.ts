/** Numbers as people write them: read strictly, rounded as on paper (1.005 to 2 digits is 1.01), no digit lost. */

/** Signs that people write between groups of three digits; a blank may be a narrow or an unbreakable one. */
export type GroupSign = '' | '.' | ',' | ' ' | "'";

/**
 * Reads `1234.5`, or with a decimal sign also its group signs (`1.234,5`): all that go with it, or only the one that is
 * given. Undefined when it is no number, or one with more digits than a number keeps.
 */
export function readNumber(
  text: string,
  decimal?: '.' | ',',
  thousands?: GroupSign,
): number | bigint | undefined {
  const digits = plainDigits(text, decimal, thousands);
  if (digits === undefined) return undefined;
  const number = Number(digits);
  if (!Number.isFinite(number)) return undefined;
  if (/^[+-]?\d+$/.test(digits))
    return Number.isSafeInteger(number) ? number : BigInt(digits.replace('+', ''));
  return isExact(digits, number) ? number : undefined;
}

/** Whether a text is a number, only one with more digits than a number keeps. */
export function hasTooManyDigits(
  text: string,
  decimal?: '.' | ',',
  thousands?: GroupSign,
): boolean {
  return plainDigits(text, decimal, thousands) !== undefined;
}

/** The number with a point and without signs between its digits; undefined when it is none. */
function plainDigits(
  text: string,
  decimal: '.' | ',' | undefined,
  thousands: GroupSign | undefined,
): string | undefined {
  let digits = text.trim();
  const sign = decimal ?? (thousands === undefined ? undefined : decimalBeside(thousands));
  if (sign !== undefined) {
    if (sign === thousands) return undefined; // one sign for two things
    const { form, groups } = readerOf(sign, thousands);
    if (!form.test(digits)) return undefined;
    digits = digits.replace(groups, '').replace(',', '.');
  }
  return /^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d{1,3})?$/.test(digits) ? digits : undefined;
}

/** The decimal sign of a number whose groups have this sign between them. */
export function decimalBeside(thousands: GroupSign): '.' | ',' {
  return thousands === '.' ? ',' : '.';
}

interface Reader {
  readonly form: RegExp;
  readonly groups: RegExp;
}
const readers = new Map<string, Reader>();

/** One sign between all groups of a number, and never anywhere else. */
function readerOf(sign: '.' | ',', thousands: GroupSign | undefined): Reader {
  const key = sign + (thousands ?? 'any');
  let reader = readers.get(key);
  if (reader === undefined) {
    const any = sign === ',' ? ". '" : ", '";
    const signs = (thousands ?? any).replace('.', '\\.').replace(' ', '\\s').replace("'", "'’");
    const grouped = signs === '' ? '' : `|\\d{1,3}([${signs}])\\d{3}(?:\\1\\d{3})*`;
    const point = sign === ',' ? ',' : '\\.';
    const power = sign === '.' ? '(?:[eE][+-]?\\d{1,3})?' : '';
    reader = {
      form: new RegExp(`^[+-]?(?:\\d+${grouped})?(?:${point}\\d+)?${power}$`),
      groups: signs === '' ? /(?!)/ : new RegExp(`[${signs}]`, 'g'),
    };
    readers.set(key, reader);
  }
  return reader;
}

/** Below, a number keeps fewer digits the smaller it is, and none in the end. */
const leastExact = 2 ** -1022;

/** Up to 15 digits always fit; more only when they are the ones that the number is written with. */
function isExact(digits: string, number: number): boolean {
  const [mantissa = '', power = '0'] = digits.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.');
  const count = significantDigits(whole + fraction);
  if (number === 0 || count === 0) return count === 0;
  if (count <= 15 && Math.abs(number) >= leastExact) return true;
  const own = toDecimal(Math.abs(number));
  const scale = fraction.length - Number(power);
  const units = BigInt(whole + fraction);
  const shift = own.scale - scale;
  return shift >= 0
    ? units * 10n ** BigInt(shift) === own.units
    : units === own.units * 10n ** BigInt(-shift);
}

/** Digits without the zeros at both ends; counted, because an expression looks at each zero again and again. */
function significantDigits(digits: string): number {
  let start = 0;
  let end = digits.length;
  while (start < end && digits[start] === '0') start++;
  while (end > start && digits[end - 1] === '0') end--;
  return end - start;
}

/** A decimal number exactly: `units` of 10^-`scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export function toDecimal(value: number | bigint): Decimal {
  if (typeof value === 'bigint') return { units: value, scale: 0 };
  const [mantissa = '0', power = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(power);
  const units = BigInt(whole + fraction);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

/** Adds as on paper: 0.1 + 0.2 is 0.3. */
export function addAll(values: readonly (number | bigint)[]): number | bigint {
  let whole = 0;
  let exact = true;
  for (const value of values) {
    exact &&= Number.isSafeInteger(value);
    if (exact) whole += value as number; // exact says it is a small whole number
    exact &&= Number.isSafeInteger(whole);
  }
  if (exact) return whole;
  const decimals = values.map(toDecimal);
  const scale = decimals.reduce((largest, decimal) => Math.max(largest, decimal.scale), 0);
  const units = decimals.reduce(
    (sum, decimal) => sum + decimal.units * 10n ** BigInt(scale - decimal.scale),
    0n,
  );
  return fromDecimal({ units, scale });
}

/** Divided as on paper, to 17 digits: 0.6 by 3 is 0.2. */
export function divide(total: number | bigint, by: number): number {
  const { units, scale } = toDecimal(total);
  const digits = 20 + scale;
  const scaled = units * 10n ** BigInt(digits);
  const divisor = BigInt(by);
  const half = divisor / 2n;
  const quotient = (scaled < 0n ? scaled - half : scaled + half) / divisor;
  return Number(writeDecimal({ units: quotient, scale: digits + scale }, '.'));
}

/** The nearest number; whole numbers too large for that keep their digits. */
export function fromDecimal({ units, scale }: Decimal): number | bigint {
  if (scale > 0) {
    const near = Number(writeDecimal({ units, scale }, '.'));
    return Number.isFinite(near) ? near : roundTo({ units, scale }, 0).units;
  }
  const number = Number(units);
  return Number.isSafeInteger(number) ? number : units;
}

/** Rounds half away from zero. */
export function roundTo({ units, scale }: Decimal, digits: number): Decimal {
  if (scale <= digits) return { units: units * 10n ** BigInt(digits - scale), scale: digits };
  const step = 10n ** BigInt(scale - digits);
  const half = step / 2n;
  return { units: (units < 0n ? units - half : units + half) / step, scale: digits };
}

export function writeDecimal({ units, scale }: Decimal, sign: string, thousands = ''): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = group(digits.slice(0, digits.length - scale), thousands);
  return (
    (units < 0n ? '-' : '') +
    (scale === 0 ? whole : whole + sign + digits.slice(digits.length - scale))
  );
}

export function group(whole: string, thousands: string): string {
  if (thousands === '' || whole.length < 4) return whole;
  const first = whole.length % 3 || 3;
  let grouped = whole.slice(0, first);
  for (let at = first; at < whole.length; at += 3) grouped += thousands + whole.slice(at, at + 3);
  return grouped;
}
