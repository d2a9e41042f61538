/** The forms in which services have times, amounts and numbers, each with the way there and back. */
import { isJsonList, type Json, type JsonObject, type JsonSchema } from '../../shared/index.ts';
import { momentIn } from './moment.ts';

/**
 * `wire` of a schema. Times are texts of `date-time` or `date` on our side: `unix-seconds`, `unix-milliseconds`,
 * `slashed-date` (`/Date(1518685950940+0000)/`), `offset-date-time` (`2026-01-31T09:30:00.000+0000`), `mail-date`
 * (`Sat, 31 Jan 2026 09:30:00 +0000`). `number-text`: a number as text. `comma-list`: a list as text. `minorUnits`: an amount in
 * the smallest coin of its currency, which the field of that name beside it says, or a word in capitals; `digits` where the
 * service counts other decimals than the currency has.
 */
export type WireForm =
  | TimeForm
  | 'number-text'
  | 'comma-list'
  | { readonly minorUnits: string; readonly digits?: Readonly<Record<string, number>> };
type TimeForm =
  'unix-seconds' | 'unix-milliseconds' | 'slashed-date' | 'offset-date-time' | 'mail-date';

/** Undefined: cannot be turned. */
type Turned = (value: Json, group: JsonObject | undefined) => Json | undefined;
interface Form {
  readonly out: Turned;
  readonly in: Turned;
}

export function wireForms(wire: WireForm, schema: JsonSchema): Form {
  if (typeof wire === 'object') return amounts(wire);
  if (wire === 'number-text') return numberText;
  if (wire === 'comma-list') return commaList;
  const { read, write } = times[wire];
  const isDate = schema.format === 'date';
  return {
    out: (value) => {
      const time = typeof value === 'string' ? momentIn(value) : undefined;
      return time === undefined ? undefined : write(time);
    },
    in: (value) => {
      const time = read(value);
      if (time === undefined || !Number.isFinite(time) || Math.abs(time) > latest) return undefined;
      const text = new Date(time).toISOString();
      return isDate ? text.slice(0, 10) : text.replace('.000Z', 'Z');
    },
  };
}

const latest = 8.64e15;

interface Time {
  readonly read: (value: Json) => number | undefined;
  readonly write: (time: number) => Json;
}

const countOf = (value: Json): number | undefined => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
};
const textOf = (value: Json): number | undefined =>
  typeof value === 'string' ? momentIn(value) : undefined;

const times: Readonly<Record<TimeForm, Time>> = {
  'unix-seconds': {
    read: (value) => {
      const seconds = countOf(value);
      return seconds === undefined ? undefined : seconds * 1000;
    },
    write: (time) => Math.floor(time / 1000),
  },
  'unix-milliseconds': { read: countOf, write: (time) => time },
  'slashed-date': {
    read: (value) => {
      const count = typeof value === 'string' ? /^\/Date\((-?\d+)/.exec(value)?.[1] : undefined;
      return count === undefined ? textOf(value) : Number(count);
    },
    write: (time) => `/Date(${time}+0000)/`,
  },
  'offset-date-time': {
    read: textOf,
    write: (time) => new Date(time).toISOString().replace('Z', '+0000'),
  },
  'mail-date': {
    read: textOf,
    write: (time) => new Date(time).toUTCString().replace('GMT', '+0000'),
  },
};

const numberText: Form = {
  out: (value) =>
    typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined,
  in: (value) => {
    const text = typeof value === 'string' ? value.trim() : '';
    // Digits that no number holds stay digits; other ways to write one (`0x1f`) are none of a service's.
    if (/^-?\d+$/.test(text))
      return Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);
    return /^-?\d*\.?\d+(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
  },
};

const commaList: Form = {
  out: (value) => (isJsonList(value) ? value.map(String).join(',') : undefined),
  in: (value) =>
    typeof value === 'string' ? (value === '' ? [] : value.split(/\s*,\s*/)) : undefined,
};

/** Currencies with other than two decimals (ISO 4217). */
const decimals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    [
      ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF'],
      ...['UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
    ].map((currency) => [currency, 0]),
  ),
  ...Object.fromEntries(
    ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((currency) => [currency, 3]),
  ),
};

function amounts({ minorUnits, digits = {} }: Exclude<WireForm, string>): Form {
  const factorOf = (group: JsonObject | undefined): number => {
    const said = /^[A-Z]{3}$/.test(minorUnits) ? minorUnits : group?.[minorUnits];
    const currency = typeof said === 'string' ? said.toUpperCase() : '';
    return 10 ** (digits[currency] ?? decimals[currency] ?? 2);
  };
  return {
    out: (value, group) => {
      if (typeof value !== 'number') return undefined;
      const factor = factorOf(group);
      const units = Math.round(value * factor);
      // More decimals than the currency has are no amount of it. Both are the number nearest to the same digits.
      return units / factor === value && Number.isSafeInteger(units) ? units : undefined;
    },
    in: (value, group) => (typeof value === 'number' ? value / factorOf(group) : undefined),
  };
}
