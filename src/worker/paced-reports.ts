/**
 * How the page takes reports: not more often than a person can see.
 *
 * 1. The first ones of a run wait 40 ms, so that a run that is over by then is drawn once; later ones come every 50 ms at most.
 * 2. What a person waits for (held, finished) is taken at once, with all that came before it.
 * 3. A batch is acknowledged when it is taken: a page that is slow hears less often.
 */
import type { EventBatch } from './event-outbox.ts';

const firstMs = 40;
const betweenMs = 50;

interface Waiting {
  /** In order; empty: all of it is taken. */
  batches: EventBatch[];
  takenAt: number | undefined;
  isPlanned: boolean;
}

/** `take` gets the events of all that waited, by the number of the last batch. */
export function pacedReports(
  take: (batch: EventBatch) => void,
  wait: (ms: number) => Promise<void>,
  now: () => number,
): (batch: EventBatch) => void {
  const runs = new Map<string, Waiting>();

  function hand(runId: string, waiting: Waiting): void {
    const { batches } = waiting;
    const last = batches.at(-1);
    if (last === undefined) return;
    waiting.batches = [];
    waiting.takenAt = now();
    const events = batches.flatMap((batch) => batch.events);
    if (events.at(-1)?.type === 'run.finished') runs.delete(runId);
    take({ runId, number: last.number, events });
  }

  return (batch) => {
    const { runId } = batch;
    const waiting = runs.get(runId) ?? { batches: [], takenAt: undefined, isPlanned: false };
    runs.set(runId, waiting);
    waiting.batches.push(batch);
    if (isAwaited(batch)) return hand(runId, waiting);
    if (waiting.isPlanned) return;
    waiting.isPlanned = true;
    const { takenAt } = waiting;
    const ms = takenAt === undefined ? firstMs : betweenMs - clamp(now() - takenAt);
    void wait(ms).then(() => {
      waiting.isPlanned = false;
      hand(runId, waiting);
    });
  };
}

/** Between 0 and 50: a computer's clock may be set while a run goes on. */
function clamp(ms: number): number {
  return Math.min(betweenMs, Math.max(0, ms));
}

function isAwaited({ events }: EventBatch): boolean {
  const last = events.at(-1)?.type;
  return last === 'run.held' || last === 'run.finished';
}
