import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { pairsToMatch } from '../index.ts';
import { targetFields } from './fields.ts';
import { processorMs } from '../../shared/testing/processor-ms.ts';

/** A group of so many fields, each of them such a group again. */
function selfReferring(fields: number): JsonSchema {
  const again: JsonSchema = { $ref: '#/$defs/node' };
  const node: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: fields }, (_, at) => [`f${String(at)}`, again]),
    ),
  };
  return { $ref: '#/$defs/node', $defs: { node } } as JsonSchema;
}

describe('the fields of a target', () => {
  it('end soon where a group holds itself many times', () => {
    const source = { from: 's1', title: 'One', schema: { type: 'object' } } as const;
    const start = processorMs();
    expect(pairsToMatch(selfReferring(30), [source])).toBe(0);
    expect(targetFields(selfReferring(30)).length).toBe(5000);
    expect(processorMs(start)).toBeLessThan(1500);
  });
});
