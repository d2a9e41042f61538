/**
 * Names that may be near a word, found by counting: how long they are, and which letters come how often.
 *
 * What is not counted (a letter's place, how often beyond twice) makes names look nearer than they are, never further: no
 * name within the limit is left out. Numbers lie beside each other, for a thousand names are looked through in
 * microseconds that way.
 */
export interface NameIndex {
  /** The names that may be so near, the nearest first as far as counting tells; valid until it is asked again. */
  within(small: string, limit: number): Candidates;
}

export interface Candidates {
  at(position: number): IndexedName;
  /** For each distance the position after the last name that may be as near as that. */
  readonly ends: readonly number[];
}

export interface IndexedName {
  readonly name: string;
  readonly small: string;
}

export function indexNames(given: readonly string[]): NameIndex {
  const names = given
    .map((name): IndexedName => ({ name, small: name.toLowerCase() }))
    .sort((one, other) => one.small.length - other.small.length);
  const counted = new Int32Array(names.length * numbersOfWord);
  names.forEach(({ small }, at) => count(small, counted, at * numbersOfWord));
  const leasts = new Uint16Array(names.length);
  const order = new Uint32Array(names.length);
  const word = new Int32Array(numbersOfWord);

  function within(small: string, limit: number): Candidates {
    count(small, word.fill(0), 0);
    const from = firstOfLength(names, small.length - limit);
    const to = firstOfLength(names, small.length + limit + 1);
    const ends = new Array<number>(limit + 1).fill(0);
    for (let at = from; at < to; at++) {
      const least = lettersToChange(word, counted, at * numbersOfWord);
      leasts[at] = least;
      if (least <= limit) ends[least] = (ends[least] ?? 0) + 1;
    }
    const starts = ends.slice();
    let before = 0;
    ends.forEach((many, least) => {
      starts[least] = before;
      ends[least] = before += many;
    });
    for (let at = from; at < to; at++) {
      const least = leasts[at] ?? 0;
      const position = starts[least];
      if (position === undefined) continue;
      order[position] = at;
      starts[least] = position + 1;
    }
    return { ends, at: (position) => names[order[position] ?? 0] as IndexedName }; // asked for below the last end
  }

  return { within };
}

/** The first that is as long, or longer. */
function firstOfLength(names: readonly IndexedName[], length: number): number {
  let from = 0;
  let to = names.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((names[middle]?.small.length ?? length) < length) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * A word in bits: letters that come once, those that come twice (a to z, and six bits that all others but digits share),
 * and three bits a digit. Its length says the rest.
 */
const numbersOfWord = 3;

function count(word: string, into: Int32Array, at: number): void {
  let once = 0;
  let twice = 0;
  let digits = 0;
  for (let place = 0; place < word.length; place++) {
    const code = word.charCodeAt(place);
    if (code >= 48 && code <= 57) {
      const shift = 3 * (code - 48);
      const more = ((digits >> shift) << 1) | 1;
      digits |= (more & 7) << shift;
      continue;
    }
    const bit = 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
    twice |= once & bit;
    once |= bit;
  }
  into[at] = once;
  into[at + 1] = twice;
  into[at + 2] = digits;
}

/** So many letters at least have to be added, dropped or changed to make the one word of the other. */
function lettersToChange(word: Int32Array, counted: Int32Array, at: number): number {
  const once = word[0] ?? 0;
  const twice = word[1] ?? 0;
  const digits = word[2] ?? 0;
  const otherOnce = counted[at] ?? 0;
  const otherTwice = counted[at + 1] ?? 0;
  const otherDigits = counted[at + 2] ?? 0;
  return Math.max(
    bits(once & ~otherOnce) + bits(twice & ~otherTwice) + bits(digits & ~otherDigits),
    bits(otherOnce & ~once) + bits(otherTwice & ~twice) + bits(otherDigits & ~digits),
  );
}

/** How many bits of a number are set. */
function bits(of: number): number {
  let pairs = of - ((of >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
