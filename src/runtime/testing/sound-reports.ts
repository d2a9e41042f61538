import { expect } from 'vitest';
import type { RunEvent } from '../run-event.ts';

/**
 * What holds for the reports of any run that is over (R5, R6): it begins and ends once, times never go back, only announced
 * steps report, each ends once, and every message is in exactly one count.
 */
export function expectSound(events: readonly RunEvent[]): void {
  const [first] = events;
  if (first?.type !== 'run.started') throw new Error('the first report is not that the run began');
  expect(events.filter(({ type }) => type === 'run.started')).toHaveLength(1);
  expect(events.at(-1)?.type).toBe('run.finished');
  expect(events.filter(({ type }) => type === 'run.finished')).toHaveLength(1);
  const times = events.flatMap((event) => ('at' in event ? [event.at] : []));
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  const announced = new Set(first.steps);
  expect(events.filter((event) => 'step' in event && !announced.has(event.step))).toEqual([]);
  for (const step of announced) expectEnded(events.filter((event) => isOf(event, step)));
}

type StepEvent = Extract<RunEvent, { readonly step: string }>;

function isOf(event: RunEvent, step: string): event is StepEvent {
  return 'step' in event && event.step === step;
}

function expectEnded(events: readonly StepEvent[]): void {
  expect(events.filter(({ type }) => type === 'step.finished')).toHaveLength(1);
  const end = events.at(-1);
  if (end?.type !== 'step.finished')
    throw new Error(`a step reports after its end: ${String(end?.type)}`);
  expect(events[0]?.type).toBe(end.status === 'not-reached' ? 'step.finished' : 'step.started');
  const { in: came, done, refused, dropped, held, cancelled } = end.counts;
  expect(done + refused + dropped + held + cancelled).toBe(came);
  if (end.status === 'not-reached') expect(came).toBe(0);
}
