/** A flow to import: a list of people comes in, each goes the way of its status, and one name is left out. */
import type { Condition } from '../../src/mapping/index.ts';
import { aFlow, aStep, brings, fixed, ref, ways } from './a-flow.ts';

const text = { type: 'string' } as const;

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

const statuses = [
  { id: 'active', name: 'Active' },
  { id: 'lead', name: 'Lead' },
  { id: 'past', name: 'Past customer' },
  { id: 'never', name: 'Never seen' },
  { id: 'partner', name: 'Partner' },
];

export const peopleByStatus = aFlow(
  'People by status',
  [
    aStep('in', 'Shop', 'webhook/receive', brings(people)),
    aStep('each', 'Each person', 'for-each/each-entry', { slots: { list: ref('in', 'people') } }),
    aStep('way', 'By status', 'router/choose-way', {
      settings: { branches: statuses },
      slots: Object.fromEntries(statuses.map(({ id }) => [id, entry('status', 'equals', id)])),
    }),
    aStep('some', 'Not Cy', 'filter/only-if', {
      slots: { condition: entry('name', 'not-equals', 'Cy Young') },
    }),
  ],
  { start: { kind: 'webhook' }, edges: ways('in>each', 'each>way', 'way>some:active') },
);

function entry(field: string, is: 'equals' | 'not-equals', value: string): Condition {
  return { all: [{ left: ref('each', 'entry', field), is, right: fixed(value) }] };
}
