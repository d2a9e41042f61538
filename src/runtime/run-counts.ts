import type { MessageRecord, RecordFilter } from './message-record.ts';
import type { Counts } from './run-event.ts';

export const noCounts: Counts = {
  in: 0,
  done: 0,
  refused: 0,
  dropped: 0,
  held: 0,
  cancelled: 0,
  out: 0,
};
export const refusalsKept = 50;

/** Messages that have come to a step and are not yet worked on. */
export function waitingIn(counts: Counts): number {
  const { in: came, done, refused, dropped, held, cancelled } = counts;
  return came - done - refused - dropped - held - cancelled;
}

export function isAmong(record: MessageRecord, filter: RecordFilter): boolean {
  return 'way' in filter
    ? record.ports?.includes(filter.way) === true
    : record.state === filter.state;
}
