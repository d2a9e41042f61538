import { expect, it } from 'vitest';
import type { MappingFix } from '../../../mapping/index.ts';
import { withoutHopeless } from './without-hopeless.ts';

const fix = (code: string, field: string): MappingFix => ({
  code: `mapping.fix-${code}`,
  params: {},
  at: [field],
  binding: undefined,
});

it('leaves out only what the data rules out at that very field', () => {
  const turn = fix('to-whole-number', 'id');
  const fixes = [turn, fix('leave-out-if-empty', 'id'), fix('to-whole-number', 'count')];
  expect(withoutHopeless(fixes, [{ hopeless: [turn] }])).toEqual(fixes.slice(1));
});
