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
  let places: Map<string, number> | undefined;
  const placeOfExactly = (id: string): number | undefined => {
    places ??= new Map(ids.map((each, at) => [each, at]).toReversed() as [string, number][]);
    return places.get(id);
  };
  return {
    placeOf(id) {
      for (let end = id.length; end > 0; end = lastMark(id, end - 1)) {
        const at = placeOfExactly(id.slice(0, end));
        if (at !== undefined) return at;
      }
      const under = ids.findIndex((other) => other.startsWith(`${id}.`));
      return under < 0 ? undefined : under;
    },
    placesUnder: (id) => ids.flatMap((other, at) => (other.startsWith(`${id}.`) ? [at] : [])),
  };
}

function lastMark(id: string, before: number): number {
  return Math.max(id.lastIndexOf('.', before), id.lastIndexOf('@', before));
}
