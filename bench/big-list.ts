import { newFlow, type Flow, type Step } from '../src/flow/index.ts';
import type { Binding } from '../src/mapping/index.ts';
import type { Json } from '../src/shared/index.ts';

/** A call brings a list as one message; a Mapper after it makes a short one. */
export function longListFlow(id: string): Flow {
  const step = (
    of: Pick<Step, 'id' | 'name' | 'component' | 'operation'> & Partial<Step>,
  ): Step => ({
    componentVersion: '1.0.0',
    settings: {},
    slots: {},
    ...of,
  });
  return {
    ...newFlow('A long list', () => id, { locale: 'en', timeZone: 'UTC' }),
    start: { kind: 'webhook' },
    steps: [
      step({
        id: 'in',
        name: 'Shop',
        component: 'catalog:webhook',
        operation: 'receive',
        shapes: {
          output: { schema: { type: 'array', items: { type: 'object' } }, origin: 'by-hand' },
        },
      }),
      step({
        id: 'note',
        name: 'Note',
        component: 'catalog:mapper',
        operation: 'make-message',
        slots: { input: { kind: 'object', props: { said: { kind: 'literal', value: 'short' } } } },
      }),
    ],
    edges: [{ id: 'e', from: 'in', fromPort: 'out', to: 'note', toPort: 'in' }],
  };
}

export function rowsOf(count: number): Json {
  return Array.from({ length: count }, (_, at) => ({
    number: at,
    name: `Person ${String(at)}`,
    mail: `person.${String(at)}@example.com`,
    city: at % 3 === 0 ? 'Rome' : 'Oslo',
  }));
}

/** The same call, taken apart, mapped, filtered (every third goes) and collected into one list again. */
export function batchFlow(id: string): Flow {
  const flow = longListFlow(id);
  const [receive] = flow.steps;
  if (receive === undefined) throw new Error('the list flow has a first step');
  const ref = (from: string, ...path: string[]): Binding => ({ kind: 'ref', from, path });
  const step = (of: Pick<Step, 'id' | 'name' | 'component' | 'operation' | 'slots'>): Step => ({
    componentVersion: '1.0.0',
    settings: {},
    ...of,
  });
  const steps = [
    receive,
    step({
      id: 'each',
      name: 'Each',
      component: 'catalog:for-each',
      operation: 'each-entry',
      slots: { list: ref('in') },
    }),
    step({
      id: 'map',
      name: 'Map',
      component: 'catalog:mapper',
      operation: 'make-message',
      slots: {
        input: {
          kind: 'object',
          props: {
            city: ref('each', 'entry', 'city'),
            label: {
              kind: 'text',
              parts: [ref('each', 'entry', 'name'), ', ', ref('each', 'entry', 'mail')],
            },
          },
        },
      },
    }),
    step({
      id: 'some',
      name: 'Some',
      component: 'catalog:filter',
      operation: 'only-if',
      slots: {
        condition: {
          left: ref('map', 'city'),
          is: 'equals',
          right: { kind: 'literal', value: 'Oslo' },
        },
      },
    }),
    step({
      id: 'all',
      name: 'All',
      component: 'catalog:collect',
      operation: 'one-list',
      slots: { input: ref('map', 'label') },
    }),
  ];
  const edges = steps.slice(1).map(({ id: to }, at) => ({
    id: `e${String(at)}`,
    from: steps[at]?.id ?? '',
    fromPort: 'out',
    to,
    toPort: 'in',
  }));
  return { ...flow, steps, edges };
}
