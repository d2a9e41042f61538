/** Numbers as people write them: read strictly, rounded as on paper (1.005 to 2 digits is 1.01), no digit lost. */

/** Reads `1234.5`, or with a decimal sign also its group signs (`1.234,5`); undefined when it is no number. */
export function readNumber(
  text: string,
  decimal: '.' | ',' | undefined,
): number | bigint | undefined {
  let digits = text.trim();
  if (decimal === ',') {
    if (!/^[+-]?(\d+|\d{1,3}([.\s'’]\d{3})+)?(,\d+)?$/.test(digits)) return undefined;
    digits = digits.replace(/[.\s'’]/g, '').replace(',', '.');
  } else if (decimal === '.') {
    if (!/^[+-]?(\d+|\d{1,3}([,\s'’]\d{3})+)?(\.\d+)?([eE][+-]?\d{1,3})?$/.test(digits))
      return undefined;
    digits = digits.replace(/[,\s'’]/g, '');
  }
  if (!/^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d{1,3})?$/.test(digits)) return undefined;
  const number = Number(digits);
  if (!Number.isFinite(number)) return undefined;
  return Number.isSafeInteger(number) || !/^[+-]?\d+$/.test(digits)
    ? number
    : BigInt(digits.replace('+', ''));
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

/** The nearest number; whole numbers too large for that keep their digits. */
export function fromDecimal({ units, scale }: Decimal): number | bigint {
  if (scale > 0) return Number(writeDecimal({ units, scale }, '.'));
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
  return whole.replace(/\B(?=(\d{3})+$)/g, thousands);
}
