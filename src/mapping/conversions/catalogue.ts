import type { JsonSchema } from '../../shared/index.ts';
import type { Conversion, ConversionName } from '../conversion.ts';
import { takes, type Takes } from '../types/conversion-types.ts';

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
const thousands: JsonSchema = { type: 'string', enum: ['', '.', ',', ' ', "'"] };
const locale: JsonSchema = { type: 'string' };
const lookupRow: JsonSchema = {
  type: 'object',
  properties: { equals: {}, then: {} },
  required: ['equals', 'then'],
};

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
  entry('kind', { name: 'to-number' }, { decimal, thousands }),
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
  entry('date', { name: 'to-date' }, { format: dateFormat, zone, locale }),
  entry('date', { name: 'to-date-time' }, { format: dateFormat, zone, locale }),
  entry(
    'date',
    { name: 'format-date', format: 'DD.MM.YYYY' },
    { format: dateFormat, zone, locale },
    ['format'],
  ),
  entry(
    'number',
    { name: 'format-number', digits: 2 },
    {
      digits: { type: 'integer', minimum: 0, maximum: 20 },
      decimal,
      thousands,
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
  entry(
    'other',
    { name: 'lookup', rows: [] },
    { rows: { type: 'array', items: lookupRow }, otherwise: {} },
    ['rows'],
  ),
  entry('other', { name: 'json-to-text' }),
  entry('other', { name: 'text-to-json' }),
  entry('other', { name: 'base64-encode' }),
  entry('other', { name: 'base64-decode' }),
  entry('other', { name: 'unique-id' }),
  entry('other', { name: 'now' }),
];
