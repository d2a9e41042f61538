import { editDistance } from '../check/did-you-mean.ts';
import { foldUmlauts, meaningOf, weakWords, wordsOfName } from './names.ts';

/** Why two fields belong together (a code of the catalog), and how surely. */
export interface NameScore {
  readonly score: number;
  readonly reason:
    'same-name' | 'same-words' | 'same-meaning' | 'same-path' | 'part-of-name' | 'nearly-same';
}

export interface Named {
  readonly names: readonly string[];
  readonly title: string;
}

/** How well two fields' names agree: their own names first, then with the names of the groups around them. */
export function scoreNames(target: Named, source: Named): NameScore | undefined {
  const own = scoreOwn(target, source);
  const outer = scoreOuter(target, source);
  const best = own === undefined || (outer !== undefined && outer.score > own.score) ? outer : own;
  return best === undefined
    ? undefined
    : { ...best, score: best.score - contextCost(target.names, source.names, best.reason) };
}

function scoreOwn(target: Named, source: Named): NameScore | undefined {
  const wanted = target.names.at(-1) ?? '';
  const given = source.names.at(-1) ?? '';
  if (wanted === given) return { score: 1, reason: 'same-name' };
  let best: NameScore | undefined;
  for (const [left, right] of [
    [wordsOfName(wanted), wordsOfName(given)],
    [wordsOfName(target.title), wordsOfName(source.title)],
  ] as const) {
    const found = scoreWords(left, right);
    if (found !== undefined && (best === undefined || found.score > best.score)) best = found;
  }
  return best;
}

function scoreWords(left: readonly string[], right: readonly string[]): NameScore | undefined {
  if (left.length === 0 || right.length === 0) return undefined;
  const [one, other] = [left.join(''), right.join('')];
  if (one === other || foldUmlauts(one) === foldUmlauts(other))
    return { score: 0.97, reason: 'same-words' };
  if (meaningOf(left) === meaningOf(right)) return { score: 0.93, reason: 'same-meaning' };
  const part = scorePart(left, right);
  if (part !== undefined) return part;
  const longest = Math.max(one.length, other.length);
  const distance = editDistance(one, other, 2);
  return longest >= 5 && distance <= (longest >= 9 ? 2 : 1)
    ? { score: 0.72, reason: 'nearly-same' }
    : undefined;
}

/** One name inside the other: `workEmail` for `email`. A weak word alone (`id`, `name`) proves little. */
function scorePart(left: readonly string[], right: readonly string[]): NameScore | undefined {
  const [small, large] = left.length <= right.length ? [left, right] : [right, left];
  if (small.length === large.length) return undefined;
  const meaning = meaningOf(small);
  const inside =
    small.every((word) => large.includes(word)) ||
    large.some((_, at) => meaningOf(large.slice(at)) === meaning);
  if (!inside) return undefined;
  const weak = small.every((word) => weakWords.has(word));
  return {
    score: (weak ? 0.3 : 0.58) + 0.2 * (small.length / large.length),
    reason: 'part-of-name',
  };
}

/** `customer.email` for `customerEmail`, `emails[].address` for `email`: the path read as one name. */
function scoreOuter(target: Named, source: Named): NameScore | undefined {
  const wanted = target.names.flatMap(wordsOfName);
  const given = source.names.flatMap(wordsOfName);
  const wantedOwn = wordsOfName(target.names.at(-1) ?? '');
  const givenOwn = wordsOfName(source.names.at(-1) ?? '');
  const pairs: readonly (readonly [readonly string[], readonly string[]])[] = [
    [wantedOwn, given.slice(-Math.max(wantedOwn.length, 2))],
    [wantedOwn, given],
    [wanted, givenOwn],
    [wanted, given],
  ];
  for (const [left, right] of pairs) {
    if (left.length === wantedOwn.length && right.length === givenOwn.length) continue;
    if (left.join('') === right.join('') || meaningOf(left) === meaningOf(right))
      return { score: 0.9, reason: 'same-path' };
  }
  return undefined;
}

/** Other groups around the name make it less sure: billing's city is not shipping's. */
function contextCost(
  target: readonly string[],
  source: readonly string[],
  reason: NameScore['reason'],
): number {
  if (reason === 'same-path') return 0;
  const wanted = target.slice(0, -1).flatMap(wordsOfName);
  const given = source.slice(0, -1).flatMap(wordsOfName);
  if (wanted.length === 0 && given.length === 0) return 0;
  const shared = wanted.filter(
    (word) =>
      given.includes(word) || given.some((other) => meaningOf([other]) === meaningOf([word])),
  );
  if (wanted.length === 0) return Math.min(0.12, 0.04 * (source.length - 1));
  if (given.length === 0) return 0.06;
  if (shared.length === wanted.length) return given.length > wanted.length ? 0.02 : 0;
  return shared.length > 0 ? 0.08 : 0.22;
}
