import { kindWord, kindsOf, type JsonSchema } from '../../shared/index.ts';
import type { ConvertBinding } from '../binding.ts';
import { saysDay } from '../conversions/date-pattern.ts';
import { fitsConversion, takes, typeAfter } from '../types/conversion-types.ts';
import { infer } from '../types/infer-type.ts';
import { withoutNull } from '../types/schema-make.ts';
import type { Checking, Field } from './field.ts';
import type { Conversion } from '../conversion.ts';
import { finding, mend, type Mend } from './finding.ts';
import { sourceTitle } from './scoped-refs.ts';

/** Each conversion of a chain gets what it can convert. False when the chain makes nothing that could be compared. */
export function checkChain(checking: Checking, binding: ConvertBinding, field: Field): boolean {
  let type = infer(binding.of, field.sources);
  for (const [at, conversion] of binding.with.entries()) {
    const known = withoutNull(type.schema);
    const params = {
      field: checking.titleOf(field),
      source: sourceTitle(binding.of, field.sources),
      conversion: conversion.name,
      given: kindWord(known),
    };
    if (takes[conversion.name] === 'list' && isSingle(known)) {
      checking.report(field, finding('conversion-needs-list', params, [without(binding, at)]));
      return true;
    }
    if (!fitsConversion(conversion, known)) {
      checking.report(field, finding('conversion-does-not-fit', params, [without(binding, at)]));
      return false;
    }
    if (hasOneSignForTwo(conversion))
      checking.report(field, finding('signs-equal', params, [withoutDecimal(binding, at)]));
    const pattern = openPattern(conversion);
    if (pattern !== undefined)
      checking.report(field, finding('pattern-open', { ...params, format: pattern }));
    type = typeAfter(conversion, type);
  }
  return true;
}

function isSingle(schema: JsonSchema): boolean {
  const { kinds, open } = kindsOf(schema, schema);
  return !open && kinds.size > 0 && !kinds.has('array');
}

/** The decimal sign is also the one between thousands: "1.234.50". */
function hasOneSignForTwo(conversion: Conversion): boolean {
  return (
    (conversion.name === 'to-number' || conversion.name === 'format-number') &&
    conversion.decimal !== undefined &&
    conversion.decimal === conversion.thousands
  );
}

/** A pattern to read dates by that leaves open which day it is. */
function openPattern(conversion: Conversion): string | undefined {
  if (conversion.name !== 'to-date' && conversion.name !== 'to-date-time') return undefined;
  const { format } = conversion;
  return format === undefined || saysDay(format) ? undefined : format;
}

/** Left open, the decimal sign is the other one. */
function withoutDecimal(binding: ConvertBinding, at: number): Mend {
  const chain = binding.with.map((conversion, position) => {
    if (position !== at || !('decimal' in conversion)) return conversion;
    const { decimal: _decimal, ...rest } = conversion;
    return rest;
  });
  return mend('other-decimal-sign', { ...binding, with: chain });
}

function without(binding: ConvertBinding, at: number): Mend {
  const rest = binding.with.filter((_, position) => position !== at);
  return mend('remove-conversion', rest.length === 0 ? binding.of : { ...binding, with: rest });
}
