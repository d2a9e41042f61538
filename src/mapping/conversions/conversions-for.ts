import { kindsOf, resolve, type JsonSchema } from '../../shared/index.ts';
import type { Conversion } from '../conversion.ts';
import { takes } from '../types/conversion-types.ts';
import { entryOf, withoutNull } from '../types/schema-make.ts';
import { dayPatternsOf, decimalSignOf } from './local-forms.ts';

/** A way from one type to another: the chain, and the words for it. */
export interface ConversionOffer {
  readonly with: readonly Conversion[];
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Whether every kind of `from` may stand where `to` is wanted (formats and limits aside). */
export function fitsKind(from: JsonSchema, to: JsonSchema): boolean {
  const given = kindsOf(from, from);
  const wanted = kindsOf(to, to);
  if (given.open || wanted.open) return true;
  if (given.kinds.size === 0) return wanted.nullable;
  for (const kind of given.kinds) {
    if (!wanted.kinds.has(kind) && !(kind === 'integer' && wanted.kinds.has('number')))
      return false;
  }
  if (!given.kinds.has('array')) return true;
  return fitsKind(withoutNull(entryOf(from)), entryOf(to));
}

/** The conversions that lead from one type to another, best first; none when there is no honest way. */
export function conversionsFor(
  fromSchema: JsonSchema,
  toSchema: JsonSchema,
  locale?: string,
): readonly ConversionOffer[] {
  const from = withoutNull(fromSchema);
  const to = withoutNull(toSchema);
  const given = kindsOf(from, from).kinds;
  const wanted = kindsOf(to, to).kinds;
  const fromList = given.has('array');
  const toList = wanted.has('array');
  if (fromList && toList) return betweenLists(from, to, locale);
  if (fromList) return fromListTo(from, to, wanted, locale);
  if (toList && !given.has('object')) return intoList(from, to, given, locale);
  if (toList) return fitsKind(from, entryOf(to)) ? [offer('to-list', [{ name: 'to-list' }])] : [];
  return betweenSingles(from, to, given, wanted, locale);
}

type KindSet = ReturnType<typeof kindsOf>['kinds'];

function betweenSingles(
  from: JsonSchema,
  to: JsonSchema,
  given: KindSet,
  wanted: KindSet,
  locale: string | undefined,
): ConversionOffer[] {
  const offers: ConversionOffer[] = [];
  const format = resolve(to, to).format;
  if (given.has('object'))
    return wanted.has('string') && format === undefined
      ? [offer('whole-as-text', [{ name: 'json-to-text' }])]
      : [];
  if (wanted.has('object'))
    return given.has('string') ? [offer('text-to-json', [{ name: 'text-to-json' }])] : [];
  if (wanted.has('number') && given.has('string')) {
    const point = offer('to-number', [{ name: 'to-number', decimal: '.' }]);
    const comma = offer('to-number-comma', [{ name: 'to-number', decimal: ',' }]);
    offers.push(...(decimalSignOf(locale) === ',' ? [comma, point] : [point, comma]));
  } else if (wanted.has('integer')) {
    if (given.has('string')) offers.push(offer('to-whole-number', [{ name: 'to-whole-number' }]));
    else if (given.has('number')) {
      offers.push(
        offer('round', [{ name: 'to-whole-number', rounding: 'round' }]),
        offer('round-down', [{ name: 'to-whole-number', rounding: 'floor' }]),
        offer('round-up', [{ name: 'to-whole-number', rounding: 'ceil' }]),
      );
    }
  }
  if (wanted.has('boolean') && !given.has('boolean'))
    offers.push(offer('to-yes-no', [{ name: 'to-yes-no' }]));
  if (wanted.has('string')) {
    if (format === 'date' || format === 'date-time')
      offers.push(...intoDate(from, format, given, locale));
    else if (!given.has('string')) offers.push(offer('to-text', [{ name: 'to-text' }]));
  }
  return offers;
}

function intoDate(
  from: JsonSchema,
  format: 'date' | 'date-time',
  given: KindSet,
  locale: string | undefined,
): ConversionOffer[] {
  const name = `to-${format}` as const;
  const known = resolve(from, from).format;
  if (given.has('number') || given.has('integer')) {
    return [
      offer(`${name}-seconds`, [{ name, format: 'X' }]),
      offer(`${name}-milliseconds`, [{ name, format: 'x' }]),
    ];
  }
  if (!given.has('string') || known === format) return [];
  if (known === 'date' || known === 'date-time') return [offer(name, [{ name }])];
  return [
    offer(name, [{ name }]),
    ...dayPatternsOf(locale).map((pattern) =>
      offer(`${name}-pattern`, [{ name, format: pattern }], { format: pattern }),
    ),
  ];
}

function fromListTo(
  from: JsonSchema,
  to: JsonSchema,
  wanted: KindSet,
  locale: string | undefined,
): ConversionOffer[] {
  const entry = withoutNull(entryOf(from));
  const kinds = kindsOf(entry, entry).kinds;
  const offers: ConversionOffer[] = [];
  const rest = fitsKind(entry, to) ? [] : conversionsFor(entry, to, locale)[0]?.with;
  if (rest !== undefined && (rest.length === 0 || !kinds.has('object'))) {
    for (const name of ['first', 'last'] as const) offers.push(offer(name, [{ name }, ...rest]));
  }
  const plainText = wanted.has('string') && resolve(to, to).format === undefined;
  if (plainText && !kinds.has('object') && !kinds.has('array'))
    offers.push(offer('join', [{ name: 'join', by: ', ' }]));
  if (
    (kinds.has('number') || kinds.has('integer')) &&
    fitsKind(kinds.has('number') ? { type: 'number' } : { type: 'integer' }, to)
  ) {
    offers.push(offer('sum', [{ name: 'sum' }]));
  }
  if (wanted.has('number') || wanted.has('integer'))
    offers.push(offer('count', [{ name: 'count' }]));
  if (plainText && (kinds.has('object') || kinds.has('array')))
    offers.push(offer('whole-as-text', [{ name: 'json-to-text' }]));
  return offers;
}

function intoList(
  from: JsonSchema,
  to: JsonSchema,
  given: KindSet,
  locale: string | undefined,
): ConversionOffer[] {
  const entry = withoutNull(entryOf(to));
  const offers: ConversionOffer[] = [];
  const rest = fitsKind(from, entry) ? [] : conversionsFor(from, entry, locale)[0]?.with;
  if (rest !== undefined) offers.push(offer('to-list', [...rest, { name: 'to-list' }]));
  if (given.has('string') && fitsKind({ type: 'string' }, entry))
    offers.push(offer('split', [{ name: 'split', by: ',' }]));
  return offers;
}

function betweenLists(
  from: JsonSchema,
  to: JsonSchema,
  locale: string | undefined,
): ConversionOffer[] {
  const given = withoutNull(entryOf(from));
  const wanted = withoutNull(entryOf(to));
  if (kindsOf(given, given).kinds.has('array') && fitsKind(entryOf(given), wanted))
    return [offer('flatten', [{ name: 'flatten' }])];
  return conversionsFor(given, wanted, locale).filter((found) =>
    found.with.every(({ name }) => takes[name] === 'single'),
  );
}

function offer(
  code: string,
  chain: readonly Conversion[],
  params: ConversionOffer['params'] = {},
): ConversionOffer {
  return { with: chain, code: `mapping.fix-${code}`, params };
}
