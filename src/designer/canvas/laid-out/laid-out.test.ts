import { expect, test } from 'vitest';
import { aFlow, anEdge, findCustomers } from '../../../flow/testing/a-flow.ts';
import { aGroup, aNote } from '../../../flow/testing/drawn-operations.ts';
import { applyOperation, type Flow } from '../../../flow/index.ts';
import { aBench } from '../../effects/testing/a-bench.ts';
import { createToCanvas, type CanvasNode } from '../to-canvas.ts';
import { createLaidOut } from './parts.ts';

const none: readonly string[] = [];
const chain = aFlow({
  steps: ['a', 'b', 'c', 'd', 'e'].map((id) => findCustomers(id)),
  edges: [anEdge('a', 'b'), anEdge('b', 'c'), anEdge('c', 'd'), anEdge('a', 'c'), anEdge('d', 'e')],
});
const plain: Flow = {
  ...chain,
  layout: {
    positions: Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((id, at) => [id, { x: at * 300, y: 0 }]),
    ),
    notes: [],
    groups: [],
  },
};
const with_ = (layout: Partial<Flow['layout']>): Flow => ({
  ...plain,
  layout: { ...plain.layout, ...layout },
});

function aCanvas(flow: Flow) {
  const { bench } = aBench(flow);
  const toCanvas = createToCanvas(() => ({ in: true, out: [{ id: 'out', title: '' }] }));
  const parts = createLaidOut(bench);
  const show = (now: Flow, openGroups = none) => parts.layOut(now, toCanvas(now), openGroups);
  return { bench, parts, show };
}
const ids = (nodes: readonly CanvasNode[]) => nodes.map(({ id, type }) => `${String(type)} ${id}`);
const placed = (id: string, x: number, y: number) =>
  ({ id, position: { x, y } }) as unknown as CanvasNode;

test('a frame stands around the steps of its group, below everything; steps keep their objects', () => {
  const flow = with_({ groups: [aGroup('g', ['b', 'c', 'gone'])], notes: [aNote('n')] });
  const { nodes, edges } = aCanvas(flow).show(flow);
  expect(ids(nodes).slice(0, 2)).toEqual(['frame group:g', 'note note:n']);
  expect(nodes[0]).toMatchObject({ position: { x: 280, y: -48 }, width: 560, height: 140 });
  expect(edges).toHaveLength(5);
});

test('a group without steps is nowhere', () => {
  const flow = with_({ groups: [aGroup('g', []), aGroup('h', ['gone'])] });
  expect(ids(aCanvas(flow).show(flow).nodes)).toEqual(ids(aCanvas(plain).show(plain).nodes));
});

test('a folded group is one box; connections end at it, several are a bundle, those within are gone', () => {
  const flow = with_({ groups: [aGroup('g', ['b', 'c'], true)] });
  const { nodes, edges } = aCanvas(flow).show(flow);
  expect(ids(nodes)).toEqual(['folded group:g', 'step a', 'step d', 'step e']);
  expect(nodes[0]).toMatchObject({ position: { x: 300, y: 0 }, width: 220, height: 72 });
  expect(
    edges.map(({ id, type, source, target, data }) => [id, type, source, target, data]),
  ).toEqual([
    ['d>e', 'flow', 'd', 'e', {}],
    ['bundle:["a","out","group:g"]', 'bundle', 'a', 'group:g', { count: 2 }],
    ['c>d', 'flow', 'group:g', 'd', {}],
  ]);
});

test('two folded groups are connected with each other', () => {
  const flow = with_({ groups: [aGroup('g', ['a', 'b'], true), aGroup('h', ['c', 'd'], true)] });
  const { edges } = aCanvas(flow).show(flow);
  expect(edges.map(({ source, target, type }) => [source, target, type])).toEqual([
    ['group:g', 'group:h', 'bundle'],
    ['group:h', 'e', 'flow'],
  ]);
});

test('a group that is shown unfolded here has its frame', () => {
  const flow = with_({ groups: [aGroup('g', ['b', 'c'], true)] });
  expect(ids(aCanvas(flow).show(flow, ['g']).nodes)).toContain('frame group:g');
});

test('what did not change keeps its object, and the connections their list', () => {
  const flow = with_({
    groups: [aGroup('g', ['b'], true), aGroup('h', ['e'])],
    notes: [aNote('n')],
  });
  const { show } = aCanvas(flow);
  const before = show(flow);
  const moved = applyOperation(flow, { type: 'step.move', positions: { d: { x: 900, y: 40 } } });
  if (!moved.ok) throw new Error('moved');
  const after = show(moved.value.flow);
  const changed = after.nodes.filter((node) => !before.nodes.includes(node)).map(({ id }) => id);
  expect(changed).toEqual(['d']);
  expect(after.edges).toBe(before.edges);
  expect(show(moved.value.flow)).toBe(after);
});

