import { describe, expect, it } from 'vitest';
import type { Flow, Step } from '../../flow/index.ts';
import { fillSlot, openSteps } from './fill-slot.ts';

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
