import { describe, expect, it } from 'vitest';
import { noCounts } from './run-counts.ts';
import type { RunState } from './run-state.ts';
import type { Counts, StepStatus } from './run-event.ts';
import { markOf, stepRows, stepToInspect, summarise, toDuration } from './run-summary.ts';

const edges = [{ id: 'e', from: 'find', fromPort: 'out', to: 'add', toPort: 'in' }];
const steps = ['find', 'add'].map((id) => ({
  id,
  name: id === 'find' ? 'CRM' : 'Newsletter',
  component: `catalog:${id}`,
  componentVersion: '1.0.0',
  operation: id,
  settings: {},
  slots: {},
}));
const flow = { steps, edges };

function aRun(of: Record<string, [StepStatus, Partial<Counts>]>): RunState {
  return {
    runId: 'r',
    status: 'done',
    startedAt: 1_000,
    finishedAt: 2_200,
    steps: Object.fromEntries(
      Object.entries(of).map(([id, [status, counts]]) => [
        id,
        { status, counts: { ...noCounts, ...counts }, refusals: [] },
      ]),
    ),
  };
}

function never(): never {
  throw new Error('the step is there');
}

describe('the run in one line', () => {
  it('counts what the first step gave, what came through the last one, and every refusal', () => {
    const run = aRun({
      find: ['done', { in: 1, done: 1, out: 500 }],
      add: ['done', { in: 500, done: 498, refused: 2, out: 498 }],
    });
    expect(summarise(run, flow, 9_999)).toEqual({
      parts: [
        { what: 'in', count: 500 },
        { what: 'done', count: 498 },
        { what: 'refused', count: 2 },
      ],
      ms: 1_200,
    });
  });

  it('does not count what the first step told its error branch as passed on', () => {
    const counts = { in: 1, done: 0, refused: 1, out: 5, byPort: { out: 4, error: 1 } };
    const run = aRun({ find: ['done', counts], add: ['done', { in: 4, done: 4 }] });
    expect(summarise(run, flow, 9_999).parts[0]).toEqual({ what: 'in', count: 4 });
    const { find } = run.steps;
    expect(summarise({ ...run, steps: { find: find ?? never() } }, flow, 9_999).parts[0]).toEqual({
      what: 'found',
      count: 4,
    });
  });

  it('counts at the step itself when only one later step ran', () => {
    const { finishedAt: _over, ...run } = aRun({ add: ['held', { in: 5, held: 5 }] });
    expect(summarise(run, flow, 9_999).parts).toEqual([
      { what: 'in', count: 5 },
      { what: 'done', count: 0 },
      { what: 'held', count: 5 },
    ]);
  });

  it('says of a run that is over that what was held is not sent', () => {
    const run = aRun({ find: ['done', { out: 5 }], add: ['done', { in: 5, held: 5 }] });
    expect(summarise(run, flow, 9_999).parts).toEqual([
      { what: 'in', count: 5 },
      { what: 'done', count: 0 },
      { what: 'not-sent', count: 5 },
    ]);
  });

  it('says what was found when only the first step ran', () => {
    const run = aRun({ find: ['done', { in: 1, done: 1, out: 7 }] });
    expect(summarise(run, flow, 9_999).parts).toEqual([{ what: 'found', count: 7 }]);
  });

  it('takes the time until now while the run goes on', () => {
    const { finishedAt: _over, ...going } = aRun({ find: ['running', {}] });
    expect(summarise(going, flow, 4_000).ms).toBe(3_000);
  });
});

describe('the list of steps', () => {
  it('leaves out counts of nothing and steps that are not in the run', () => {
    const run = aRun({ add: ['done', { in: 3, done: 2, refused: 1 }] });
    expect(stepRows(run, flow)).toEqual([
      {
        id: 'add',
        number: 2,
        name: 'Newsletter',
        component: 'catalog:add',
        status: 'done',
        parts: [
          { what: 'done', count: 2 },
          { what: 'refused', count: 1 },
        ],
        ms: undefined,
      },
    ]);
  });

  it('opens the step that waits for a decision before the one that refused', () => {
    const run = aRun({ find: ['done', { in: 1, refused: 1 }], add: ['held', { held: 2 }] });
    expect(stepToInspect(run, flow)).toBe('add');
  });

  it('opens the step where a refusal stopped the flow before the one that holds writes', () => {
    const run = aRun({ find: ['held', { held: 1 }], add: ['halted', { in: 2, refused: 1 }] });
    expect(stepToInspect(run, flow)).toBe('add');
  });

  it('opens the last step that had messages when all went well', () => {
    const run = aRun({ find: ['done', { in: 1, out: 0 }], add: ['not-reached', {}] });
    expect(stepToInspect(run, flow)).toBe('find');
  });
});

it('tells seconds in tenths and longer times in minutes', () => {
  expect(toDuration(1_249)).toEqual({ minutes: 0, seconds: 1.2 });
  expect(toDuration(125_400)).toEqual({ minutes: 2, seconds: 5 });
});

it('counts of a stopped run only messages, not the start that was stopped', () => {
  const run = aRun({
    find: ['cancelled', { in: 1, out: 5, cancelled: 1 }],
    add: ['cancelled', { in: 5, done: 2, cancelled: 3 }],
  });
  expect(summarise(run, flow, 0).parts).toEqual([
    { what: 'in', count: 5 },
    { what: 'done', count: 2 },
    { what: 'cancelled', count: 3 },
  ]);
});

describe('the sign of a step or a run', () => {
  it('tells what got through in part from what was refused altogether', () => {
    const refused = { what: 'refused', count: 2 } as const;
    expect(markOf('done', [{ what: 'done', count: 3 }])).toBe('done');
    expect(markOf('done', [{ what: 'done', count: 3 }, refused])).toBe('done-in-part');
    expect(markOf('done', [refused])).toBe('refused');
    expect(markOf('held', [refused])).toBe('held');
    const notSent = { what: 'not-sent', count: 2 } as const;
    expect(markOf('done', [{ what: 'done', count: 0 }, notSent])).toBe('not-sent');
    expect(markOf('done', [{ what: 'done', count: 3 }, notSent])).toBe('done-in-part');
  });
});
