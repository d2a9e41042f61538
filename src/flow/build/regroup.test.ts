import { expect, test } from 'vitest';
import { applyOperation, type Flow, type Operation } from '../index.ts';
import { aFlow, anEdge, findCustomers } from '../testing/a-flow.ts';
import { aGroup } from '../testing/drawn-operations.ts';
import { insertStepOnEdge } from './compose.ts';
import { groupSteps, putIntoGroup, takeOutOfGroup } from './regroup.ts';

const flow = aFlow({
  steps: ['a', 'b', 'c', 'd'].map((id) => findCustomers(id)),
  edges: [anEdge('a', 'b'), anEdge('b', 'c')],
});
const grouped: Flow = {
  ...flow,
  layout: { ...flow.layout, groups: [aGroup('g', ['a', 'b']), aGroup('h', ['c'])] },
};
function after(before: Flow, operation: Operation | undefined): readonly string[] {
  if (operation === undefined) throw new Error('no operation');
  const applied = applyOperation(before, operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  expect(applyOperation(applied.value.flow, applied.value.inverse)).toMatchObject({
    ok: true,
    value: { flow: before },
  });
  return applied.value.flow.layout.groups.map(({ id, steps }) => `${id}: ${steps.join(' ')}`);
}

test('steps leave their groups for a new one, and a group that loses its last step goes', () => {
  const made = groupSteps(grouped, ['b', 'c'], { id: 'n', title: 'New', colour: 'sky' });
  expect(after(grouped, made)).toEqual(['g: a', 'n: b c']);
});

test('a step comes into a group from another one, or from none, once', () => {
  expect(after(grouped, putIntoGroup(grouped, ['d', 'a'], 'g'))).toEqual(['g: a b d', 'h: c']);
  expect(after(grouped, putIntoGroup(grouped, ['c'], 'g'))).toEqual(['g: a b c']);
  expect(putIntoGroup(grouped, ['a'], 'g')).toBeUndefined();
  expect(putIntoGroup(grouped, ['a'], 'gone')).toBeUndefined();
});

test('steps are taken out of whatever groups they are in', () => {
  const out = takeOutOfGroup(grouped, ['a', 'c', 'd']);
  expect(after(grouped, out)).toEqual(['g: b']);
  expect(out).toMatchObject({ label: 'leave-group', params: { count: 2 } });
  expect(takeOutOfGroup(grouped, ['d'])).toBeUndefined();
});

test('what is put between two steps of a group is in it, and what is put behind it is not', () => {
  const put = (edge: string) =>
    insertStepOnEdge(grouped, edge, findCustomers('n'), () => `edge ${String(Math.random())}`);
  expect(after(grouped, put('a>b'))).toEqual(['g: a b n', 'h: c']);
  expect(after(grouped, put('b>c'))).toEqual(['g: a b', 'h: c']);
});
