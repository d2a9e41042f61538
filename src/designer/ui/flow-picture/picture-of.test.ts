import { expect, test } from 'vitest';
import {
  aFlow,
  aStep,
  addSubscriber,
  anEdge,
  catalog,
  findCustomers,
  group,
} from '../../../flow/testing/a-flow.ts';
import type { Flow } from '../../../flow/index.ts';
import { pictureOf } from './picture-of.ts';

const secret = 'do-not-draw-me';
const flow: Flow = {
  ...aFlow({
    steps: [
      findCustomers('find'),
      aStep('way', 'router/choose-way', { settings: { branches: [{ id: 'big', name: 'Big' }] } }),
      addSubscriber(group({ email: { kind: 'literal', value: secret } }), 'add', {
        disabled: true,
      }),
    ],
    edges: [anEdge('find', 'way'), anEdge('way', 'add', { fromPort: 'big' })],
  }),
  layout: {
    positions: { find: { x: 0, y: 0 }, way: { x: 320, y: 0 }, add: { x: 640, y: 0 } },
    notes: [
      {
        id: 'far',
        text: '**Far** away',
        position: { x: 0, y: 500 },
        size: { width: 200, height: 100 },
        colour: 'sand',
      },
    ],
    groups: [{ id: 'g', title: 'Sending', steps: ['way', 'add'], colour: 'sky' }],
  },
};

test('shows steps by number, name and action, named ways, and nothing of their values', () => {
  const picture = pictureOf(flow, catalog);
  expect(picture.steps.map(({ number, name, words }) => [number, name, words])).toEqual([
    [1, 'find', 'Find customers by status'],
    [2, 'way', 'Choose a way'],
    [3, 'add', 'Switched off'],
  ]);
  expect(picture.steps[1]?.ways.map(({ title }) => title)).toEqual(['Big', 'Otherwise']);
  expect(JSON.stringify(picture)).not.toContain(secret);
});

test('shows what a note says, without its marks', () => {
  expect(pictureOf(flow, catalog).notes.map(({ text }) => text)).toEqual(['Far away']);
});

test('is as large as what is on it, with its air', () => {
  const { x, y, width, height } = pictureOf(flow, catalog);
  expect({ x, y, width, height }).toEqual({ x: -32, y: -80, width: 944, height: 712 });
});

test('shows of some steps what is between them, and only the notes beside them', () => {
  const picture = pictureOf(flow, catalog, { only: new Set(['way', 'add']) });
  expect(picture.steps.map(({ id }) => id)).toEqual(['way', 'add']);
  expect(picture.lines).toEqual(['M540,24 C590,24 590,36 640,36']);
  expect(picture.notes).toEqual([]);
  expect(picture.groups.map(({ title }) => title)).toEqual(['Sending']);
});

test('shows a folded group as one box, with one line for all that lead into it', () => {
  const groups = [{ ...flow.layout.groups[0]!, collapsed: true }];
  const folded: Flow = {
    ...flow,
    edges: [...flow.edges, anEdge('find', 'add')],
    layout: { ...flow.layout, notes: [], groups },
  };
  const picture = pictureOf(folded, catalog);
  expect(picture.steps.map(({ id }) => id)).toEqual(['find']);
  expect(picture.groups).toEqual([]);
  expect(picture.folded).toEqual([
    { x: 320, y: 0, width: 220, height: 72, title: 'Sending', colour: 'sky', words: '2 steps' },
  ]);
  expect(picture.lines).toEqual(['M220,36 C270,36 270,36 320,36']);
  const open = pictureOf(folded, catalog, { openGroups: ['g'] });
  expect(open.folded).toEqual([]);
  expect(open.groups.map(({ title }) => title)).toEqual(['Sending']);
});
