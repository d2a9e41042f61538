import { describe, expect, it } from 'vitest';
import { checkBinding, usedRefs, type Binding, type MappingProblem } from '../index.ts';
import { customer } from '../testing/customer-field.ts';
import { group, ref, text } from '../testing/few-words.ts';

/** A group and a list that only help to make something: their parts are no fields of the target. */
const gone = ref('gone');
const aGroup: Binding = { kind: 'object', props: { inner: gone } };
const aList: Binding = { kind: 'list', parts: [{ item: { kind: 'text', parts: ['no ', gone] } }] };
const wrongChain: Binding = { kind: 'convert', of: ref('address'), with: [{ name: 'upper' }] };
const wrongList: Binding = { kind: 'list', parts: [{ item: wrongChain }] };
const other: Binding = { kind: 'literal', value: 'x' };

const operands: readonly (readonly [string, (operand: Binding) => Binding])[] = [
  ['what is converted', (of) => ({ kind: 'convert', of, with: [{ name: 'json-to-text' }] })],
  ['a part of a text', (part) => ({ kind: 'text', parts: ['Dear ', part] })],
  ['what is looked up', (on) => ({ kind: 'table', on, rows: [], otherwise: other })],
  [
    'what is compared',
    (left) => ({
      kind: 'when',
      branches: [{ if: { left, is: 'equals', right: other }, then: other }],
      otherwise: other,
    }),
  ],
  [
    'what is taken when something is missing',
    (use) => ({ kind: 'ref', from: 's1', path: ['nickname'], ifMissing: { use } }),
  ],
];

const target = group({ field: text, lines: { type: 'array', items: group({ no: text }) } }, []);
const problemsOf = (props: Record<string, Binding>): readonly MappingProblem[] =>
  checkBinding({ kind: 'object', props }, target, [customer], { suggest: false });

describe.each(operands)('a problem inside %s', (_, made) => {
  it.each([
    ['a group', aGroup],
    ['a list', aList],
    ['a conversion in a list', wrongList],
  ])('is told at the field that is filled, for %s', (_kind, operand) => {
    const problems = problemsOf({ field: made(operand) });
    expect(problems.length).toBeGreaterThan(0);
    for (const { path } of problems) expect(path).toEqual(['field']);
  });

  it('is the same place that its data is said to be used at', () => {
    const binding: Binding = { kind: 'object', props: { field: made(aGroup) } };
    expect(usedRefs(binding).map((used) => used.target)).toEqual(
      usedRefs(binding).map(() => ['field']),
    );
  });
});

it('a problem of a list that is gone through, filtered or sorted is told at the list that is made', () => {
  const item: Binding = { kind: 'object', props: { no: other } };
  const lines: Binding = {
    kind: 'list',
    parts: [
      { item },
      {
        forEach: wrongList,
        name: 'entry',
        where: { left: aGroup, is: 'equals', right: other },
        sort: { by: aList, order: 'ascending' },
        item,
      },
    ],
  };
  const paths = problemsOf({ lines }).map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(2);
  expect(new Set(paths.map((path) => JSON.stringify(path)))).toEqual(new Set(['["lines"]']));
});

it('fields inside a branch, a row or a list stay places of their own', () => {
  const item: Binding = { kind: 'object', props: { no: gone } };
  const lines: Binding = {
    kind: 'when',
    branches: [
      {
        if: { left: ref('name'), is: 'equals', right: other },
        then: { kind: 'list', parts: [{ item }] },
      },
    ],
  };
  expect(problemsOf({ lines }).map(({ path }) => path)).toContainEqual(['lines', 0, 'no']);
});
