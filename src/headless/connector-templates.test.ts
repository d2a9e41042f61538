/**
 * Templates for services of others, on samples: what they read gives its sample, what they write goes through the real proxy to
 * a mock that holds each request against the service's published description. Sheets, channels and projects are chosen as the
 * descriptor's own examples have them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createCatalog,
  exampleOf,
  type Operation,
  type RequestTemplate,
  type ServiceAnswer,
} from '../catalog/index.ts';
import { exampleSettings } from '../catalog/testing/a-call.ts';
import { provedConnectors } from '../catalog/testing/proofs.ts';
import { shippedComponents } from '../catalog/testing/shipped.ts';
import { parseFlow, type Flow, type Step } from '../flow/index.ts';
import { openStand, type Stand } from '../proxy/proof/testing/stand.ts';
import { createMemoryPorts, foldRun, runFlow, type RunState } from '../runtime/index.ts';
import { isJsonObject, type Json } from '../shared/index.ts';

const sheetColumns = 26;
const row = (...cells: readonly Json[]): Json => ({
  values: [[...cells, ...Array<null>(sheetColumns - cells.length).fill(null)]],
});
const invoice = { name: 'Invoice 1001.pdf', type: 'application/pdf', base64: 'JVBERi0x' };

/** What each template sends, of one sample record. */
const sends: Readonly<Record<string, readonly Json[]>> = {
  'shop-orders-to-sheet': [
    row(
      '#1001',
      '2026-01-31T10:30:00+01:00',
      'Ada Weiß',
      'ada.weiss@example.com',
      '2 × Desk lamp',
      119.8,
      'EUR',
    ),
  ],
  'payments-to-sheet': [
    row(
      '2026-01-31',
      'Order 1001',
      'ada.weiss@example.com',
      49.9,
      'EUR',
      'ch_3MmlLrLkdIwHu7ix0snN0B15',
    ),
  ],
  'contact-form-to-hubspot-and-slack': [
    {
      properties: {
        email: 'ada@example.com',
        firstname: 'Ada',
        lastname: 'Lovelace',
        phone: '+44 20 7946 0958',
        company: 'Analytical Engines',
        lifecyclestage: 'lead',
      },
    },
    {
      channel: 'C024BE91L',
      text: 'Ada Lovelace (ada@example.com) asks: Please send me an offer for ten desks.',
    },
  ],
  'contact-form-to-pipedrive-and-telegram': [
    {
      name: 'Ada Lovelace',
      emails: [{ value: 'ada@example.com', primary: true, label: 'work' }],
      phones: [{ value: '+44 20 7946 0958', primary: true, label: 'work' }],
    },
    {
      chat_id: '-1001234567890',
      text: 'New in Pipedrive: Ada Lovelace (ada@example.com). Please send me an offer for ten desks.',
    },
  ],
  'hubspot-contacts-to-mailchimp': [
    {
      email_address: 'ada.weiss@example.com',
      merge_fields: { FNAME: 'Ada', LNAME: 'Weiß' },
      status_if_new: 'pending',
    },
  ],
  'salesforce-leads-to-mailchimp': [
    {
      email_address: 'ada.weiss@example.com',
      merge_fields: { FNAME: 'Ada', LNAME: 'Weiß' },
      status_if_new: 'pending',
    },
  ],
  'github-issues-to-slack': [
    {
      channel: 'C024BE91L',
      text: 'New issue 1347: The form does not send (from ada)\nhttps://github.com/acme/website/issues/1347',
    },
  ],
  'jira-issues-to-telegram': [
    {
      chat_id: '-1001234567890',
      text: 'New in Website: WEB-42 The form does not send\nStatus: To do. Works on it: nobody yet',
    },
  ],
  'stripe-invoices-to-xero': [
    {
      Invoices: [
        {
          Type: 'ACCREC',
          Contact: { Name: 'Ada Weiß' },
          Status: 'DRAFT',
          Date: '2026-01-31',
          InvoiceNumber: 'A-0001',
          Reference: 'in_1MtHbELkdIwHu7ixl4OzzPMv',
          CurrencyCode: 'EUR',
          LineAmountTypes: 'Inclusive',
          LineItems: [{ Description: 'Stripe invoice A-0001', Quantity: 1, UnitAmount: 119 }],
        },
      ],
    },
  ],
  'square-invoices-to-xero': [
    {
      Invoices: [
        {
          Type: 'ACCREC',
          Contact: { Name: 'Ada Weiß' },
          Status: 'DRAFT',
          Date: '2026-01-31',
          DueDate: '2026-02-14',
          InvoiceNumber: 'A-0001',
          CurrencyCode: 'EUR',
          LineAmountTypes: 'Inclusive',
          LineItems: [{ Description: 'Chairs', Quantity: 1, UnitAmount: 179 }],
        },
      ],
    },
  ],
  'mail-attachments-to-drive': [
    {
      fields: { name: 'Invoice 1001.pdf' },
      files: [invoice],
    },
  ],
  'mail-attachments-to-box': [
    {
      fields: { attributes: { name: 'Invoice 1001.pdf', parent: { id: '4353455' } } },
      files: [invoice],
    },
  ],
};

const folder = new URL('../designer/flows/templates/with-accounts/', import.meta.url);
const ids = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
const shipped = shippedComponents();
const stands = new Map<string, Stand>();

