import { describe, expect, test } from 'vitest';
import { aFlow, addSubscriber, anEdge, catalog, findCustomers } from '../../flow/testing/a-flow.ts';
import type { Flow } from '../../flow/index.ts';
import type { RunState } from '../../runtime/contract.ts';
import type { Guided } from '../state/guide-store.ts';
import type { Facts } from './conditions.ts';
import { breakAndFix } from './lessons/break-and-fix.ts';
import broken from './lessons/broken-flow.json';
import { firstFlow } from './lessons/first-flow.ts';
import { leftOut, markOf, placeInLesson, selectorsOf } from './place-in-lesson.ts';

type Done = Pick<Guided, 'passed' | 'skipped'>;

const nothingDone: Done = { passed: [], skipped: [] };
const empty = aFlow({ steps: [], edges: [] });
const both = aFlow({
  steps: [findCustomers('a'), addSubscriber(undefined, 'b')],
  edges: [anEdge('a', 'b')],
});

function facts(flow: Flow, more: Partial<Facts> = {}): Facts {
  return {
    catalog,
    flow,
    view: { selectedStep: undefined, tab: 'operation', dialog: undefined },
    shownField: undefined,
    run: { run: undefined, scope: undefined },
    problems: { isKnown: true, isComplete: true, all: [], byStep: {} },
    ...more,
  };
}
const open = (step: string, tab: Facts['view']['tab']): Facts['view'] => ({
  selectedStep: step,
  tab,
  dialog: undefined,
});
const notConnected = (step: string): Facts['problems'] => {
  const problem = {
    code: 'problems.not-connected',
    params: {},
    path: ['credential'],
    severity: 'error',
    fixes: [],
    step,
  } as const;
  return { isKnown: true, isComplete: true, all: [problem], byStep: { [step]: [problem] } };
};
const run = (step: string, counts: object, status = 'done'): Facts['run'] => ({
  scope: { kind: 'flow' },
  run: {
    runId: 'r',
    status: 'done',
    startedAt: 1,
    ...(status === 'done' && { finishedAt: 2 }),
    steps: { [step]: { status, refusals: [], counts: { refused: 0, done: 0, ...counts } } },
  } as unknown as RunState,
});
const stepOf = (now: Facts, done = nothingDone) =>
  firstFlow.steps[placeInLesson(firstFlow, done, now).at]?.id;
const says = (now: Facts, done = nothingDone) => {
  const step = firstFlow.steps[placeInLesson(firstFlow, done, now).at];
  return step && markOf(step, now)?.text;
};

describe('the first flow', () => {
  test('follows what the person does: the step is added, opened, decided', () => {
    expect(says(facts(empty))).toBe('begin-add');
    const undecided = aFlow({ steps: [{ ...findCustomers('a'), operation: '' }], edges: [] });
    expect(says(facts(undecided))).toBe('open-step');
    expect(says(facts(undecided, { view: open('a', 'operation') }))).toBe('begin-what');
    const decided = aFlow({ steps: [findCustomers('a')], edges: [] });
    expect(stepOf(facts(decided, { problems: notConnected('a') }))).toBe('connect-begin');
    expect(stepOf(facts(decided))).toBe('goal');
  });

  test('goes by the place of a step, whichever service it is of', () => {
    const other = aFlow({ steps: [addSubscriber(undefined, 'x')], edges: [] });
    expect(stepOf(facts(other, { problems: notConnected('x') }))).toBe('connect-begin');
  });

  test('leads back to where a step that was deleted is added', () => {
    expect(stepOf(facts(both, { problems: notConnected('b') }))).toBe('connect-goal');
    expect(stepOf(facts(empty))).toBe('begin');
  });

  test('sees that nothing leads to the second step', () => {
    expect(says(facts({ ...both, edges: [] }))).toBe('goal-join');
  });

  test('asks for a goal until a step changes something', () => {
    const reads = aFlow({
      steps: [findCustomers('a'), findCustomers('c')],
      edges: [anEdge('a', 'c')],
    });
    expect(says(facts(reads))).toBe('goal-add');
    const all = { ...reads, steps: [...reads.steps, addSubscriber(undefined, 'b')] };
    expect(says(facts(all))).toBe('goal-join');
  });

  test('goes on behind what was skipped', () => {
    const skipped = { passed: [], skipped: ['begin', 'connect-begin'] };
    expect(stepOf(facts(empty), skipped)).toBe('goal');
  });

  test('knows at its end what was only passed over', () => {
    const skipped = firstFlow.steps.map(({ id }) => id);
    const left = (now: Facts, passed: readonly string[] = []) =>
      leftOut(firstFlow, { passed, skipped }, now).map(({ id }) => id);
    expect(left(facts(empty))).toEqual(skipped);
    expect(left(facts(both))).toEqual(['fill', 'try']);
    expect(left(facts(both), ['try'])).toEqual(['fill']);
  });

  test('remembers a test that ended, also when the next one begins', () => {
    const done = { passed: [], skipped: ['fill'] };
    const ended = placeInLesson(firstFlow, done, facts(both, { run: run('b', { done: 5 }) }));
    expect(ended).toEqual({ at: firstFlow.steps.length, passed: ['try'] });
    const again = { ...done, passed: ended.passed };
    expect(placeInLesson(firstFlow, again, facts(both)).at).toBe(firstFlow.steps.length);
  });

  test('asks what the run asks: a test, a yes, an answer to a refusal', () => {
    const tried = { passed: [], skipped: ['fill'] };
    expect(says(facts(both), tried)).toBe('try-test');
    expect(says(facts(both, { run: run('b', {}, 'held') }), tried)).toBe('try-send');
    expect(says(facts(both, { run: run('b', { refused: 1 }, 'halted') }), tried)).toBe(
      'try-answer',
    );
  });
});

test('the lesson is over when the field was mended and a test was accepted', () => {
  const flow = broken as unknown as Flow;
  const refused = facts(flow, { run: run('change', { refused: 1, done: 4 }) });
  const atReason = placeInLesson(breakAndFix, nothingDone, refused);
  expect(breakAndFix.steps[atReason.at]?.id).toBe('reason');
  const seen = facts(flow, {
    run: refused.run,
    view: open('change', 'mapping'),
    shownField: { step: 'change', field: ['phone'] },
  });
  expect(
    breakAndFix.steps[
      placeInLesson(breakAndFix, { ...nothingDone, passed: atReason.passed }, seen).at
    ]?.id,
  ).toBe('mend');
  const mended = JSON.parse(
    JSON.stringify(flow).replace(',{"kind":"ref","from":"customers","path":["notes"]}', ''),
  ) as Flow;
  const passed = { passed: ['run', 'reason'], skipped: [] };
  const again = placeInLesson(breakAndFix, passed, facts(mended, { run: refused.run }));
  expect(breakAndFix.steps[again.at]?.id).toBe('again');
  const accepted = facts(mended, { run: run('change', { done: 5 }) });
  expect(placeInLesson(breakAndFix, passed, accepted).at).toBe(breakAndFix.steps.length);
});

test('a control of a step that is not there is not looked for', () => {
  const mark = { text: 'open-step', at: ['[data-step-button="{1}"]', '[data-x]'] } as const;
  expect(selectorsOf(mark, facts(empty))).toEqual(['[data-x]']);
  expect(selectorsOf(mark, facts(both))).toEqual(['[data-step-button="b"]', '[data-x]']);
});
