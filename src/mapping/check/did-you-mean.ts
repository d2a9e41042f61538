/** The names nearest to a mistyped one, best first; none when nothing is near. */
export function nearestNames(
  wanted: string,
  names: readonly string[],
  most = 3,
): readonly string[] {
  const small = wanted.toLowerCase();
  const nearest: Near[] = [];
  let limit = Math.max(2, Math.floor(wanted.length / 3));
  for (const name of names) {
    const distance = editDistance(small, name.toLowerCase(), limit);
    if (distance > limit) continue;
    nearest.push({ name, distance });
    if (nearest.length <= most) continue;
    nearest.sort(byDistance).pop();
    // From here on only what is as near as the last of them counts.
    limit = nearest.at(-1)?.distance ?? limit;
  }
  return nearest.sort(byDistance).map(({ name }) => name);
}

interface Near {
  readonly name: string;
  readonly distance: number;
}

function byDistance(left: Near, right: Near): number {
  return left.distance - right.distance || (left.name < right.name ? -1 : 1);
}

/** Letters added, dropped, changed or swapped with their neighbour; anything above `limit` is just "far". */
export function editDistance(one: string, other: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(one.length - other.length) > limit) return far;
  // What both begin and end with costs nothing.
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let ends = [one.length, other.length] as const;
  while (ends[0] > start && ends[1] > start && one[ends[0] - 1] === other[ends[1] - 1])
    ends = [ends[0] - 1, ends[1] - 1];
  const left = one.slice(start, ends[0]);
  const right = other.slice(start, ends[1]);
  if (left === '' || right === '') return Math.min(left.length + right.length, far);
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, at) => Math.min(at, far));
  let leastOfLast = 0;
  for (let row = 1; row <= left.length; row++) {
    const current = new Array<number>(right.length + 1).fill(far);
    current[0] = Math.min(row, far);
    let least = current[0];
    // Letters further apart than the limit are never the same one.
    const end = Math.min(right.length, row + limit);
    for (let column = Math.max(1, row - limit); column <= end; column++) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        (last[column] ?? far) + 1,
        (current[column - 1] ?? far) + 1,
        (last[column - 1] ?? far) + (same ? 0 : 1),
        far,
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1];
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? far) + 1);
      current[column] = best;
      least = Math.min(least, best);
    }
    if (least > limit && leastOfLast > limit) return far;
    leastOfLast = least;
    beforeLast = last;
    last = current;
  }
  return last[right.length] ?? far;
}
