import { expect, it } from 'vitest';
import { arrangeSteps, type Flow, type ToArrange } from '../../flow/index.ts';
import { aFlow, findCustomers } from '../../flow/testing/a-flow.ts';
import { alignAloud, tidyAloud } from './arrange-steps.ts';
import { aBench } from './testing/a-bench.ts';

const untidy: Flow = {
  ...aFlow({ steps: ['a', 'b', 'c'].map((id) => findCustomers(id)) }),
  layout: {
    positions: { a: { x: 40, y: 50 }, b: { x: 60, y: 300 }, c: { x: 700, y: 10 } },
    notes: [],
    groups: [],
  },
};
const open = (flow = untidy) => {
  const { bench } = aBench(flow);
  return Object.assign(bench, {
    preview: { arrange: (asked: ToArrange) => Promise.resolve(arrangeSteps(asked)) },
  });
};
type Bench = ReturnType<typeof open>;
const placesIn = (bench: Bench) => bench.document.getState().flow?.layout.positions;
const toastOf = (bench: Bench) => bench.toasts.getState().toasts.at(-1)?.text;

it('tidies the whole flow as one change, which one undo takes back', async () => {
  const bench = open();
  await tidyAloud(bench);
  expect(placesIn(bench)).toEqual({
    a: { x: 40, y: 10 },
    b: { x: 360, y: 10 },
    c: { x: 680, y: 10 },
  });
  expect(toastOf(bench)).toBe('3 steps read from left to right.');
  bench.document.undo();
  expect(placesIn(bench)).toEqual(untidy.layout.positions);
});

it('leaves steps that are not named where they are', async () => {
  const bench = open();
  await tidyAloud(bench, ['a', 'b']);
  expect(placesIn(bench)).toEqual({
    a: { x: 40, y: 50 },
    b: { x: 360, y: 50 },
    c: { x: 700, y: 10 },
  });
});

it('changes nothing that stands well, and says so', async () => {
  const bench = open();
  await tidyAloud(bench);
  await tidyAloud(bench);
  expect(bench.document.getState().past).toHaveLength(1);
  expect(toastOf(bench)).toBe('All steps stand well already.');
});

it('lets go of places for a step that has been removed meanwhile', async () => {
  const bench = open();
  const tidied = tidyAloud(bench);
  bench.document.apply({ type: 'step.remove', step: 'c' });
  await tidied;
  expect(placesIn(bench)).toEqual({ a: { x: 40, y: 10 }, b: { x: 360, y: 10 } });
});

it('leaves a step where the person has put it meanwhile', async () => {
  const bench = open();
  const tidied = tidyAloud(bench);
  bench.document.apply({ type: 'step.move', positions: { b: { x: 400, y: 500 } } });
  await tidied;
  expect(placesIn(bench)).toEqual({
    a: { x: 40, y: 10 },
    b: { x: 400, y: 500 },
    c: { x: 680, y: 10 },
  });
  expect(toastOf(bench)).toBe('2 steps read from left to right.');
});

it('says and changes nothing where another flow has been opened meanwhile', async () => {
  const bench = open();
  const tidied = tidyAloud(bench);
  bench.document.open({ ...untidy, id: 'other' });
  await tidied;
  expect(placesIn(bench)).toEqual(untidy.layout.positions);
  expect(bench.toasts.getState().toasts).toEqual([]);
});

it('aligns what is selected', () => {
  const bench = open();
  alignAloud(bench, ['a', 'c'], 'top');
  expect(placesIn(bench)).toMatchObject({ a: { x: 40, y: 10 }, c: { x: 700, y: 10 } });
  expect(toastOf(bench)).toBe('2 steps are aligned.');
});
