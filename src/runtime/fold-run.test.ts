import { describe, expect, it } from 'vitest';
import { foldRun } from './fold-run.ts';
import { refusalsKept } from './run-counts.ts';
import type { RunState } from './run-state.ts';
import type { Counts, RunEvent } from './run-event.ts';
import type { Failure } from './failure.ts';

const failure: Failure = { kind: 'terminal', code: 'service.refused', params: {}, fields: [] };
const counts: Counts = { in: 2, done: 1, refused: 1, dropped: 0, held: 0, cancelled: 0, out: 1 };
const started: RunEvent = { type: 'run.started', runId: 'r', at: 10, steps: ['read', 'send'] };

const after = (...events: readonly RunEvent[]): RunState | undefined =>
  [started, ...events].reduce<RunState | undefined>(foldRun, undefined);

describe('the state of a run', () => {
  it('begins with every step waiting', () => {
    expect(after()).toMatchObject({
      runId: 'r',
      status: 'running',
      startedAt: 10,
      steps: { read: { status: 'waiting' }, send: { status: 'waiting' } },
    });
  });

  it('follows a step from its start over its counts to its end', () => {
    const state = after(
      { type: 'step.started', step: 'send', at: 11 },
      { type: 'step.counted', step: 'send', counts: { ...counts, in: 1 } },
      { type: 'step.finished', step: 'send', at: 15, status: 'failed', counts, failure },
      { type: 'run.finished', at: 16, status: 'failed', failure },
    );
    expect(state).toMatchObject({ status: 'failed', finishedAt: 16, failure });
    expect(state?.steps['send']).toEqual({
      status: 'failed',
      counts,
      startedAt: 11,
      finishedAt: 15,
      failure,
      refusals: [],
    });
  });

  it('is held while writes wait for the person, and runs again afterwards', () => {
    const held: RunEvent[] = [
      { type: 'step.held', step: 'send', effect: 'delete', count: 2 },
      { type: 'run.held', at: 12, steps: ['send'] },
    ];
    expect(after(...held)).toMatchObject({
      status: 'held',
      steps: { send: { status: 'held', heldEffect: 'delete' } },
    });
    expect(after(...held, { type: 'run.resumed', at: 13 })).toMatchObject({
      status: 'running',
      steps: { send: { status: 'running' } },
    });
  });

  it('knows how long it stood still for the person: that is no work', () => {
    const state = after(
      { type: 'step.started', step: 'send', at: 12 },
      { type: 'step.held', step: 'send', effect: 'write', count: 2 },
      { type: 'run.held', at: 12, steps: ['send'] },
      { type: 'run.resumed', at: 1_000 },
      { type: 'step.finished', step: 'send', at: 1_005, status: 'done', counts },
      { type: 'run.finished', at: 1_006, status: 'done' },
    );
    expect(state?.steps['send']).toMatchObject({ startedAt: 12, stoodStillMs: 988 });
    expect(state).toMatchObject({ stoodStillMs: 988 });
    expect(state?.stillSince).toBeUndefined();
  });

  it('stands still at a refusal until the person has decided', () => {
    const halted: RunEvent[] = [
      { type: 'step.halted', step: 'send', failure },
      { type: 'run.held', at: 12, steps: ['send'] },
    ];
    expect(after(...halted)).toMatchObject({
      status: 'held',
      steps: { send: { status: 'halted' } },
    });
    expect(after(...halted, { type: 'run.resumed', at: 13 })?.steps['send']).toMatchObject({
      status: 'running',
      wentOn: true,
    });
  });

  it('knows to whom a step sends instead, until the person takes it back', () => {
    const to = (own: { email?: string }): RunEvent => ({
      type: 'step.readdressed',
      step: 'send',
      to: own,
    });
    const mine = { email: 'me@example.org' };
    expect(after(to(mine))?.steps['send']?.sendsTo).toEqual(mine);
    expect(after(to(mine), to({}))?.steps['send']?.sendsTo).toBeUndefined();
  });

  it('lists the first fifty refusals', () => {
    const refusals = Array.from({ length: 60 }, (_, index): RunEvent => ({
      type: 'message.refused',
      step: 'send',
      message: String(index),
      index,
      failure,
    }));
    const listed = after(...refusals)?.steps['send']?.refusals;
    expect(listed).toHaveLength(50);
    expect(refusalsKept).toBe(50);
    expect(listed?.at(-1)).toEqual({ message: '49', index: 49, failure });
  });

  it('ignores reports before the start and of steps that were not announced', () => {
    expect(foldRun(undefined, { type: 'run.resumed', at: 1 })).toBeUndefined();
    expect(after({ type: 'step.started', step: 'toString', at: 11 })).toEqual(after());
  });

  it('begins anew with the next run', () => {
    const state = after({ type: 'run.finished', at: 11, status: 'cancelled' });
    expect(foldRun(state, { ...started, runId: 'r2' })).toMatchObject({
      runId: 'r2',
      status: 'running',
    });
  });
});
