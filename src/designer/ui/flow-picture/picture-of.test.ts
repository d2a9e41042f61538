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
        text: 'Far away',
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

test('is as large as what is on it, with its air', () => {
  const { x, y, width, height } = pictureOf(flow, catalog);
  expect({ x, y, width, height }).toEqual({ x: -32, y: -66, width: 944, height: 698 });
});

test('shows of some steps what is between them, and only the notes beside them', () => {
  const picture = pictureOf(flow, catalog, new Set(['way', 'add']));
  expect(picture.steps.map(({ id }) => id)).toEqual(['way', 'add']);
  expect(picture.lines).toEqual(['M540,24 C590,24 590,36 640,36']);
  expect(picture.notes).toEqual([]);
  expect(picture.groups.map(({ title }) => title)).toEqual(['Sending']);
});
