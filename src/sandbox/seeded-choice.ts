/** A small generator of repeatable choices (mulberry32): the same seed gives the same data on every machine. */
export interface SeededChoice {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  of<Entry>(list: readonly Entry[]): Entry;
  /** True in about `share` of the calls. */
  chance(share: number): boolean;
}

export function seededChoice(seed: number): SeededChoice {
  let state = seed >>> 0;

  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  function whole(least: number, most: number): number {
    return least + Math.floor(fraction() * (most - least + 1));
  }

  function of<Entry>(list: readonly Entry[]): Entry {
    const entry = list[whole(0, list.length - 1)];
    if (entry === undefined) throw new Error('A choice needs a list with at least one entry.');
    return entry;
  }

  return { fraction, whole, of, chance: (share) => fraction() < share };
}
