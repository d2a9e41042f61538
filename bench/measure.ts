/** How often a ratio's two sides take turns; the first turns warm up and are not counted. */
export interface Turns {
  readonly warm: number;
  readonly counted: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('a median of nothing');
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The smallest value that so many hundredths of the values do not exceed. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const found = sorted[Math.max(0, Math.ceil((sorted.length * hundredths) / 100) - 1)];
  if (found === undefined) throw new Error('a percentile of nothing');
  return found;
}

/** Milliseconds of one go. */
export type Timed = () => number | Promise<number>;

export interface SideBySide {
  /** The median of `one / other`, turn by turn: what disturbs the machine disturbs both. */
  readonly ratio: number;
  readonly one: number;
  readonly other: number;
}

/** Two sides in turns, each going first every other time. */
export async function sideBySide(one: Timed, other: Timed, turns: Turns): Promise<SideBySide> {
  const pairs: { one: number; other: number }[] = [];
  for (let turn = -turns.warm; turn < turns.counted; turn++) {
    const first = turn % 2 === 0 ? await one() : undefined;
    const second = await other();
    const pair = { one: first ?? (await one()), other: second };
    if (turn >= 0) pairs.push(pair);
  }
  return {
    ratio: median(pairs.map((pair) => pair.one / pair.other)),
    one: median(pairs.map((pair) => pair.one)),
    other: median(pairs.map((pair) => pair.other)),
  };
}

/** How long something takes, in milliseconds. */
export async function timed(act: () => void | Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}
