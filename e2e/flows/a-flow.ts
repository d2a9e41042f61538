/** Flows to import, said in few words: what each step uses, what fills it, and which way leads where. */
import { newFlow, type Flow, type Step } from '../../src/flow/index.ts';
import { group, ref } from '../../src/flow/testing/a-flow.ts';
import type { Binding } from '../../src/mapping/index.ts';
import type { Json, JsonSchema } from '../../src/shared/index.ts';

export { group, ref };
export const fixed = (value: Json): Binding => ({ kind: 'literal', value });
export const text = (...parts: (string | Binding)[]): Binding =>
  ({ kind: 'text', parts }) as Binding;

/** A step: `aStep('in', 'Guest', 'webhook/receive')` is the operation "receive" of `catalog:webhook`. */
export function aStep(id: string, name: string, use: string, more: Partial<Step> = {}): Step {
  const [component = '', operation = ''] = use.split('/');
  const base = { componentVersion: '1.0.0', settings: {}, slots: {} };
  return { ...base, id, name, component: `catalog:${component}`, operation, ...more };
}

/** What a call brings. */
export const brings = (schema: JsonSchema): Partial<Step> => ({
  shapes: { output: { schema, origin: 'by-hand' } },
});

/** What a step takes. */
export const takes = (props: Readonly<Record<string, Binding>>): Partial<Step> => ({
  slots: { input: group(props) },
});

/** "check>big:high": from, to, and the way out where it is not the only one. */
export const ways = (...written: string[]): Flow['edges'] =>
  written.map((way) => {
    const [, from = '', to = '', fromPort = 'out'] = /^(\w+)>(\w+)(?::(\S+))?$/.exec(way) ?? [];
    return { id: way, from, fromPort, to, toPort: 'in' };
  });

/** The shop's call brings one thing, and a message takes another, both described by hand; `props` fill its fields ahead. */
export function callToMessage(
  name: string,
  call: { readonly id: string; readonly brings: JsonSchema },
  message: { readonly id: string; readonly name: string; readonly takes: JsonSchema },
  props: Readonly<Record<string, Binding>>,
  more: Partial<Flow> = {},
): string {
  const steps = [
    aStep(call.id, 'Shop', 'webhook/receive', brings(call.brings)),
    aStep(message.id, message.name, 'mapper/make-message', {
      ...(Object.keys(props).length === 0 ? {} : takes(props)),
      shapes: { input: { schema: message.takes, origin: 'by-hand' } },
    }),
  ];
  return aFlow(name, steps, { start: { kind: 'webhook' }, ...more });
}

/** Places for the accounts of the sample services. */
export const sampleAccounts: Flow['credentials'] = [
  { id: 'crm', name: 'CRM', component: 'catalog:crm', type: 'api-key' },
  { id: 'newsletter', name: 'Newsletter', component: 'catalog:newsletter', type: 'token' },
];

/** The flow as a file holds it: each step after the one before, unless `edges` say otherwise. */
export function aFlow(name: string, steps: readonly Step[], more: Partial<Flow> = {}): string {
  const line = steps.slice(1).map((step, at) => `${steps[at]?.id ?? ''}>${step.id}`);
  const id = name.toLowerCase().replaceAll(' ', '-');
  const flow: Flow = {
    ...newFlow(name, () => id),
    steps: [...steps],
    edges: ways(...line),
    ...more,
  };
  return JSON.stringify(flow);
}

/** The first five active customers of the CRM, and what is done with each. */
export const activeCustomers = aStep('customers', 'CRM', 'crm/find-customers-by-status', {
  credential: 'crm',
  ...takes({ status: fixed('active') }),
});

/** A field of one of them. */
export const customer = (...path: string[]): Binding => ref('customers', ...path);

/** Each becomes a subscriber under an address of this test's own: `word` is in it. */
export const toNewsletter = (word: string, more: Readonly<Record<string, Binding>> = {}): Step =>
  aStep('add', 'Newsletter', 'newsletter/add-subscriber', {
    credential: 'newsletter',
    ...takes({
      email: text(customer('id'), `.${word}@example.com`),
      firstName: customer('firstName'),
      lastName: customer('lastName'),
      ...more,
    }),
  });