test('while a frame is dragged its steps go along, and are let go with it', () => {
  const flow = with_({ groups: [aGroup('g', ['b', 'c'])] });
  const { parts, show } = aCanvas(flow);
  const { nodes } = show(flow);
  const change = { id: 'group:g', type: 'position', dragging: true } as const;
  const drag = { ...change, position: { x: 290, y: -38 } };
  expect(parts.withMembers([drag], nodes)).toEqual([
    drag,
    { id: 'b', type: 'position', position: { x: 310, y: 10 }, dragging: true },
    { id: 'c', type: 'position', position: { x: 610, y: 10 }, dragging: true },
  ]);
  const { position } = nodes.find(({ id }) => id === 'group:g') ?? drag;
  expect(parts.withMembers([{ ...change, position }], nodes)).toHaveLength(1);
  const end = parts.withMembers([{ ...change, position, dragging: false }], nodes);
  expect(end.map((each) => 'dragging' in each && each.dragging)).toEqual([false, false, false]);
});

test('a frame that is let go elsewhere moved its steps, as one change', () => {
  const flow = with_({ groups: [aGroup('g', ['b', 'c'])] });
  const { parts, show, bench } = aCanvas(flow);
  show(flow);
  parts.drop([placed('group:g', 280.4, 52)]);
  const { flow: now, past } = bench.document.getState();
  expect([now?.layout.positions['b'], now?.layout.positions['c']]).toEqual([
    { x: 300, y: 100 },
    { x: 600, y: 100 },
  ]);
  expect(past.map(({ label }) => label)).toEqual([
    { code: 'history.move-group', params: { group: 'g' } },
  ]);
});

test('a folded box takes its steps along', () => {
  const flow = with_({ groups: [aGroup('g', ['b', 'c'], true)] });
  const { parts, show, bench } = aCanvas(flow);
  show(flow);
  parts.drop([placed('group:g', 300, 200)]);
  expect(bench.document.getState().flow?.layout.positions).toMatchObject({
    b: { x: 300, y: 200 },
    c: { x: 600, y: 200 },
  });
});

test('a step that is let go outside the frame leaves the group, and that is said with a way back', () => {
  const flow = with_({ groups: [aGroup('g', ['b', 'c'])] });
  const { parts, show, bench } = aCanvas(flow);
  show(flow);
  parts.drop([placed('b', 300, 400)]);
  expect(bench.document.getState().flow?.layout.groups[0]?.steps).toEqual(['c']);
  expect(bench.toasts.getState().toasts.at(-1)).toMatchObject({
    text: '“b” is not in the group “g” any more.',
    action: { label: 'Undo' },
  });
  bench.document.undo();
  expect(bench.document.getState().flow).toEqual(flow);
});

test('a step that is let go inside a frame comes into that group', () => {
  const flow = with_({ groups: [aGroup('g', ['a', 'c']), aGroup('h', ['e', 'd'])] });
  const { parts, show, bench } = aCanvas(flow);
  show(flow);
  parts.drop([placed('e', 310, 20)]);
  expect(bench.document.getState().flow?.layout.groups.map(({ steps }) => steps)).toEqual([
    ['a', 'c', 'e'],
    ['d'],
  ]);
});

test('within the frame, or together with all of the group, steps stay in it', () => {
  const flow = with_({ groups: [aGroup('g', ['b', 'c'])] });
  const { parts, show, bench } = aCanvas(flow);
  show(flow);
  parts.drop([placed('b', 340, 12)]);
  show(bench.document.getState().flow ?? flow);
  parts.drop([placed('b', 340, 900), placed('c', 600, 900)]);
  expect(bench.document.getState().flow?.layout.groups).toEqual(flow.layout.groups);
  expect(bench.document.getState().past).toHaveLength(2);
});

test('notes and steps that are dragged together are one change; nothing moved is none', () => {
  const flow = with_({ notes: [aNote('n')] });
  const { parts, show, bench } = aCanvas(flow);
  const { nodes } = show(flow);
  const note = nodes.find(({ id }) => id === 'note:n');
  const { x = 0, y = 0 } = note?.position ?? {};
  parts.drop([placed('note:n', x, y), placed('a', 0, 0)]);
  expect(bench.document.getState().past).toEqual([]);
  parts.drop([placed('note:n', x + 5, y), placed('a', 0, 9)]);
  expect(bench.document.getState().flow?.layout.notes[0]?.position).toEqual({ x: x + 5, y });
  expect(bench.document.getState().past.map(({ label }) => label.code)).toEqual([
    'history.move-things',
  ]);
});
