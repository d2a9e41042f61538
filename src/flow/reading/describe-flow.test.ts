import { describe, expect, it } from 'vitest';
import { sayWording } from '../../words/index.ts';
import { describeFlow } from './describe-flow.ts';
import type { Flow } from '../flow-document.ts';
import {
  aFlow,
  aStep,
  addSubscriber,
  anEdge,
  catalog,
  findCustomers,
  group,
  ref,
  referenceFlow,
} from '../testing/a-flow.ts';

const reading = (flow: Flow): string =>
  describeFlow(flow, catalog)
    .flatMap(({ sentences }) => sentences)
    .map(sayWording)
    .join(' ');
/** Each line as it would be written, two blanks a level. */
const written = (flow: Flow): readonly string[] =>
  describeFlow(flow, catalog).map(
    ({ level, number, sentences }) =>
      `${'  '.repeat(level - 1)}${number ?? '-'} ${sentences.map(sayWording).join(' ')}`,
  );

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
        findCustomers('find', { emit: 'whole-list', retry: { attempts: 5 }, parallel: 8 }),
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
        '“find” asks up to 5 times. “find” works on 8 messages at once. ' +
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

  it('tells each branch on a level of its own, and where the ways meet again', () => {
    const settings = { branches: [{ id: 'paid', name: 'Paid' }] };
    const flow = aFlow({
      steps: [
        findCustomers('find', { onFailure: 'error-branch', note: 'Ask Ada' }),
        aStep('route', 'router/choose-way', { settings }),
        addSubscriber(undefined, 'add'),
        addSubscriber(undefined, 'tell'),
      ],
      edges: [
        anEdge('find', 'route'),
        anEdge('find', 'tell', { fromPort: 'error' }),
        anEdge('route', 'add', { fromPort: 'paid' }),
      ],
    });
    expect(written(flow)).toEqual([
      '- Somebody starts this flow by hand.',
      '1 First, “find” uses CRM: Find customers by status. Each entry goes on by itself. What “find” cannot do takes the way for failures. Note: Ask Ada',
      '  - What “find” gives:',
      '    2 After find, “route” uses Router: Choose a way. Each message takes the first way that fits: “Paid”. The rest goes to “Otherwise”.',
      '      - What goes to “Paid”:',
      '        3 After route, “add” uses Newsletter: Add a subscriber.',
      '      - What goes to “Otherwise” leads nowhere yet.',
      '  - What “find” cannot do:',
      '    4 After find, “tell” uses Newsletter: Add a subscriber.',
    ]);
  });

  it('quotes as the language does, and cuts what is long', () => {
    const status = { kind: 'literal', value: 'x'.repeat(200) } as const;
    const flow = aFlow({ steps: [findCustomers('find', { slots: { input: group({ status }) } })] });
    const told = (language: string) =>
      describeFlow(flow, catalog, { language })
        .flatMap(({ sentences }) => sentences)
        .find(({ code }) => code === 'flow.reads-values')?.params['values'];
    expect(told('de')).toBe(`Status „${'x'.repeat(79)}…“`);
    expect(told('en')).toBe(`Status “${'x'.repeat(79)}…”`);
  });

  it('tells a schedule in words where they are known, and no more lines than are wished', () => {
    const start = { kind: 'schedule', cron: '0 9 * * 1', timeZone: 'Europe/Berlin' } as const;
    const flow = aFlow({ start, steps: [findCustomers('a'), findCustomers('b')] });
    const lines = describeFlow(flow, catalog, { schedule: 'Mondays at 9', most: 2 });
    expect(lines.map(({ step }) => step)).toEqual([undefined, 'a']);
    expect(lines[0]?.sentences.map(sayWording)).toEqual([
      'This flow starts on a schedule: Mondays at 9 (time of Europe/Berlin).',
    ]);
  });
});
