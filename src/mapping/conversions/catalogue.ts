import { kindsOf, resolve, type JsonSchema } from '../../shared/index.ts';
import type { Conversion, ConversionName } from '../conversion.ts';
import { takes, type Takes } from '../types/conversion-types.ts';
import { entryOf, withoutNull } from '../types/schema-make.ts';

/** One entry of the chip menu: what it is called, what it takes, what it asks, and what it starts with. */
export interface ConversionDescriptor {
  readonly name: ConversionName;
  /** In the message catalog; the titles of its options are `mapping.convert-option-<option>`. */
  readonly code: string;
  readonly group: 'kind' | 'text' | 'number' | 'date' | 'list' | 'empty' | 'other';
  readonly takes: Takes;
  readonly options: JsonSchema | undefined;
  readonly initial: Conversion;
}

const zone: JsonSchema = { type: 'string' };
const dateFormat: JsonSchema = {
  type: 'string',
  examples: ['YYYY-MM-DD', 'DD.MM.YYYY', 'MM/DD/YYYY', 'D MMMM YYYY', 'YYYY-MM-DD HH:mm'],
};
const decimal: JsonSchema = { type: 'string', enum: ['.', ','] };

function entry(
  group: ConversionDescriptor['group'],
  initial: Conversion,
  properties?: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): ConversionDescriptor {
  const options: JsonSchema | undefined = properties && { type: 'object', properties, required };
  return {
    name: initial.name,
    code: `mapping.convert-${initial.name}`,
    group,
    takes: takes[initial.name],
    options,
    initial,
  };
}

/** Every conversion, in the order of the menu. */
export const conversionDescriptors: readonly ConversionDescriptor[] = [
  entry('kind', { name: 'to-text' }),
  entry('kind', { name: 'to-number' }, { decimal }),
  entry(
    'kind',
    { name: 'to-whole-number', rounding: 'round' },
    { rounding: { type: 'string', enum: ['round', 'floor', 'ceil'] } },
  ),
  entry(
    'kind',
    { name: 'to-yes-no' },
    {
      yes: { type: 'array', items: { type: 'string' } },
      no: { type: 'array', items: { type: 'string' } },
    },
  ),
  entry('date', { name: 'to-date' }, { format: dateFormat, zone }),
  entry('date', { name: 'to-date-time' }, { format: dateFormat, zone }),
  entry(
    'date',
    { name: 'format-date', format: 'DD.MM.YYYY' },
    { format: dateFormat, zone, locale: { type: 'string' } },
    ['format'],
  ),
  entry(
    'number',
    { name: 'format-number', digits: 2 },
    {
      digits: { type: 'integer', minimum: 0, maximum: 20 },
      decimal,
      thousands: { type: 'string', enum: ['', '.', ',', ' ', "'"] },
    },
    ['digits'],
  ),
  entry('text', { name: 'upper' }),
  entry('text', { name: 'lower' }),
  entry('text', { name: 'title-case' }),
  entry('text', { name: 'trim' }),
  entry('text', { name: 'shorten', length: 100 }, { length: { type: 'integer', minimum: 0 } }, [
    'length',
  ]),
  entry(
    'text',
    { name: 'replace', find: '', by: '' },
    { find: { type: 'string' }, by: { type: 'string' } },
    ['find', 'by'],
  ),
  entry('text', { name: 'split', by: ',' }, { by: { type: 'string' } }, ['by']),
  entry('text', { name: 'slug' }),
  entry('list', { name: 'first' }),
  entry('list', { name: 'last' }),
  entry('list', { name: 'nth', position: 0 }, { position: { type: 'integer' } }, ['position']),
  entry('list', { name: 'join', by: ', ' }, { by: { type: 'string' } }, ['by']),
  entry('list', { name: 'count' }),
  entry('list', { name: 'sum' }),
  entry('list', { name: 'min' }),
  entry('list', { name: 'max' }),
  entry('list', { name: 'average' }),
  entry('list', { name: 'flatten' }),
  entry('list', { name: 'to-list' }),
  entry('empty', { name: 'default-if-empty', value: '' }, { value: {} }, ['value']),
  entry('other', { name: 'json-to-text' }),
  entry('other', { name: 'text-to-json' }),
  entry('other', { name: 'base64-encode' }),
  entry('other', { name: 'base64-decode' }),
  entry('other', { name: 'unique-id' }),
  entry('other', { name: 'now' }),
];

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
): readonly ConversionOffer[] {
  const from = withoutNull(fromSchema);
  const to = withoutNull(toSchema);
  const given = kindsOf(from, from).kinds;
  const wanted = kindsOf(to, to).kinds;
  const fromList = given.has('array');
  const toList = wanted.has('array');
  if (fromList && toList) return betweenLists(from, to);
  if (fromList) return fromListTo(from, to, wanted);
  if (toList && !given.has('object')) return intoList(from, to, given);
  if (toList) return fitsKind(from, entryOf(to)) ? [offer('to-list', [{ name: 'to-list' }])] : [];
  return betweenSingles(from, to, given, wanted);
}

type KindSet = ReturnType<typeof kindsOf>['kinds'];

function betweenSingles(
  from: JsonSchema,
  to: JsonSchema,
  given: KindSet,
  wanted: KindSet,
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
    offers.push(
      offer('to-number', [{ name: 'to-number', decimal: '.' }]),
      offer('to-number-comma', [{ name: 'to-number', decimal: ',' }]),
    );
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
    if (format === 'date' || format === 'date-time') offers.push(...intoDate(from, format, given));
    else if (!given.has('string')) offers.push(offer('to-text', [{ name: 'to-text' }]));
  }
  return offers;
}

function intoDate(
  from: JsonSchema,
  format: 'date' | 'date-time',
  given: KindSet,
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
    ...['DD.MM.YYYY', 'MM/DD/YYYY'].map((pattern) =>
      offer(`${name}-pattern`, [{ name, format: pattern }], { format: pattern }),
    ),
  ];
}

function fromListTo(from: JsonSchema, to: JsonSchema, wanted: KindSet): ConversionOffer[] {
  const entry = withoutNull(entryOf(from));
  const kinds = kindsOf(entry, entry).kinds;
  const offers: ConversionOffer[] = [];
  const rest = fitsKind(entry, to) ? [] : conversionsFor(entry, to)[0]?.with;
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

function intoList(from: JsonSchema, to: JsonSchema, given: KindSet): ConversionOffer[] {
  const entry = withoutNull(entryOf(to));
  const offers: ConversionOffer[] = [];
  const rest = fitsKind(from, entry) ? [] : conversionsFor(from, entry)[0]?.with;
  if (rest !== undefined) offers.push(offer('to-list', [...rest, { name: 'to-list' }]));
  if (given.has('string') && fitsKind({ type: 'string' }, entry))
    offers.push(offer('split', [{ name: 'split', by: ',' }]));
  return offers;
}

function betweenLists(from: JsonSchema, to: JsonSchema): ConversionOffer[] {
  const given = withoutNull(entryOf(from));
  const wanted = withoutNull(entryOf(to));
  if (kindsOf(given, given).kinds.has('array') && fitsKind(entryOf(given), wanted))
    return [offer('flatten', [{ name: 'flatten' }])];
  return conversionsFor(given, wanted).filter((found) =>
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
