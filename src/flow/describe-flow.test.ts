import { describe, expect, it } from 'vitest';
import { sayWording } from '../words/index.ts';
import { describeFlow } from './describe-flow.ts';
import type { Flow } from './flow-document.ts';
import {
  aFlow,
  aStep,
  addSubscriber,
  catalog,
  findCustomers,
  group,
  ref,
  referenceFlow,
} from './testing/a-flow.ts';

const reading = (flow: Flow): string => describeFlow(flow, catalog).map(sayWording).join(' ');

describe('describeFlow', () => {
  it('reads the reference flow as a person would tell it', () => {
    expect(reading(referenceFlow())).toBe(
      'Somebody starts this flow by hand. ' +
        'First, “find” uses CRM: Find customers by status. Each entry goes on by itself. ' +
        'After find, “add” uses Newsletter: Add a subscriber. ' +
        'It fills these fields with earlier data: E-mail, First name, Last name.',
    );
  });

  it('tells the values that were written by hand, as the service names them', () => {
    const flow = aFlow({
      steps: [
        findCustomers('find', {
          slots: { input: group({ status: { kind: 'literal', value: 'active' } }) },
        }),
      ],
    });
    expect(reading(flow)).toBe(
      'Somebody starts this flow by hand. ' +
        'First, “find” uses CRM: Find customers by status. Each entry goes on by itself. ' +
        'It always uses Status “Active”.',
    );
  });

  it('tells conditions, steps that are off and what happens to failures', () => {
    const flow = aFlow({
      start: { kind: 'poll', everySeconds: 300 },
      steps: [
        findCustomers('find', { emit: 'whole-list' }),
        aStep('only', 'filter/only-if', {
          slots: { condition: { left: ref('find', 'newsletter'), is: 'is-yes' } },
        }),
        addSubscriber(undefined, 'add', { onFailure: 'skip' }),
        addSubscriber(undefined, 'later', { disabled: true }),
        { ...findCustomers('open'), operation: '' },
      ],
    });
    expect(reading(flow)).toBe(
      'This flow looks for something new every 5 minutes. ' +
        'First, “find” uses CRM: Find customers by status. The whole list goes on at once. ' +
        'After find, “only” uses Filter: Go on only if. Only what fits the condition of “only” goes on. ' +
        'After only, “add” uses Newsletter: Add a subscriber. What “add” cannot do is left out and counted. ' +
        '“later” is switched off. What “open” does is not chosen yet.',
    );
  });

  it('has a sentence for every start', () => {
    for (const start of [
      { kind: 'schedule', cron: '0 9 * * 1', timeZone: 'Europe/Berlin' },
      { kind: 'webhook' },
      { kind: 'poll', everySeconds: 1 },
    ] as const)
      expect(reading(aFlow({ steps: [findCustomers()], start }))).not.toMatch(
        /not as it should be|\{\{/,
      );
    expect(reading(aFlow())).toBe('This flow does nothing yet.');
  });
});
