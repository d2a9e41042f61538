import { newFlow, type Flow, type Step } from '../src/flow/index.ts';
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
