import { expect, test } from 'vitest';
import { createCatalog } from '../../catalog/index.ts';
import { applyOperation, type Flow, type Operation } from '../../flow/index.ts';
import {
  aFlow,
  aStep,
  addSubscriber,
  anEdge,
  catalog,
  findCustomers,
  group,
  ref,
  twoWaysIn,
} from '../../flow/testing/a-flow.ts';
import { whatBecame } from './what-became.ts';

const flow = aFlow({
  steps: [
    findCustomers('find', {
      slots: { input: group({ status: { kind: 'literal', value: 'active' } }) },
    }),
    addSubscriber(group({ email: ref('find', 'email') }), 'add', { note: 'Ask Ada' }),
    aStep('ask', 'rest/request', {
      settings: { address: 'https://example.com', method: 'GET' },
    }),
  ],
  edges: [anEdge('find', 'add')],
});

/** What the history says beside the change that the operation is. */
function told(operation: Operation, from: Flow = flow): readonly string[] {
  const applied = applyOperation(from, operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  return whatBecame({ operation, inverse: applied.value.inverse }, applied.value.flow, catalog);
}
const setField = (step: string, name: string, value: string): Operation => ({
  type: 'step.set-field',
  step,
  slot: 'input',
  path: [name],
  binding: { kind: 'literal', value },
});

test('tells the value before and after, by the names that people know', () => {
  expect(told(setField('find', 'status', 'lead'))).toEqual(['“Active” → “Lead”']);
  expect(told(setField('add', 'email', 'ada@example.com'))).toEqual([
    'find › Email → “ada@example.com”',
  ]);
  expect(told({ type: 'step.set-note', step: 'add', note: undefined })).toEqual([
    '“Ask Ada” → nothing',
  ]);
  expect(told({ type: 'flow.rename', name: 'Other' })).toEqual([`Before: “${flow.name}”`]);
  const add = setField('add', 'email', 'x'.repeat(50));
  expect(told(add)).toEqual([`find › Email → “${'x'.repeat(35)}…”`]);
});

test('calls what is read as the earlier step calls it, on the whole way there', () => {
  const binding = { kind: 'ref', from: 'find', path: ['emails', { first: true }, 'address'] };
  expect(told({ ...setField('add', 'email', ''), binding } as Operation)).toEqual([
    'find › Email → find › E-mails › E-mail address',
  ]);
});

test('tells settings one by one, the first few', () => {
  const settings = { address: 'https://example.org', method: 'GET', timeout: 9 };
  expect(told({ type: 'step.set-settings', step: 'ask', settings })).toEqual([
    'Address: “https://example.com” → “https://example.org”',
    'Timeout: nothing → 9',
  ]);
  const many = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, true]));
  const lines = told({ type: 'step.set-settings', step: 'ask', settings: many });
  expect(lines).toHaveLength(4);
  expect(lines.at(-1)).toMatch(/^and \d more$/);
});

test('tells no secret: not by its name, not inside a group, not in an address', () => {
  const secret = 's3cret-0000';
  const settings = {
    address: `https://ada:${secret}@example.org/list?key=${secret}`,
    headers: { Authorization: secret },
    password: secret,
  };
  const before = { ...flow, steps: flow.steps.map((step) => ({ ...step })) };
  const lines = [
    ...told({ type: 'step.set-settings', step: 'ask', settings }, before),
    ...told(setField('add', 'apiToken', secret)),
  ];
  expect(lines.join('\n')).not.toContain(secret);
  expect(lines).toContain('Address: “https://example.com” → “https://example.org/list?…”');
  expect(lines.at(-1)).toBe('API token: not shown');
  const batch: Operation = {
    type: 'batch',
    label: 'set-credential',
    operations: [{ type: 'step.set-settings', step: 'ask', settings: { token: secret } }],
  };
  expect(told(batch).join('\n')).not.toContain(secret);
  const digest = aStep('sign', 'hash/hash', { settings: { key: secret } });
  const typed = { algorithm: 'SHA-512', key: 'another' };
  expect(
    told({ type: 'step.set-settings', step: 'sign', settings: typed }, aFlow({ steps: [digest] })),
  ).toEqual(['Key: not shown', 'How: nothing → “SHA-512”']);
});

test('tells no secret of what the step did before inside a group that it still has, and the plain ones beside it', () => {
  const component = twoWaysIn();
  const before = { ...aStep('in', 'hash/hash'), component: component.id, operation: 'open' };
  const settings = { pin: '4711', login: { user: 'ada', key: 'typed-before' } };
  const operation: Operation = {
    type: 'step.set-settings',
    step: 'in',
    settings: { pin: '4712', login: { user: 'bob', key: 'typed-now' } },
  };
  const applied = applyOperation(aFlow({ steps: [{ ...before, settings }] }), operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  const { flow: now, inverse } = applied.value;
  expect(whatBecame({ operation, inverse }, now, createCatalog([component]))).toEqual([
    'Pin: not shown',
    'Login › User: “ada” → “bob”',
    'Login › Key: not shown',
  ]);
});

test('says nothing where the name of the change says it all', () => {
  expect(told({ type: 'step.set-enabled', step: 'add', enabled: false })).toEqual([]);
  expect(told({ type: 'step.move', positions: { add: { x: 1, y: 1 } } })).toEqual([]);
});

test('tells a schedule in words where they are known, and the time zone only where it is another one', () => {
  const weekly: Flow = {
    ...flow,
    start: { kind: 'schedule', cron: '0 9 * * 1', timeZone: 'Europe/Berlin' },
  };
  const operation: Operation = {
    type: 'flow.set-start',
    start: { kind: 'schedule', cron: '0 7 * * *', timeZone: 'Europe/Berlin' },
  };
  const applied = applyOperation(weekly, operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  const change = { operation, inverse: applied.value.inverse };
  const words: Readonly<Record<string, string>> = {
    '0 9 * * 1': 'At 09:00, only on Monday',
    '0 7 * * *': 'At 07:00',
  };
  expect(whatBecame(change, applied.value.flow, catalog, (cron) => words[cron])).toEqual([
    'At 09:00, only on Monday → At 07:00',
  ]);
  expect(whatBecame(change, applied.value.flow, catalog)).toEqual(['0 9 * * 1 → 0 7 * * *']);
});
