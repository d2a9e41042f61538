import type { Json } from '../../shared/index.ts';
import { sampleAt, sampleIds } from '../../flow/index.ts';
import type { SourceType } from '../../mapping/index.ts';
import type { SampleState } from './sample-store.ts';

/** The recorded samples as the person steps through them: one at a time, of every earlier step the one that belongs to it. */
export interface SampleRecords {
  readonly count: number;
  /** The sample of each recorded step; what has none is absent. */
  at(record: number): Readonly<Record<string, Json>>;
  /** The record that a message came from or became, by its id; undefined where none belongs to it. */
  of(message: string): number | undefined;
}

/**
 * The step with the most samples leads. Of the others belongs, by the ids of the messages: the same message, the one it
 * came from, or the first that came from it; without ids, the one at the same place, else the first (as a test does).
 */
export function recordsOf(
  types: readonly SourceType[],
  byStep: SampleState['byStep'],
): SampleRecords {
  const recorded = types.flatMap(({ from }) => {
    const sample = byStep[from];
    return sample === undefined || sample.messages.length === 0 ? [] : [{ from, ...sample }];
  });
  const lead = recorded.reduce<(typeof recorded)[number] | undefined>(
    (most, one) => (most === undefined || one.messages.length >= most.messages.length ? one : most),
    undefined,
  );
  const known = new Map(
    recorded.flatMap(({ from, ids }) =>
      ids === undefined ? [] : [[from, sampleIds(ids)] as const],
    ),
  );
  return {
    count: lead?.messages.length ?? 0,
    at(record) {
      const id = lead?.ids?.[record];
      return Object.fromEntries(
        recorded.flatMap(({ from, messages }) => {
          const ids = known.get(from);
          const at =
            from === lead?.from || id === undefined || ids === undefined
              ? record
              : (ids.placeOf(id) ?? 0);
          const message = sampleAt(messages, at);
          return message === undefined ? [] : [[from, message] as const];
        }),
      );
    },
    of(message) {
      return lead === undefined ? undefined : known.get(lead.from)?.placeOf(message);
    },
  };
}
