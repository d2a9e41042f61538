import type { Json } from '../../shared/index.ts';
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
  const places = new Map(
    recorded.flatMap(({ from, ids }) =>
      ids === undefined ? [] : [[from, new Map(ids.map((id, at) => [id, at]))] as const],
    ),
  );
  return {
    count: lead?.messages.length ?? 0,
    at(record) {
      const id = lead?.ids?.[record];
      return Object.fromEntries(
        recorded.flatMap(({ from, messages, ids }) => {
          const at =
            from === lead?.from
              ? record
              : id === undefined || ids === undefined
                ? record
                : Math.max(0, belonging(id, ids, places.get(from)));
          const message = messages[at] ?? messages[0];
          return message === undefined ? [] : [[from, message] as const];
        }),
      );
    },
    of(message) {
      const at = lead?.ids === undefined ? -1 : belonging(message, lead.ids, places.get(lead.from));
      return at < 0 ? undefined : at;
    },
  };
}

/** Ids tell where a message came from: `0.3` is the fourth entry that `0` gave. -1: nothing belongs to it. */
function belonging(
  id: string,
  ids: readonly string[],
  places: ReadonlyMap<string, number> | undefined,
): number {
  for (let end = id.length; end > 0; end = id.lastIndexOf('.', end - 1)) {
    const at = places?.get(id.slice(0, end));
    if (at !== undefined) return at;
  }
  return ids.findIndex((other) => other.startsWith(`${id}.`));
}
