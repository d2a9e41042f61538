import type { Flow } from '../flow/index.ts';
import { noCounts, passedOn } from './run-counts.ts';
import type { RunState, StepRun } from './run-state.ts';
import type { StepStatus } from './run-event.ts';

/** A number of messages and what became of them. */
export interface SummaryPart {
  readonly what:
    | 'in'
    | 'found'
    | 'done'
    | 'refused'
    | 'dropped'
    /** It waits for a person. */
    | 'held'
    /** It waited, and is not sent. */
    | 'not-sent'
    | 'cancelled';
  readonly count: number;
}

export interface RunSummary {
  readonly parts: readonly SummaryPart[];
  readonly ms: number;
}

type Edges = Pick<Flow, 'edges'>;

/**
 * The run in one line. "In" is what the first steps gave to the others, "done" what came through the last steps;
 * refused, left out and held ones are counted wherever they stopped. A run of one step counts at that step.
 */
export function summarise(run: RunState, flow: Edges, now: number): RunSummary {
  const ids = Object.keys(run.steps);
  const first = ids.filter(
    (id) => !flow.edges.some(({ from, to }) => to === id && ids.includes(from)),
  );
  const last = ids.filter(
    (id) => !flow.edges.some(({ from, to }) => from === id && ids.includes(to)),
  );
  const sum = (
    of: readonly string[],
    count: 'in' | 'done' | 'refused' | 'dropped' | 'held' | 'cancelled',
  ) => of.reduce((total, id) => total + (run.steps[id]?.counts[count] ?? 0), 0);
  const isOneStep = ids.length === 1;
  /** A run that begins in the middle of the flow: what came to its first step is what it had. */
  const beginsLater = (id: string) => flow.edges.some(({ to }) => to === id);
  const isStart = isOneStep && !first.some(beginsLater);
  const given = (of: readonly string[]) =>
    of.reduce((total, id) => total + passedOn(run.steps[id]?.counts ?? noCounts), 0);
  const cameIn =
    sum(first.filter(beginsLater), 'in') + given(first.filter((id) => !beginsLater(id)));
  const parts: readonly SummaryPart[] = [
    isStart ? { what: 'found', count: given(first) } : { what: 'in', count: cameIn },
    ...(isStart ? [] : [{ what: 'done', count: sum(last, 'done') } as const]),
    { what: 'refused', count: sum(ids, 'refused') },
    { what: 'dropped', count: sum(ids, 'dropped') },
    { what: run.finishedAt === undefined ? 'held' : 'not-sent', count: sum(ids, 'held') },
    // What a stopped first step was working on is the start itself, no message that anybody gave it.
    {
      what: 'cancelled',
      count: sum(
        isOneStep ? ids : ids.filter((id) => !first.includes(id) || beginsLater(id)),
        'cancelled',
      ),
    },
  ];
  return {
    parts: parts.filter(
      ({ what, count }) => count > 0 || what === 'in' || what === 'found' || what === 'done',
    ),
    ms: workedMs(run, run.stillSince ?? now),
  };
}

/** How long something took, or has taken until now, without the time in which it waited for the person. */
export function workedMs(
  {
    startedAt,
    finishedAt,
    stoodStillMs = 0,
  }: Pick<StepRun, 'startedAt' | 'finishedAt' | 'stoodStillMs'>,
  now: number,
): number {
  return startedAt === undefined ? 0 : Math.max(0, (finishedAt ?? now) - startedAt - stoodStillMs);
}

/** The sign for how something ended: what got through only in part looks the same everywhere. */
export function markOf(
  status: StepStatus,
  parts: readonly SummaryPart[],
): StepStatus | 'done-in-part' | 'refused' | 'not-sent' {
  const count = (of: SummaryPart['what']) => parts.find(({ what }) => what === of)?.count ?? 0;
  if (status !== 'done' || count('refused') + count('not-sent') === 0) return status;
  if (count('done') > 0 || count('found') > 0) return 'done-in-part';
  return count('refused') > 0 ? 'refused' : 'not-sent';
}

/** Time that a person can grasp: tenths of a second below a minute. */
export interface Duration {
  readonly minutes: number;
  readonly seconds: number;
}

export function toDuration(ms: number): Duration {
  if (ms < 60_000) return { minutes: 0, seconds: Math.round(ms / 100) / 10 };
  const seconds = Math.round(ms / 1000);
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
}

/** One line of the list of steps. */
export interface StepRow {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly component: string;
  readonly status: StepStatus;
  readonly parts: readonly SummaryPart[];
  readonly ms: number | undefined;
  /** Answers that nobody gave are in some of its messages. */
  readonly hasInvented?: true;
}

/** The steps of a run in the flow's order. A step that was deleted since is not listed. */
export function stepRows(run: RunState, flow: Pick<Flow, 'steps' | 'edges'>): readonly StepRow[] {
  return flow.steps.flatMap(({ id, name, component }, at) => {
    const step = run.steps[id];
    if (step === undefined) return [];
    const { counts } = step;
    const starts = !flow.edges.some(({ to }) => to === id);
    const parts: readonly SummaryPart[] = [
      starts ? { what: 'found', count: counts.out } : { what: 'done', count: counts.done },
      { what: 'refused', count: counts.refused },
      { what: 'dropped', count: counts.dropped },
      { what: step.finishedAt === undefined ? 'held' : 'not-sent', count: counts.held },
      { what: 'cancelled', count: counts.cancelled },
    ];
    const ms = step.finishedAt === undefined ? undefined : workedMs(step, step.finishedAt);
    return [
      {
        id,
        number: at + 1,
        name,
        component,
        status: step.status,
        parts: parts.filter(({ count }) => count > 0),
        ms,
        ...(step.hasInvented === true && { hasInvented: true }),
      },
    ];
  });
}

/** The step to look at first: where a person has to decide, else where something was refused, else the last one that did something. */
export function stepToInspect(run: RunState, flow: Pick<Flow, 'steps'>): string | undefined {
  const ids = flow.steps.map(({ id }) => id).filter((id) => run.steps[id] !== undefined);
  return (
    ids.find((id) => run.steps[id]?.status === 'halted') ??
    ids.find((id) => run.steps[id]?.status === 'held') ??
    ids.find(
      (id) => (run.steps[id]?.counts.refused ?? 0) > 0 || run.steps[id]?.status === 'failed',
    ) ??
    ids.findLast((id) => (run.steps[id]?.counts.in ?? 0) > 0) ??
    ids[0]
  );
}
