import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { checkBinding, nothing, type Binding, type Comparison, type SourceType } from '../index.ts';

const order: SourceType = {
  from: 'shop',
  title: 'Shop',
  schema: { type: 'object', properties: { status: { type: 'string' } }, required: ['status'] },
};
const status: Binding = { kind: 'ref', from: 'shop', path: ['status'] };
const done: Binding = { kind: 'literal', value: 'done' };
const target: JsonSchema = {
  type: 'object',
  properties: { state: { type: 'string' } },
  required: ['state'],
};
const newLine: Comparison = { left: nothing, is: 'equals', right: nothing };
const said = (state: Binding) =>
  checkBinding({ kind: 'object', props: { state } }, target, [order]).map(({ code }) => code);

describe('what a person has begun and not finished', () => {
  it('is a table that looks at nothing yet', () => {
    expect(said({ kind: 'table', on: nothing, rows: [], otherwise: done })).toEqual([
      'mapping.table-no-lookup',
    ]);
  });

  it('is said once for all rows with nothing to use', () => {
    const rows = ['a', 'b', 'c'].map((equals) => ({ equals, then: nothing }));
    expect(said({ kind: 'table', on: status, rows, otherwise: done })).toEqual([
      'mapping.nothing-yet',
    ]);
  });

  it('is a line of a condition that looks at nothing or compares with nothing', () => {
    const when = (line: Comparison): Binding => ({
      kind: 'when',
      branches: [{ if: { all: [line] }, then: done }],
      otherwise: done,
    });
    expect(said(when(newLine))).toEqual(['mapping.condition-no-field']);
    expect(said(when({ ...newLine, left: status }))).toEqual(['mapping.condition-unfinished']);
  });

  it('is not called a case that is never reached', () => {
    const branch = { if: { all: [newLine] }, then: done };
    expect(said({ kind: 'when', branches: [branch, branch], otherwise: done })).not.toContain(
      'mapping.branch-unreachable',
    );
  });
});
