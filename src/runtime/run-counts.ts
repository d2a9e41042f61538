import { errorPort } from '../flow/index.ts';
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
/** As many of the first records of a step are kept, of the last ones, and of its refused ones. */
export const recordsKept = 1_000;
/** Outputs kept in one record for the person to look at; all of them leave. */
export const outputsInRecord = 1_000;
/** As many refusals as a screen lists at once; the rest is asked for by page. */
export const refusalsKept = 50;

/** Messages that have come to a step and are not yet worked on. */
export function waitingIn(counts: Counts): number {
  const { in: came, done, refused, dropped, held, cancelled } = counts;
  return came - done - refused - dropped - held - cancelled;
}

/** Messages that left by a way out; undefined: none, of a step that has several. */
export function leftBy({ byPort, out, refused }: Counts, port: string): number | undefined {
  if (byPort !== undefined) return byPort[port];
  // A run that was kept before errors were counted apart.
  return port === errorPort ? refused : out;
}

/** What a step gave to the next ones; what it tells its error branch is not among it. */
export function passedOn({ byPort, out }: Counts): number {
  return out - (byPort?.[errorPort] ?? 0);
}

export function isAmong(record: MessageRecord, filter: RecordFilter): boolean {
  return 'way' in filter
    ? record.ports?.includes(filter.way) === true
    : record.state === filter.state;
}
