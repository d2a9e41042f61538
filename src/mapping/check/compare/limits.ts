/** Lengths, sizes and numbers of entries: said where both sides say enough to be sure, or to doubt. */
import { choicesOf, type JsonSchema } from '../../../shared/index.ts';
import type { Binding } from '../../binding.ts';
import { finding, mend, withConversions, type Finding } from '../finding.ts';
import type { Comparing } from './comparing.ts';

/** What a measure may be; undefined where the schema does not say. */
interface Span {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export function lengths(
  { binding, field, source }: Comparing,
  from: JsonSchema,
  to: JsonSchema,
): readonly Finding[] {
  const given = lengthOf(from);
  const { minLength, maxLength } = to;
  const shorten = (count: number) =>
    mend('shorten', withConversions(binding, [{ name: 'shorten', length: count }]), { count });
  if (maxLength !== undefined && (given.to ?? -1) > maxLength) {
    const isAlways = (given.from ?? 0) > maxLength;
    const params = { field, source, count: maxLength };
    return [
      finding(
        isAlways ? 'always-too-long' : 'may-be-too-long',
        params,
        [shorten(maxLength)],
        isAlways ? 'error' : 'warning',
      ),
    ];
  }
  if (minLength !== undefined && (given.to ?? Infinity) < minLength)
    return [finding('always-too-short', { field, source, count: minLength })];
  if (minLength !== undefined && given.from !== undefined && given.from < minLength)
    return [finding('may-be-too-short', { field, source, count: minLength }, [], 'warning')];
  return [];
}

function lengthOf(schema: JsonSchema): Span {
  const texts = choicesOf(schema, schema)?.filter((value) => typeof value === 'string');
  if (texts !== undefined && texts.length > 0) {
    const all = texts.map((text) => [...text].length);
    return { from: Math.min(...all), to: Math.max(...all) };
  }
  return { from: schema.minLength, to: schema.maxLength };
}

export function ranges(
  { field, source }: Comparing,
  from: JsonSchema,
  to: JsonSchema,
): readonly Finding[] {
  const given = rangeOf(from);
  const wanted = rangeOf(to);
  const params = { field, source, from: wanted.from ?? '…', to: wanted.to ?? '…' };
  const isAbove = (given.from ?? -Infinity) > (wanted.to ?? Infinity);
  const isBelow = (given.to ?? Infinity) < (wanted.from ?? -Infinity);
  if (isAbove || isBelow) return [finding('out-of-range', params)];
  const mayBe =
    (given.to ?? -Infinity) > (wanted.to ?? Infinity) ||
    (given.from ?? Infinity) < (wanted.from ?? -Infinity);
  return mayBe ? [finding('may-be-out-of-range', params, [], 'warning')] : [];
}

function rangeOf(schema: JsonSchema): Span {
  const numbers = choicesOf(schema, schema)?.filter(
    (value) => typeof value === 'number' || typeof value === 'bigint',
  );
  if (numbers !== undefined && numbers.length > 0) {
    const all = numbers.map(Number);
    return { from: Math.min(...all), to: Math.max(...all) };
  }
  return {
    from: numberOr(schema.minimum, schema.exclusiveMinimum),
    to: numberOr(schema.maximum, schema.exclusiveMaximum),
  };
}

/** Older descriptions write "exclusive" as yes or no beside the limit. */
function numberOr(...limits: readonly unknown[]): number | undefined {
  return limits.find((limit): limit is number => typeof limit === 'number');
}

export function counts(
  { binding, field, source }: Comparing,
  from: JsonSchema,
  to: JsonSchema,
): readonly Finding[] {
  const { minItems, maxItems } = to;
  if (minItems !== undefined && (from.maxItems ?? Infinity) < minItems)
    return [finding('too-few-entries', { field, count: minItems })];
  if (maxItems === undefined) return [];
  const isAlways = (from.minItems ?? 0) > maxItems;
  if (!isAlways && (from.maxItems ?? -1) <= maxItems) return [];
  return [
    finding(
      'may-be-too-many',
      { field, source, count: maxItems },
      [mend('first-entries', firstEntries(binding, maxItems), { count: maxItems })],
      isAlways ? 'error' : 'warning',
    ),
  ];
}

function firstEntries(forEach: Binding, limit: number): Binding {
  const item: Binding = { kind: 'ref', from: 'item:entry', path: [] };
  return { kind: 'list', parts: [{ forEach, name: 'entry', limit, item }] };
}
