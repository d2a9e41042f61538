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

/** The same from one word to many: where its letters stand is found out once. */
export function distancesFrom(word: string): (other: string, limit: number) => number {
  if (word === '' || word.length > bitsOfNumber)
    return (other, limit) => editDistance(word, other, limit);
  const places = placesOf(word);
  return (other, limit) => distanceByBits(word.length, places, other, limit);
}

const bitsOfNumber = 32;

/** For each letter of a word a bit for each place where it stands; the usual letters are found by their number. */
interface Places {
  readonly usual: Int32Array;
  readonly others: ReadonlyMap<number, number>;
}

const usualLetters = 128;

function placesOf(word: string): Places {
  const usual = new Int32Array(usualLetters);
  const others = new Map<number, number>();
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < usualLetters) usual[code] = (usual[code] ?? 0) | (1 << at);
    else others.set(code, (others.get(code) ?? 0) | (1 << at));
  }
  return { usual, others };
}

/**
 * A whole row of the table at once: its bits say where a distance is one more or one less than at the neighbour.
 * (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.)
 */
function distanceByBits(
  length: number,
  { usual, others }: Places,
  other: string,
  limit: number,
): number {
  const lastPlace = 1 << (length - 1);
  let distance = length;
  let moreBelow = -1;
  let lessBelow = 0;
  let free = 0;
  let placesBefore = 0;
  for (let at = 0; at < other.length; at++) {
    const code = other.charCodeAt(at);
    const here = (code < usualLetters ? usual[code] : others.get(code)) ?? 0;
    const swapped = ((~free & here) << 1) & placesBefore;
    free = (((here & moreBelow) + moreBelow) ^ moreBelow) | here | lessBelow | swapped;
    const moreBeside = lessBelow | ~(free | moreBelow);
    const lessBeside = free & moreBelow;
    if ((moreBeside & lastPlace) !== 0) distance++;
    else if ((lessBeside & lastPlace) !== 0) distance--;
    // Each letter that is left takes away one at most.
    if (distance - (other.length - at - 1) > limit) return limit + 1;
    const carried = (moreBeside << 1) | 1;
    moreBelow = (lessBeside << 1) | ~(free | carried);
    lessBelow = carried & free;
    placesBefore = here;
  }
  return Math.min(distance, limit + 1);
}
