import type { Json } from '../../shared/index.ts';
import { fail, type Frame, type Place } from '../evaluate/frame.ts';
import { shown } from '../evaluate/shown.ts';
import {
  addAll,
  decimalBeside,
  fromDecimal,
  group,
  hasTooManyDigits,
  readNumber,
  roundTo,
  toDecimal,
  writeDecimal,
  type GroupSign,
} from './decimal.ts';
import type { ConvertValue } from './convert.ts';

/** Without a decimal sign only plain digits are a number: "1,234" could be two different ones. */
export function toNumber(
  decimal: '.' | ',' | undefined,
  thousands: GroupSign | undefined,
): ConvertValue {
  return (value, frame, place) => {
    if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value)))
      return value;
    const number = typeof value === 'string' ? readNumber(value, decimal, thousands) : undefined;
    return number ?? notANumber(value, frame, place, decimal, thousands);
  };
}

/** No number, or one with more digits than a number keeps. */
export function notANumber(
  value: Json,
  frame: Frame,
  place: Place,
  decimal?: '.' | ',',
  thousands?: GroupSign,
): undefined {
  return typeof value === 'string' && hasTooManyDigits(value, decimal, thousands)
    ? fail(frame, place, 'too-many-digits', { value: shown(value) }, value)
    : fail(frame, place, 'not-a-number', { value: shown(value) }, value);
}

/** Without a way of rounding, a number with digits behind the sign is a failure. */
export function toWholeNumber(rounding: 'round' | 'floor' | 'ceil' | undefined): ConvertValue {
  return (value, frame, place) => {
    const number = typeof value === 'string' ? readNumber(value) : value;
    if (typeof number === 'bigint') return number;
    if (typeof number !== 'number' || !Number.isFinite(number))
      return notANumber(value, frame, place);
    if (Number.isInteger(number)) return number;
    switch (rounding) {
      case 'round':
        return addAll([fromDecimal(roundTo(toDecimal(number), 0))]);
      case 'floor':
        return addAll([Math.floor(number)]);
      case 'ceil':
        return addAll([Math.ceil(number)]);
      default:
        return fail(frame, place, 'not-whole', { value: shown(value) }, value);
    }
  };
}

/** Rounds half away from zero and writes every digit asked for. */
export function formatNumber(
  digits: number,
  decimal: '.' | ',' | undefined,
  thousands: GroupSign = '',
): ConvertValue {
  const sign = decimal ?? decimalBeside(thousands);
  const factor = 10 ** digits;
  const padding = Array.from({ length: digits + 1 }, (_, at) => '0'.repeat(digits - at));
  const limit = 2 ** 46 / factor;
  return (value, frame, place) => {
    const number = typeof value === 'string' ? readNumber(value) : value;
    if (typeof number === 'number') {
      const size = number < 0 ? -number : number;
      const units = size * factor;
      const below = Math.floor(units);
      const rest = units - below;
      // Close to a half the binary number cannot say which way to round: the careful way below does it as on paper.
      if (size < limit && digits <= 6 && (rest < 0.499 || rest > 0.501)) {
        const rounded = rest > 0.5 ? below + 1 : below;
        const whole = Math.floor(rounded / factor);
        const minus = number < 0 && rounded !== 0 ? '-' : '';
        const text =
          thousands === '' ? `${minus}${String(whole)}` : minus + group(String(whole), thousands);
        if (digits === 0) return text;
        const fraction = String(rounded - whole * factor);
        return text + sign + (padding[fraction.length] ?? '') + fraction;
      }
    }
    if (typeof number !== 'bigint' && (typeof number !== 'number' || !Number.isFinite(number)))
      return notANumber(value, frame, place);
    return writeDecimal(roundTo(toDecimal(number), digits), sign, thousands);
  };
}
