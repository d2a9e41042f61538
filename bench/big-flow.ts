import type { Component } from '../src/catalog/index.ts';
import type { Binding } from '../src/mapping/index.ts';
import { newFlow, type Flow, type Step } from '../src/flow/index.ts';
import { placesOf, waysOf } from './big-graph.ts';

const ref = (from: string, ...path: string[]): Binding => ({ kind: 'ref', from, path });

/** A finished flow of so many steps: something comes in, Mappers and Filters in turn work on it. */
export function bigFlow(id: string, count: number): Flow {
  const places = placesOf(count);
  const ways = waysOf(count);
  const before = new Map<number, number>();
  for (const { from, to } of ways) if (!before.has(to)) before.set(to, from);
  return {
    ...newFlow(`A flow of ${String(count)} steps`, () => id),
    start: { kind: 'webhook' },
    steps: places.map((place, at) => stepAt(place.id, at, places[before.get(at) ?? -1]?.id)),
    edges: ways.map(({ from, to }) => edge(`step-${String(from)}`, `step-${String(to)}`)),
    layout: {
      positions: Object.fromEntries(places.map((place) => [place.id, { x: place.x, y: place.y }])),
      notes: [],
      groups: [],
    },
  };
}

function stepAt(id: string, at: number, before: string | undefined): Step {
  const base = { id, componentVersion: '1.0.0', settings: {}, slots: {} };
  if (before === undefined)
    return { ...base, name: 'Receive', component: 'catalog:webhook', operation: 'receive' };
  if (at % 3 === 0) {
    const condition = { left: ref('step-0', 'event'), is: 'is-not-empty' as const };
    return {
      ...base,
      name: `Only some ${String(at)}`,
      component: 'catalog:filter',
      operation: 'only-if',
      slots: { condition },
    };
  }
  const input: Binding = {
    kind: 'object',
    props: { event: ref('step-0', 'event'), email: ref('step-0', 'email') },
  };
  return {
    ...base,
    name: `Make a message ${String(at)}`,
    component: 'catalog:mapper',
    operation: 'make-message',
    slots: { input },
  };
}

/** Five steps, one of which asks the sample CRM; what leaves names its run, so that each output can be told from the last one. */
export function callingFlow(id: string, crm: Pick<Component, 'id' | 'version'>): Flow {
  const step = (name: string, component: string, operation: string, rest: Partial<Step>): Step => ({
    id: name,
    name,
    component,
    componentVersion: '1.0.0',
    operation,
    settings: {},
    slots: {},
    ...rest,
  });
  const mapper = (name: string, props: Readonly<Record<string, Binding>>): Step =>
    step(name, 'catalog:mapper', 'make-message', { slots: { input: { kind: 'object', props } } });
  const customerId: Binding = { kind: 'literal', value: 'c-0001' };
  return {
    ...newFlow('One call', () => id),
    steps: [
      step('customer', crm.id, 'find-customer-by-id', {
        componentVersion: crm.version,
        credential: 'crm',
        slots: { input: { kind: 'object', props: { id: customerId } } },
      }),
      mapper('person', {
        name: {
          kind: 'text',
          parts: [ref('customer', 'firstName'), ' ', ref('customer', 'lastName')],
        },
      }),
      step('known', 'catalog:filter', 'only-if', {
        slots: { condition: { left: ref('person', 'name'), is: 'is-not-empty' } },
      }),
      mapper('upper', {
        name: { kind: 'convert', of: ref('person', 'name'), with: [{ name: 'upper' }] },
      }),
      mapper('result', {
        name: ref('upper', 'name'),
        from: { kind: 'text', parts: ['made by run ', ref('flow', 'run')] },
      }),
    ],
    edges: [
      edge('customer', 'person'),
      edge('person', 'known'),
      edge('known', 'upper'),
      edge('upper', 'result'),
    ],
    credentials: [{ id: 'crm', name: 'CRM', component: crm.id, type: 'api-key' }],
    layout: {
      positions: Object.fromEntries(
        ['customer', 'person', 'known', 'upper', 'result'].map((name, at) => [
          name,
          { x: at * 320, y: 0 },
        ]),
      ),
      notes: [],
      groups: [],
    },
  };
}

function edge(from: string, to: string): Flow['edges'][number] {
  return { id: `${from}-${to}`, from, fromPort: 'out', to, toPort: 'in' };
}
