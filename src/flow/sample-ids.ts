import type { Json } from '../shared/index.ts';

/**
 * What belongs together among samples, by the ids under which messages left: `0.3` is the fourth entry that `0` gave.
 * A copy that came by one of several ways says so behind an `@`.
 */
export interface SampleIds {
  /** The place of the message itself, of the one it came from, or of the first that came from it. */
  placeOf(id: string): number | undefined;
  /** The places of all that came from it. */
  placesUnder(id: string): readonly number[];
}

export function sampleIds(ids: readonly string[]): SampleIds {
  let places: Places | undefined;
  return {
    placeOf(id) {
      const { of, under } = (places ??= placesOf(ids));
      for (let end = id.length; end > 0; end = lastMark(id, end - 1)) {
        const at = of.get(id.slice(0, end));
        if (at !== undefined) return at;
      }
      return under.get(id)?.[0];
    },
    placesUnder: (id) => (places ??= placesOf(ids)).under.get(id) ?? [],
  };
}

/** The sample at a place; of a step with fewer (one customer, many orders) the first. `null` is a sample like any other. */
export function sampleAt(samples: readonly Json[], place = 0): Json | undefined {
  return samples[place < samples.length ? place : 0];
}

interface Places {
  /** The first of each id. */
  readonly of: ReadonlyMap<string, number>;
  /** Of each id that others came from, in their order. */
  readonly under: ReadonlyMap<string, readonly number[]>;
}

/** All of it at once: a run that begins with these samples asks for each message and for each step that it reads. */
function placesOf(ids: readonly string[]): Places {
  const of = new Map<string, number>();
  const under = new Map<string, number[]>();
  for (const [at, id] of ids.entries()) {
    if (!of.has(id)) of.set(id, at);
    for (let end = id.indexOf('.'); end >= 0; end = id.indexOf('.', end + 1)) {
      const from = id.slice(0, end);
      const known = under.get(from);
      if (known === undefined) under.set(from, [at]);
      else known.push(at);
    }
  }
  return { of, under };
}

function lastMark(id: string, before: number): number {
  return Math.max(id.lastIndexOf('.', before), id.lastIndexOf('@', before));
}
