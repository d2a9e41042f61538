import type { MessageRecord } from '../runtime/contract.ts';
import { sizeOf } from '../shared/index.ts';
import type { KeptOfStep } from './rows.ts';

/** The records of a step that its host still has, in their order, and how many the step had. */
export interface RecordsOfStep {
  readonly step: string;
  readonly total: number;
  readonly records: readonly MessageRecord[];
}

export interface PickedRecords {
  readonly step: string;
  readonly records: readonly MessageRecord[];
  readonly kept: KeptOfStep;
}

/**
 * What of a run is kept where not all of it may be: of every step the first and the last messages, as many as fit. Steps
 * take turns, so that a step with big messages does not push the others out.
 */
export function pickRecords(
  steps: readonly RecordsOfStep[],
  limit: number,
): { readonly picked: readonly PickedRecords[]; readonly size: number } {
  const taken = steps.map(() => new Set<MessageRecord>());
  const longest = Math.max(0, ...steps.map(({ records }) => records.length));
  let size = 0;
  for (let turn = 0; turn < longest; turn++) {
    for (const [at, { records }] of steps.entries()) {
      const record = records[placeOfTurn(turn, records.length)];
      if (record === undefined) continue;
      const more = sizeOf(record);
      if (size + more > limit) continue;
      size += more;
      taken[at]?.add(record);
    }
  }
  const picked = steps.map(({ step, total, records }, at) => {
    const left = records.filter((record) => taken[at]?.has(record));
    const gap = left.findIndex(({ index }, place) => index !== place);
    return {
      step,
      records: left,
      kept: {
        total,
        count: left.length,
        first: gap < 0 ? left.length : gap,
        indexes: left.map(({ index }) => index),
      },
    };
  });
  return { picked, size };
}

/** The first one, the last one, the second one, the last but one, and so on; -1 past the end. */
function placeOfTurn(turn: number, count: number): number {
  if (turn >= count) return -1;
  return turn % 2 === 0 ? turn / 2 : count - (turn + 1) / 2;
}
