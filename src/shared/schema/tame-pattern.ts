/**
 * Whether a pattern of a schema can be tried at once: whoever wrote it, on any text of up to `mostTried` characters it
 * ends in some milliseconds. An engine that goes back counts the ways to read a text; here they are counted before.
 *
 * 1. Something that repeats has one way to end where what follows it begins with other characters (`[a-z]+@`).
 * 2. Ways multiply along a sequence, and for a repeated group once a repetition: `(-[a-z]+)*` has one, `(a+)+` no end.
 * 3. Where a character is not known (other alphabets, `\p`), it is taken to be any: then ways are counted that do not exist.
 */

/** Characters of a text that a pattern is tried on at most. */
export const mostTried = 200;

const mostSteps = 10_000_000;
const longestPattern = 2000;

const known = new Map<string, boolean>();

export function isTamePattern(pattern: string): boolean {
  let tame = known.get(pattern);
  if (tame === undefined) {
    if (known.size > 1000) known.clear();
    known.set(pattern, (tame = isTame(pattern)));
  }
  return tame;
}

function isTame(pattern: string): boolean {
  if (pattern.length > longestPattern) return false;
  try {
    const tree = parse(pattern);
    const starts = tree.branches.every(([item]) => isStart(item)) ? 1 : mostTried;
    return countWays(tree, nothing) * mostTried * starts <= mostSteps;
  } catch {
    return false; // not read here
  }
}

/** A set of characters, a bit each: ASCII, then blanks of other alphabets, then their letters. */
type Chars = bigint;
const nothing: Chars = 0n;
const anything: Chars = (1n << 130n) - 1n;

interface Repeated {
  readonly from: number;
  readonly to: number;
}
type Item = Repeated &
  ({ readonly chars: Chars } | Group | { readonly edge: 'start' | 'end' | 'within' });
interface Group {
  readonly branches: readonly (readonly Item[])[];
  /** Looks ahead or behind: takes no character, and is never read in another way later. */
  readonly looks: boolean;
}

/** How many ways there are to read a text, given the characters that may come after. */
function countWays({ branches }: Group, follow: Chars): number {
  const ways = branches.map((items) => waysOfSequence(items, follow));
  const apart = branches.every((one, at) =>
    branches.slice(at + 1).every((other) => areApart(one, other)),
  );
  return apart ? Math.max(...ways) : ways.reduce((sum, count) => sum + count, 0);
}

/** No text begins in both ways: their characters differ at once, or behind single ones that both have. */
function areApart(one: readonly Item[], other: readonly Item[]): boolean {
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const [left, right] = [one.slice(at), other.slice(at)];
    if (!canBeEmpty(left) && !canBeEmpty(right) && (firstOf(left) & firstOf(right)) === nothing)
      return true;
    if (!isSingle(left[0]) || !isSingle(right[0])) return false;
  }
  return false;
}

function isSingle(item: Item | undefined): boolean {
  return item !== undefined && 'chars' in item && item.from === 1 && item.to === 1;
}

function isStart(item: Item | undefined): boolean {
  return item !== undefined && 'edge' in item && item.edge === 'start';
}

function waysOfSequence(items: readonly Item[], follow: Chars): number {
  let ways = 1;
  let next = follow;
  for (const item of items.toReversed()) {
    ways *= waysOfItem(item, next);
    if ('edge' in item) next = item.edge === 'within' ? next : nothing;
    else if (!('branches' in item && item.looks))
      next = isOptional(item) ? firstOf([item]) | next : firstOf([item]);
  }
  return ways;
}

function waysOfItem(item: Item, follow: Chars): number {
  if ('edge' in item) return 1;
  const { from, to } = item;
  const first = firstOf([item]);
  const ends = (first & follow) === nothing ? 1 : Math.min(to, mostTried) - from + 1;
  if ('chars' in item) return Math.max(ends, 1);
  if (item.looks) {
    const inside = countWays(item, nothing);
    if (inside * mostTried * mostTried > mostSteps) throw new Error('too many ways');
    return 1;
  }
  const again = to > 1 ? follow | first : follow;
  const once = countWays(item, again) + (to > 1 && item.branches.some(canBeEmpty) ? 1 : 0);
  return Math.max(ends, 1) * once ** Math.min(to, mostTried);
}

/** The characters that it can begin with. */
function firstOf(items: readonly Item[]): Chars {
  let first = nothing;
  for (const item of items) {
    if ('chars' in item) first |= item.chars;
    else if ('branches' in item && !item.looks)
      first |= item.branches.reduce((all, branch) => all | firstOf(branch), nothing);
    if (!isOptional(item)) break;
  }
  return first;
}

function isOptional(item: Item): boolean {
  if (item.from === 0 || 'edge' in item) return true;
  return 'branches' in item && (item.looks || item.branches.some(canBeEmpty));
}

function canBeEmpty(items: readonly Item[]): boolean {
  return items.every(isOptional);
}

const token =
  /\(\?<?[=!]|\(\?:|\(\?<\w+>|[()|^$]|\\[bB]|\[(?:\\.|[^\\\]])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u.{4}|\\x..|\\c.|\\.|[^\\]/suy;
const quantifier = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/y;

/** Throws where it is not read; a text that is no pattern may be. */
function parse(pattern: string): Group {
  let at = 0;
  const whole = group(false);
  return whole;

  function group(looks: boolean): Group {
    const branches: Item[][] = [[]];
    while (at < pattern.length) {
      const found = take(token)?.[0];
      if (found === undefined || /^\\[1-9k]/.test(found)) throw new Error('not read here');
      if (found === ')') break;
      if (found === '|') branches.push([]);
      else branches.at(-1)?.push(item(found));
    }
    return { branches, looks };
  }

  function item(found: string): Item {
    if (found === '^') return { from: 1, to: 1, edge: 'start' };
    if (found === '$') return { from: 1, to: 1, edge: 'end' };
    if (found === '\\b' || found === '\\B') return { from: 1, to: 1, edge: 'within' };
    const inside = found.startsWith('(') ? group(/[=!]$/.test(found)) : { chars: charsOf(found) };
    return { ...inside, ...repetition() };
  }

  function repetition(): Repeated {
    const found = take(quantifier);
    if (found === undefined) return { from: 1, to: 1 };
    const [text, from, range, to] = found;
    if (from !== undefined)
      return {
        from: Number(from),
        to: range === undefined ? Number(from) : to ? Number(to) : Infinity,
      };
    return { from: text.startsWith('+') ? 1 : 0, to: text.startsWith('?') ? 1 : Infinity };
  }

  function take(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = at;
    const found = expression.exec(pattern) ?? undefined;
    if (found !== undefined) at = expression.lastIndex;
    return found;
  }
}

const samples = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  '\u00a0',
  'é',
];

function charsOf(source: string): Chars {
  if (/[^\x20-\x7e]|\\[pPuxc0]/.test(source)) return anything;
  const one = new RegExp(`^${source}$`);
  return samples.reduce(
    (chars, sample, bit) => (one.test(sample) ? chars | (1n << BigInt(bit)) : chars),
    nothing,
  );
}
