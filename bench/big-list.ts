import { newFlow, type Flow, type Step } from '../src/flow/index.ts';
import type { Binding } from '../src/mapping/index.ts';
import type { Json, JsonSchema } from '../src/shared/index.ts';

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

/** A call brings data as one message; a Mapper after it keeps some fields of each entry of a list, and says in which run. */
export function comparedFlow(
  id: string,
  schema: JsonSchema,
  { list, fields }: { readonly list: readonly string[]; readonly fields: readonly string[] },
): Flow {
  const flow = longListFlow(id);
  const [receive, note] = flow.steps;
  if (receive === undefined || note === undefined) throw new Error('the list flow has two steps');
  const entry = (field: string): Binding => ({ kind: 'ref', from: 'item:entry', path: [field] });
  const item: Binding = {
    kind: 'object',
    props: {
      ...Object.fromEntries(fields.map((field) => [field, entry(field)])),
      run: { kind: 'ref', from: 'flow', path: ['run'] },
    },
  };
  const each: Binding = {
    kind: 'list',
    parts: [{ forEach: { kind: 'ref', from: 'in', path: [...list] }, name: 'entry', item }],
  };
  const marked = list.reduceRight<Binding>(
    (of, name) => ({ kind: 'object', props: { [name]: of } }),
    each,
  );
  return {
    ...flow,
    steps: [
      { ...receive, shapes: { output: { schema, origin: 'by-hand' } } },
      note,
      { ...note, id: 'marked', name: 'Marked', slots: { input: marked } },
    ],
    edges: [...flow.edges, { id: 'e2', from: 'note', fromPort: 'out', to: 'marked', toPort: 'in' }],
  };
}

/** Orders with their lines and what was said of them, as one group of fields: about so many bytes as JSON. */
export function ordersOf(bytes: number): {
  readonly shop: string;
  readonly orders: readonly Json[];
} {
  const orders: Json[] = [];
  let size = 0;
  for (let at = 0; size < bytes; at++) {
    const order = {
      number: at,
      customer: { name: `Person ${String(at)}`, mail: `person.${String(at)}@example.com` },
      lines: Array.from({ length: 1 + (at % 5) }, (_, line) => ({
        sku: `A-${String(at)}-${String(line)}`,
        title: `Thing ${String(line)} of order ${String(at)}`,
        amount: line + 1,
        price: (at % 97) + 0.5,
      })),
      note: at % 10 === 0 ? 'Please ring twice; the dog is friendly. '.repeat(20) : '',
    };
    size += JSON.stringify(order).length + 1;
    orders.push(order);
  }
  return { shop: 'North', orders };
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
