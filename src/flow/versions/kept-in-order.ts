/** As many of the items as can stay where they are when `before` becomes `after`: the rest is taken out and put in again. */
export function keptInOrder(
  before: readonly string[],
  after: readonly string[],
): ReadonlySet<string> {
  const places = new Map(after.map((item, place) => [item, place]));
  const common = before.flatMap((item) => {
    const place = places.get(item);
    return place === undefined ? [] : [{ item, place }];
  });
  // The longest rising row of places. `ends[n]` is the lowest last place of a row of n + 1.
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, { place }] of common.entries()) {
    const length = firstNotBelow(ends.length, (end) => common[ends[end] ?? 0]?.place ?? 0, place);
    previous[at] = ends[length - 1];
    ends[length] = at;
  }
  const kept = new Set<string>();
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) kept.add(common[at]?.item ?? '');
  return kept;
}

/** Where `value` belongs in a rising row. */
function firstNotBelow(length: number, valueAt: (at: number) => number, value: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
