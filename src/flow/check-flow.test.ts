import { describe, expect, it } from 'vitest';
import { sayWording } from '../words/index.ts';
import { applyOperation } from './apply-operation.ts';
import { checkFlow } from './check-flow.ts';
import type { FlowProblem } from './check/flow-problem.ts';
import type { Flow, Step } from './flow-document.ts';
import type { Operation } from './operation.ts';
import { outputSchemaOf } from './given.ts';
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
} from './testing/a-flow.ts';

const problemsOf = (flow: Flow): readonly FlowProblem[] => checkFlow(flow, catalog);
const codes = (flow: Flow): string[] => problemsOf(flow).map(({ code }) => code);
const find = (flow: Flow, code: string): FlowProblem => {
  const problem = problemsOf(flow).find((each) => each.code === code);
  if (problem === undefined) throw new Error(`no ${code} in ${codes(flow).join(', ')}`);
  return problem;
};
/** The flow after the first fix of a problem. */
const fixed = (flow: Flow, code: string): Flow => {
  const [fix] = find(flow, code).fixes;
  if (fix === undefined) throw new Error(`${code} has no fix`);
  const applied = applyOperation(flow, fix.operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  return applied.value.flow;
};
const withGroup = (flow: Flow, steps: string[]): Flow => ({
  ...flow,
  layout: { ...flow.layout, groups: [{ id: 'g', title: 'Read', steps, colour: 'plain' }] },
});
const mapper = (id: string, change: Partial<Step> = {}): Step =>
  aStep(id, 'mapper/make-message', change);
const filter = (id: string): Step =>
  aStep(id, 'filter/only-if', {
    slots: { condition: { left: ref('find', 'newsletter'), is: 'is-yes' } },
  });

describe('checkFlow', () => {
  it('finds nothing to do in the reference flow', () => {
    expect(codes(referenceFlow())).toEqual([]);
  });

  it('asks for a first step', () => {
    expect(codes(aFlow())).toEqual(['flow.no-steps']);
  });

  it('wants a first step that can start: reading or called, not writing or filtering', () => {
    expect(codes(aFlow({ steps: [addSubscriber(undefined)] }))).toContain(
      'flow.first-cannot-start',
    );
    expect(codes(aFlow({ steps: [aStep('m', 'filter/only-if')] }))).toContain(
      'flow.first-cannot-start',
    );
    expect(codes(aFlow({ steps: [findCustomers()] }))).toEqual([]);
  });

  it('holds the start against the first step, and offers those that fit', () => {
    const called = aFlow({ steps: [aStep('hook', 'webhook/receive')] });
    expect(find(called, 'flow.start-does-not-fit-manual').fixes.map(({ code }) => code)).toEqual([
      'flow.fix-start-webhook',
    ]);
    expect(fixed(called, 'flow.start-does-not-fit-manual').start).toEqual({ kind: 'webhook' });
    const polled = aFlow({ steps: [findCustomers()], start: { kind: 'webhook' } });
    expect(find(polled, 'flow.start-does-not-fit-webhook').fixes.map(({ code }) => code)).toEqual([
      'flow.fix-start-manual',
      'flow.fix-start-schedule',
      'flow.fix-start-poll',
    ]);
  });

  it('asks for the list that a step takes apart by its name, and offers those of earlier steps', () => {
    const flow = aFlow({ steps: [findCustomers(), aStep('each', 'for-each/each-entry')] });
    const problem = find(flow, 'mapping.required-unbound');
    expect(sayWording(problem)).toBe('Fill in “List”: it is needed.');
    expect(problem.fixes.map(({ params }) => params)).toEqual([
      { source: 'E-mails', step: 'find' },
      { source: 'Tags', step: 'find' },
    ]);
    expect(codes(fixed(flow, 'mapping.required-unbound'))).toEqual([]);
  });

  it('sees a step that nothing leads to, and connects it', () => {
    const flow = { ...referenceFlow(), edges: [] };
    expect(codes(flow)).toContain('flow.not-connected');
    expect(codes(fixed(flow, 'flow.not-connected'))).toEqual([]);
  });

  it('lets nothing lead to a step that only starts flows', () => {
    const flow = aFlow({ steps: [findCustomers(), aStep('hook', 'webhook/receive')] });
    expect(codes(fixed(flow, 'flow.edge-into-start'))).not.toContain('flow.edge-into-start');
  });

  it('says what is unknown: component, operation, or that none is chosen', () => {
    const first = (change: Partial<Step>): string[] =>
      codes(aFlow({ steps: [{ ...findCustomers(), ...change }] }));
    expect(first({ component: 'catalog:gone' })).toEqual(['flow.component-unknown']);
    expect(first({ operation: 'gone' })).toEqual(['flow.operation-unknown']);
    expect(first({ operation: '' })).toEqual(['flow.operation-not-chosen']);
    expect(first({ componentVersion: '1.10.0' })).toEqual(['flow.component-newer']);
    expect(first({ componentVersion: '0.9.0' })).toEqual([]);
  });

  it('asks for a credential, and offers one of the flow', () => {
    const { credential: _none, ...step } = findCustomers();
    const flow = aFlow({ steps: [step] });
    expect(find(flow, 'flow.credential-missing')).toMatchObject({
      step: 'find',
      path: ['credential'],
    });
    expect(codes(fixed(flow, 'flow.credential-missing'))).toEqual([]);
  });

  it('does not take the credential of another component, though its type has the same name', () => {
    const step = aStep('rest', 'rest/request', { credential: 'newsletter-key' });
    expect(find(aFlow({ steps: [step] }), 'flow.credential-unknown')).toMatchObject({
      step: 'rest',
    });
  });

  it('holds settings against their schema; what has a default need not be set', () => {
    const rest = (settings: Step['settings']): FlowProblem[] =>
      [...problemsOf(aFlow({ steps: [aStep('rest', 'rest/request', { settings })] }))].filter(
        ({ path }) => path[0] === 'settings',
      );
    expect(rest({}).map(({ path }) => path)).toEqual([['settings', 'address']]);
    expect(rest({ address: 'https://api.example.com/x' })).toEqual([]);
    expect(
      rest({ address: 'https://api.example.com/x', method: 'FLY' }).map(({ path }) => path),
    ).toEqual([['settings', 'method']]);
  });

  it('gives each slot its problems with their place, and fixes that mend them', () => {
    const flow = aFlow({
      steps: [
        findCustomers(),
        addSubscriber(
          group({
            email: ref('find', 'emails', 'address'),
            firstName: ref('find', 'firstName'),
            lastName: ref('find', 'lastName'),
          }),
        ),
      ],
    });
    const problem = find(flow, 'mapping.list-needs-choice');
    expect(problem).toMatchObject({
      step: 'add',
      slot: 'input',
      path: ['slots', 'input', 'email'],
    });
    expect(codes(fixed(flow, 'mapping.list-needs-choice'))).not.toContain(
      'mapping.list-needs-choice',
    );
    expect(
      problemsOf(aFlow({ steps: [findCustomers(), addSubscriber(undefined)] }))
        .filter(({ slot }) => slot === 'input')
        .map(({ path }) => path.at(-1)),
    ).toEqual(['email', 'firstName', 'lastName']);
  });

  it('proposes a field of the same name for what is not filled', () => {
    const flow = aFlow({ steps: [findCustomers(), addSubscriber(undefined)] });
    const problem = problemsOf(flow).find(({ path }) => path.at(-1) === 'firstName');
    expect(problem?.fixes[0]?.operation).toEqual({
      type: 'step.set-field',
      step: 'add',
      slot: 'input',
      path: ['firstName'],
      binding: ref('find', 'firstName'),
    });
  });

  it('marks a mapping from a step that is not before this one', () => {
    const flow = aFlow({
      steps: [
        findCustomers(),
        findCustomers('later'),
        addSubscriber(
          group({
            email: ref('later', 'id'),
            firstName: ref('find', 'firstName'),
            lastName: ref('find', 'lastName'),
          }),
        ),
      ],
      edges: [anEdge('find', 'add'), anEdge('find', 'later')],
    });
    expect(codes(flow)).toContain('mapping.unknown-source');
  });

  it('asks what comes out of a mapper, and offers what the next step needs', () => {
    const flow = aFlow({
      steps: [
        findCustomers(),
        mapper('make'),
        addSubscriber(group({ email: ref('make', 'email') })),
      ],
    });
    expect(find(flow, 'flow.shape-unknown').fixes.map((fix) => sayWording(fix))).toEqual([
      'The same as “add” needs',
    ]);
    const shaped = fixed(flow, 'flow.shape-unknown');
    expect(Object.keys(outputSchemaOf(shaped, catalog, 'make')?.properties ?? {})).toContain(
      'firstName',
    );
  });

  it('says nothing about mappings of a step that is switched off', () => {
    const flow = aFlow({
      steps: [findCustomers(), addSubscriber(undefined, 'add', { disabled: true })],
    });
    expect(problemsOf(flow).map(({ code, severity }) => [code, severity])).toEqual([
      ['flow.step-off', 'hint'],
    ]);
  });

  it('keeps a slot that another operation left behind, and offers to take it out', () => {
    const flow = aFlow({
      steps: [findCustomers('find', { slots: { older: { kind: 'literal', value: 1 } } })],
    });
    expect(codes(flow)).toEqual(['flow.slot-unused']);
    expect(codes(fixed(flow, 'flow.slot-unused'))).toEqual([]);
  });

  it('tells of a group whose steps are gone, and takes it out', () => {
    const flow = withGroup(referenceFlow(), []);
    expect(codes(flow)).toEqual(['flow.group-empty']);
    expect(fixed(flow, 'flow.group-empty').layout.groups).toEqual([]);
    expect(codes(withGroup(referenceFlow(), ['find']))).toEqual([]);
  });

  it('says each problem and fix in words', () => {
    const flows: Flow[] = [
      withGroup(referenceFlow(), []),
      aFlow(),
      aFlow({ steps: [addSubscriber(undefined)] }),
      aFlow({
        steps: [
          { ...findCustomers(), operation: '' },
          { ...findCustomers('b'), component: 'x:y' },
          { ...findCustomers('c'), operation: 'x' },
        ],
      }),
      aFlow({ steps: [findCustomers(), mapper('m'), filter('f')], edges: [] }),
      aFlow({ steps: [aStep('a', 'webhook/receive'), aStep('b', 'webhook/receive')], edges: [] }),
      ...(['schedule', 'poll', 'manual'] as const).map((kind) =>
        aFlow({
          steps: [aStep('a', 'webhook/receive'), addSubscriber(undefined)],
          start:
            kind === 'schedule'
              ? { kind, cron: '0 * * * *', timeZone: 'UTC' }
              : kind === 'poll'
                ? { kind, everySeconds: 60 }
                : { kind },
        }),
      ),
      aFlow({
        steps: [findCustomers('find', { componentVersion: '9.0.0', disabled: true })],
        start: { kind: 'webhook' },
      }),
      aFlow({
        steps: [findCustomers('find', { componentVersion: '9.0.0', credential: 'newsletter-key' })],
      }),
    ];
    const sentences = flows.flatMap((flow) =>
      problemsOf(flow).flatMap((problem) =>
        [problem, ...problem.fixes].map((each) => `${each.code}: ${sayWording(each)}`),
      ),
    );
    expect(sentences.length).toBeGreaterThan(20);
    expect(
      sentences.filter(
        (sentence) =>
          sentence.includes('not as it should be') ||
          sentence.includes('{{') ||
          sentence.includes('undefined'),
      ),
    ).toEqual([]);
  });
});

describe('a flow of 1,000 steps', () => {
  const names = group({ firstName: ref('find', 'firstName'), lastName: ref('find', 'lastName') });
  const steps = [
    findCustomers(),
    ...Array.from({ length: 999 }, (_, at) => addSubscriber(names, `add-${String(at)}`)),
  ];
  /** The steps whose problems were worked out anew: those kept are the very same objects. */
  const recheckedBy = (change: Operation): readonly (string | undefined)[] => {
    const flow = aFlow({ steps });
    const before = new Set(checkFlow(flow, catalog));
    const applied = applyOperation(flow, change);
    if (!applied.ok) throw new Error(applied.reason.code);
    const after = checkFlow(applied.value.flow, catalog);
    return [...new Set(after.filter((problem) => !before.has(problem)).map(({ step }) => step))];
  };

  it('checks only the edited step again', () => {
    const change: Operation = {
      type: 'step.set-slot',
      step: 'add-500',
      slot: 'input',
      content: group({}),
    };
    expect(recheckedBy(change)).toEqual(['add-500']);
    expect(recheckedBy({ type: 'step.move', positions: { 'add-500': { x: 0, y: 0 } } })).toEqual(
      [],
    );
  });

  it('checks the steps near a renamed one again, because their fixes name it', () => {
    const renamed = recheckedBy({ type: 'step.rename', step: 'add-500', name: 'Other' });
    expect(renamed).toEqual(
      ['add-501', 'add-502', 'add-503', 'add-504', 'add-505', 'add-506', 'add-500'].sort(),
    );
  });
});
