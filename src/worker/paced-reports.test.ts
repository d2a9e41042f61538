import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../runtime/contract.ts';
import { fakeClock } from '../runtime/testing/index.ts';
import type { EventBatch } from './event-outbox.ts';
import { pacedReports } from './paced-reports.ts';

const started: RunEvent = { type: 'run.started', runId: 'r', at: 0, steps: ['a', 'b'] };
const begun = (step: string): RunEvent => ({ type: 'step.started', step, at: 0 });
const finished: RunEvent = { type: 'run.finished', at: 1, status: 'done' };

function aPage() {
  const clock = fakeClock();
  const taken: EventBatch[] = [];
  const report = pacedReports((batch) => taken.push(batch), clock.sleep, clock.now);
  let number = 0;
  return {
    clock,
    taken,
    report: (...events: RunEvent[]) => {
      report({ runId: 'r', number: ++number, events });
    },
  };
}

describe('reports as the page takes them', () => {
  it('takes the first ones together after 40 ms', async () => {
    const { clock, taken, report } = aPage();
    report(started);
    report(begun('a'));
    await clock.advance(39);
    expect(taken).toEqual([]);
    await clock.advance(1);
    expect(taken).toEqual([{ runId: 'r', number: 2, events: [started, begun('a')] }]);
  });

  it('takes a run that is over by then as one report', async () => {
    const { clock, taken, report } = aPage();
    report(started);
    report(begun('a'));
    report(finished);
    await clock.advance(1_000);
    expect(taken).toEqual([{ runId: 'r', number: 3, events: [started, begun('a'), finished] }]);
  });

  it('R6 takes at most 20 a second of steps that begin one after the other, in order and none twice', async () => {
    const { clock, taken, report } = aPage();
    report(started);
    const steps = Array.from({ length: 1_000 }, (_, at) => begun(String(at)));
    for (const step of steps) {
      report(step);
      await clock.advance(1);
    }
    expect(taken.length).toBeLessThanOrEqual(21);
    expect(taken.length).toBeGreaterThanOrEqual(19);
    report(finished);
    expect(taken.flatMap(({ events }) => events)).toEqual([started, ...steps, finished]);
  });
});
