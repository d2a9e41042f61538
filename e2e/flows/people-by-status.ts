/** A flow to import: a list of people comes in, each goes the way of its status, and one name is left out. */
import { newFlow, type Flow } from '../../src/flow/index.ts';
import type { Condition } from '../../src/mapping/index.ts';

const text = { type: 'string' } as const;
const versions = { componentVersion: '1.0.0', settings: {} } as const;

const people = {
  type: 'object',
  properties: {
    people: {
      type: 'array',
      title: 'People',
      items: {
        type: 'object',
        properties: { name: { ...text, title: 'Name' }, status: { ...text, title: 'Status' } },
      },
    },
  },
} as const;

export const peopleThatCame = {
  people: [
    { name: 'Ada Lovelace', status: 'active' },
    { name: 'Bo Nilsson', status: 'lead' },
    { name: 'Cy Young', status: 'active' },
    { name: 'Dee Brown', status: 'gone' },
  ],
};

export function peopleByStatus(): string {
  const flow: Flow = {
    ...newFlow('People by status', () => 'people-by-status'),
    start: { kind: 'webhook' },
    steps: [
      {
        ...versions,
        id: 'in',
        name: 'Shop',
        component: 'catalog:webhook',
        operation: 'receive',
        slots: {},
        shapes: { output: { schema: people, origin: 'by-hand' } },
      },
      {
        ...versions,
        id: 'each',
        name: 'Each person',
        component: 'catalog:for-each',
        operation: 'each-entry',
        slots: { list: { kind: 'ref', from: 'in', path: ['people'] } },
      },
      {
        ...versions,
        id: 'way',
        name: 'By status',
        component: 'catalog:router',
        operation: 'choose-way',
        settings: {
          branches: [
            { id: 'active', name: 'Active' },
            { id: 'lead', name: 'Lead' },
            { id: 'past', name: 'Past customer' },
            { id: 'never', name: 'Never seen' },
            { id: 'partner', name: 'Partner' },
          ],
        },
        slots: Object.fromEntries(
          ['active', 'lead', 'past', 'never', 'partner'].map((one) => [one, statusIs(one)]),
        ),
      },
      {
        ...versions,
        id: 'some',
        name: 'Not Cy',
        component: 'catalog:filter',
        operation: 'only-if',
        slots: {
          condition: {
            all: [
              {
                left: { kind: 'ref', from: 'each', path: ['entry', 'name'] },
                is: 'not-equals',
                right: { kind: 'literal', value: 'Cy Young' },
              },
            ],
          },
        },
      },
    ],
    edges: [
      { id: 'e1', from: 'in', fromPort: 'out', to: 'each', toPort: 'in' },
      { id: 'e2', from: 'each', fromPort: 'out', to: 'way', toPort: 'in' },
      { id: 'e3', from: 'way', fromPort: 'active', to: 'some', toPort: 'in' },
    ],
  };
  return JSON.stringify(flow);
}

function statusIs(value: string): Condition {
  return {
    all: [
      {
        left: { kind: 'ref', from: 'each', path: ['entry', 'status'] },
        is: 'equals',
        right: { kind: 'literal', value },
      },
    ],
  };
}
