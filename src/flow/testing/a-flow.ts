import type { Component } from '../../catalog/index.ts';
import { shippedCatalog } from '../../catalog/testing/shipped.ts';
import type { Binding, SlotContent } from '../../mapping/index.ts';
import type { JsonSchema } from '../../shared/index.ts';
import type { Edge, Flow, Start, Step } from '../flow-document.ts';
import { newFlow } from '../build/new-flow.ts';
import { newStep } from '../build/new-step.ts';

export const catalog = shippedCatalog();

export const ref = (from: string, ...path: string[]): Binding => ({ kind: 'ref', from, path });
export const group = (props: Readonly<Record<string, Binding>>): Binding => ({
  kind: 'object',
  props,
});

export function aStep(id: string, use: `${string}/${string}`, change: Partial<Step> = {}): Step {
  const [component = '', operation = ''] = use.split('/');
  const known = catalog.component(`catalog:${component}`);
  const does = catalog.operation(`catalog:${component}`, operation);
  if (known === undefined || does === undefined) throw new Error(`no ${use}`);
  return { ...newStep(known, does, () => id, id), ...change };
}

export function anEdge(from: string, to: string, change: Partial<Edge> = {}): Edge {
  return { id: `${from}>${to}`, from, fromPort: 'out', to, toPort: 'in', ...change };
}

interface Parts {
  readonly steps?: readonly Step[];
  readonly edges?: readonly Edge[];
  readonly start?: Start;
}

/** A flow of these steps, one after another unless edges are given, with a signed-in CRM and newsletter. */
export function aFlow({ steps = [], edges, start }: Parts = {}): Flow {
  const flow = newFlow('A flow', () => 'flow-1');
  const inRow = steps.slice(1).map((step, at) => anEdge(steps[at]?.id ?? '', step.id));
  return {
    ...flow,
    ...(start === undefined ? {} : { start }),
    steps: [...steps],
    edges: [...(edges ?? inRow)],
    credentials: [
      { id: 'crm-key', name: 'CRM key', component: 'catalog:crm', type: 'api-key' },
      {
        id: 'newsletter-key',
        name: 'Newsletter token',
        component: 'catalog:newsletter',
        type: 'token',
      },
    ],
    layout: {
      positions: Object.fromEntries(steps.map((step, at) => [step.id, { x: at * 320, y: 0 }])),
      notes: [],
      groups: [],
    },
  };
}

/** A flow that a call starts, and that another one may call. */
export function aCalledFlow(id: string, steps: readonly Step[], name = id): Flow {
  return { ...aFlow({ steps, start: { kind: 'webhook' } }), id, name, credentials: [] };
}

export const findCustomers = (id = 'find', change: Partial<Step> = {}): Step =>
  aStep(id, 'crm/find-customers-by-status', { credential: 'crm-key', ...change });

export const addSubscriber = (
  input: SlotContent | undefined,
  id = 'add',
  change: Partial<Step> = {},
): Step =>
  aStep(id, 'newsletter/add-subscriber', {
    credential: 'newsletter-key',
    slots: input === undefined ? {} : { input },
    ...change,
  });

/** The reference story: active customers of the CRM become subscribers of the newsletter. */
export function referenceFlow(): Flow {
  return aFlow({
    steps: [
      findCustomers(),
      addSubscriber(
        group({
          email: {
            kind: 'ref',
            from: 'find',
            path: ['emails', { first: true }, 'address'],
            ifMissing: 'stop',
          },
          firstName: ref('find', 'firstName'),
          lastName: ref('find', 'lastName'),
        }),
      ),
    ],
  });
}

/**
 * A component whose first operation signs in with secrets: alone, in a group and in the entries of a list. The other one has
 * the same group and list without them, a plain setting that is called like one of them, and no "pin".
 */
export function twoWaysIn(): Component {
  const known = catalog.component('catalog:hash');
  const [operation] = known?.operations ?? [];
  if (known === undefined || operation === undefined) throw new Error('no component');
  const text = { type: 'string' } as const;
  const secret = { ...text, writeOnly: true } as const;
  const settings = (own: Readonly<Record<string, JsonSchema>>, inside: JsonSchema['properties']) =>
    ({
      type: 'object',
      properties: {
        ...own,
        login: { type: 'object', properties: { user: text, ...inside } },
        rows: { type: 'array', items: { properties: { name: text, ...inside } } },
      },
    }) satisfies JsonSchema;
  return {
    ...known,
    id: 'imported:two-ways',
    operations: [
      {
        ...operation,
        id: 'signed',
        settings: settings({ pin: secret, key: secret }, { key: secret }),
      },
      { ...operation, id: 'open', settings: settings({ key: text }, {}) },
    ],
  };
}