beforeAll(async () => {
  const steps = ids.flatMap((id) => flowOf(id).steps);
  for (const { component, proof } of provedConnectors()) {
    const used = steps.filter((step) => step.component === component.id);
    if (used.length === 0) continue;
    const operations = component.operations.filter(({ id }) =>
      used.some(({ operation }) => operation === id),
    );
    stands.set(component.id, await openStand({ component: { ...component, operations }, proof }));
  }
}, 120_000);
afterAll(() => Promise.all([...stands.values()].map((stand) => stand.close())));

it('every template for services of others is run', () => {
  expect(ids.toSorted()).toEqual(Object.keys(sends).toSorted());
});

describe.each(ids)('the template %s', (id) => {
  it('runs on samples to its end, and each service takes what is sent', async () => {
    const flow = asChosen(flowOf(id));
    const { state, sent } = await ran(flow);
    expect(state?.status).toBe('done');
    for (const { id: step } of flow.steps)
      expect(state?.steps[step]?.counts, step).toMatchObject({ in: 1, done: 1, out: 1 });
    expect(sent.map(({ refused }) => refused).filter((words) => words !== undefined)).toEqual([]);
    expect(sent.map(({ body }) => body)).toEqual(sends[id]);
  });

  it('asks only what each service answers', async () => {
    const flow = asChosen(flowOf(id));
    for (const step of flow.steps.filter(isRead)) {
      const { sent } = await ran(flow, step.id);
      expect(
        sent.map(({ refused }) => refused),
        step.name,
      ).toEqual([undefined]);
    }
  });
});

interface Sent {
  readonly component: string;
  readonly body: Json | undefined;
  /** What the description has against it. */
  readonly refused: string | undefined;
}

/**
 * The whole flow, its reads left out; or up to one of the reads, the others left out. What was sent comes in the order of the
 * steps: of two ways that go apart nobody says which service is told first, and both are told at once.
 */
async function ran(
  flow: Flow,
  read?: string,
): Promise<{ readonly state: RunState | undefined; readonly sent: readonly Sent[] }> {
  const sent: Sent[] = [];
  let state: RunState | undefined;
  await runFlow(
    {
      ...({ runId: 'run', flow, writes: 'allow', credentials: {} } as const),
      scope: read === undefined ? { kind: 'flow' } : { kind: 'up-to', step: read },
      samples: Object.fromEntries(flow.steps.map((step) => [step.id, [sampleOf(step)]])),
      leftOut: flow.steps.filter((step) => isRead(step) && step.id !== read).map(({ id }) => id),
      received: [sampleOf(flow.steps[0] as Step)],
    },
    createCatalog(shipped.map((each) => stands.get(each.id)?.component ?? each)),
    createMemoryPorts({ service: { call } }),
    new AbortController().signal,
    (event) => (state = foldRun(state, event)),
  );
  const placeOf = ({ component }: Sent): number =>
    flow.steps.findIndex((step) => step.component === component);
  return { state, sent: sent.toSorted((one, other) => placeOf(one) - placeOf(other)) };

  async function call(request: RequestTemplate): Promise<ServiceAnswer> {
    const stand = stands.get(request.component);
    if (stand === undefined || request.via !== undefined) throw new Error('not on a stand');
    stand.mock.answerWith({ status: 200, body: { ok: true } });
    const answer = await stand.call(request);
    const [received] = stand.mock.received();
    sent.push({
      component: request.component,
      body: request.body?.value,
      refused: received === undefined ? `not sent: ${JSON.stringify(answer)}` : received.refused,
    });
    return answer;
  }
}

function flowOf(id: string): Flow {
  const flow = parseFlow(readFileSync(new URL(`${id}.json`, folder), 'utf8'));
  if (!flow.ok) throw new Error(`${id} is no flow`);
  return flow.value;
}

/** With what a person chooses from the lists of their services: here the descriptor's own examples. */
function asChosen(flow: Flow): Flow {
  return {
    ...flow,
    steps: flow.steps.map((step) => {
      const operation = operationOf(step);
      const input = operation.slots['input']?.schema;
      const sample = operation.sample.input;
      const props = Object.fromEntries(
        (operation.choices ?? []).flatMap(({ at }) => {
          const name = at.replace('/input/', '');
          const value = isJsonObject(sample) ? sample[name] : undefined;
          return input?.required?.includes(name) === true && value !== undefined
            ? [[name, { kind: 'literal', value } as const]]
            : [];
        }),
      );
      const given = step.slots['input'];
      return {
        ...step,
        settings: { ...exampleSettings(operation), ...step.settings },
        ...(given !== undefined && 'kind' in given && given.kind === 'object'
          ? { slots: { ...step.slots, input: { ...given, props: { ...props, ...given.props } } } }
          : {}),
      };
    }),
  };
}

function operationOf({ component, operation }: Step): Operation {
  const found = shipped
    .find(({ id }) => id === component)
    ?.operations.find(({ id }) => id === operation);
  if (found === undefined) throw new Error(`${component} has no operation ${String(operation)}`);
  return found;
}

const isRead = (step: Step): boolean =>
  operationOf(step).effect === 'read' && operationOf(step).call.via === 'http';

function sampleOf(step: Step): Json {
  const schema = step.shapes?.output?.schema;
  return schema === undefined ? (operationOf(step).sample.output ?? {}) : exampleOf(schema);
}
