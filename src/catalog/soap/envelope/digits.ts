/** A number in digits, without a power of ten: not every type of XML has powers. */
export function digitsOf(value: number | bigint): string {
  const text = String(value);
  const found = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (found === null) return text;
  const [, sign = '', whole = '', part = '', power = '0'] = found;
  const digits = whole + part;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The number that a text says, where it keeps every digit; else undefined. */
export function exactNumber(text: string): number | bigint | undefined {
  if (/^[+-]?\d+$/.test(text)) {
    const number = Number(text);
    return Number.isSafeInteger(number) ? number : BigInt(text.replace('+', ''));
  }
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  return /e/i.test(text) || plain(digitsOf(number)) === plain(text) ? number : undefined;
}

/** Without what says nothing: zeros at both ends, a plus. */
function plain(text: string): string {
  const [, sign = '', whole = '', part = ''] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  const short = `${whole.replace(/^0+/, '')}.${part.replace(/0+$/, '')}`;
  return sign === '-' && short !== '.' ? `-${short}` : short;
}
