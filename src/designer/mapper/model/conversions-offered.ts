import { kindsOf, resolve, type JsonSchema } from '../../../shared/index.ts';
import {
  conversionDescriptors,
  type Conversion,
  type ConversionDescriptor,
} from '../../../mapping/index.ts';

/** Conversions that make sense for a value of a type, in the order of the catalogue. */
export function conversionsOffered(type: JsonSchema): readonly ConversionDescriptor[] {
  return conversionDescriptors.filter(({ name, group, takes }) => {
    const here = resolve(type, type);
    const { kinds, open } = kindsOf(here, here);
    if (group === 'empty' || name === 'unique-id' || name === 'now') return false;
    if (open || kinds.size === 0) return true;
    const list = kinds.has('array');
    if (takes === 'list') return list;
    if (kinds.has('object')) return name === 'json-to-text' || name === 'to-list';
    if (list) return name === 'json-to-text';
    return fitsSingle(name, kinds, here.format);
  });
}

const everywhere: ReadonlySet<Conversion['name']> = new Set(['to-text', 'to-list']);
const ofNumbers: ReadonlySet<Conversion['name']> = new Set([
  'to-whole-number',
  'format-number',
  'to-yes-no',
  'to-date',
  'to-date-time',
]);

function fitsSingle(
  name: Conversion['name'],
  kinds: ReadonlySet<string>,
  format: string | undefined,
): boolean {
  if (everywhere.has(name)) return true;
  if (kinds.has('string')) {
    if (name === 'format-date') return format === undefined || format.startsWith('date');
    return name !== 'json-to-text';
  }
  return (kinds.has('number') || kinds.has('integer')) && ofNumbers.has(name);
}
