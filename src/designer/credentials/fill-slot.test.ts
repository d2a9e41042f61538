import { describe, expect, it } from 'vitest';
import type { CredentialType } from '../../catalog/index.ts';
import { applyOperation, type Flow, type Step } from '../../flow/index.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { anOperation } from '../../catalog/testing/a-call.ts';
import { broughtSettings, fillSlot, openSteps } from './fill-slot.ts';
import { hasMoved } from './use-sample-key.ts';

const step = (id: string, credential?: string): Step => ({
  id,
  name: id,
  component: 'catalog:crm',
  componentVersion: '1',
  operation: 'find',
  settings: {},
  slots: {},
  ...(credential !== undefined && { credential }),
});
const flowOf = (steps: readonly Step[], slots: readonly string[]): Flow => ({
  format: 'footbridge.flow',
  formatVersion: 1,
  id: 'f',
  revision: 0,
  name: 'F',
  locale: 'en',
  timeZone: 'UTC',
  start: { kind: 'manual' },
  steps: [...steps],
  edges: [],
  components: [],
  samples: [],
  tests: [],
  credentials: slots.map((id) => ({ id, name: id, component: 'catalog:crm', type: 'key' })),
  layout: { positions: {}, notes: [], groups: [] },
});
const ada = { id: 'ada', name: 'CRM of Ada', component: 'catalog:crm', type: 'key' };

describe('choosing a credential for a step', () => {
  it('gives the flow a new slot in one change, where it has none', () => {
    const one = step('one');
    expect(fillSlot(flowOf([one], []), one, ada, {}, 'new')).toEqual({
      slot: 'new',
      operation: {
        type: 'batch',
        label: 'set-credential',
        params: { step: 'one', credential: 'CRM of Ada' },
        operations: [
          {
            type: 'credential.add',
            credential: { id: 'new', name: 'CRM of Ada', component: 'catalog:crm', type: 'key' },
          },
          { type: 'step.set-credential', step: 'one', credential: 'new' },
        ],
      },
    });
  });

  it('shares the slot that another step fills with it', () => {
    const two = step('two');
    expect(fillSlot(flowOf([step('one', 's'), two], ['s']), two, ada, { s: 'ada' }, 'new')).toEqual(
      {
        slot: 's',
        operation: { type: 'step.set-credential', step: 'two', credential: 's' },
      },
    );
  });

  it('fills the slot of an imported flow without changing the flow', () => {
    const one = step('one', 's');
    expect(fillSlot(flowOf([one, step('two', 's')], ['s']), one, ada, {}, 'new')).toEqual({
      slot: 's',
      operation: undefined,
    });
  });

  it('leaves other steps their credential, where the slot is shared', () => {
    const one = step('one', 's');
    const filling = fillSlot(flowOf([one, step('two', 's')], ['s']), one, ada, { s: 'bob' }, 'new');
    expect(filling.slot).toBe('new');
  });
});

describe('settings that an account brings along', () => {
  const operation = anOperation(
    {},
    {
      settings: {
        type: 'object',
        properties: { address: { type: 'string' }, field: { type: 'string' } },
      },
    },
  );
  const sample = { address: 'http://127.0.0.1:1/graphql', description: 'of another operation' };

  it('fill what the operation has and nobody has set, in the same change as the account', () => {
    const one = { ...step('one'), settings: { field: 'tickets' } };
    const brought = broughtSettings(one, operation, sample);
    expect(brought).toEqual({
      type: 'step.set-settings',
      step: 'one',
      settings: { field: 'tickets', address: 'http://127.0.0.1:1/graphql' },
    });
    const flow = flowOf([one], []);
    const filling = fillSlot(flow, one, ada, {}, 'new', brought);
    const changed = filling.operation && applyOperation(flow, filling.operation);
    expect(changed?.ok === true && changed.value.flow.steps[0]).toMatchObject({
      credential: 'new',
      settings: { field: 'tickets', address: 'http://127.0.0.1:1/graphql' },
    });
  });

  it('follow a sample service that has moved', () => {
    const one = { ...step('one'), settings: { address: 'http://127.0.0.1:4415/graphql' } };
    expect(broughtSettings(one, operation, sample, ['127.0.0.1:4415'])).toMatchObject({
      settings: { address: 'http://127.0.0.1:1/graphql' },
    });
    expect(broughtSettings(one, operation, sample, ['127.0.0.1:4416'])).toBeUndefined();
  });

  it('leave alone what a person has set', () => {
    const one = { ...step('one'), settings: { address: 'https://api.example.com/graphql' } };
    expect(broughtSettings(one, operation, sample)).toBeUndefined();
  });
});

describe('a sample service that has moved', () => {
  const account = (more: Partial<CredentialRow>): CredentialRow => ({
    ...ada,
    token: 't',
    hosts: ['127.0.0.1:4415'],
    hints: {},
    at: 0,
    ...more,
  });
  const sample = {
    type: { id: 'key' } as CredentialType,
    values: {},
    place: 'sample-desk',
    settings: {},
    title: 'Desk',
    host: '127.0.0.1:5000',
  };

  it.each([
    ['made with its sample key', { sample: 'sample-desk' }, 'generic', true],
    [
      'at its present address',
      { sample: 'sample-desk', hosts: ['127.0.0.1:5000'] },
      'generic',
      false,
    ],
    ['of the person’s own, for any service', {}, 'generic', false],
    ['kept before accounts said so, of a sample service', {}, 'connector', true],
  ] as const)('is missed by an account %s', (_what, more, kind, isMissed) => {
    expect(hasMoved(account(more), sample, { kind })).toBe(isMissed);
  });
});

describe('the steps that could use it too', () => {
  it('are those of the same component that nobody has connected', () => {
    const flow = flowOf(
      [step('one', 's'), step('two'), step('three', 't'), step('four', 's')],
      ['s', 't'],
    );
    expect(openSteps(flow, flow.steps[0] as Step, { s: 'ada' }).map(({ id }) => id)).toEqual([
      'two',
      'three',
    ]);
  });
});
