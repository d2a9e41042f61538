import { editDistance } from '../check/edit-distance.ts';
import { factsOf, type NameFacts, type Named, type Phrase } from './name-facts.ts';
import { mayBeNearly } from './name-index.ts';

/** Why two fields belong together (a code of the catalog), and how surely. */
export interface NameScore {
  readonly score: number;
  readonly reason:
    'same-name' | 'same-words' | 'same-meaning' | 'same-path' | 'part-of-name' | 'nearly-same';
}

/** How well two fields' names agree: their own names first, then with the names of the groups around them. */
export function scoreNames(targetNames: Named, sourceNames: Named): NameScore | undefined {
  const target = factsOf(targetNames);
  const source = factsOf(sourceNames);
  const own = scoreOwn(target, source);
  const outer = scoreOuter(target, source);
  const named = own === undefined || (outer !== undefined && outer.score > own.score) ? outer : own;
  const best = named !== undefined && isOfAnother(target, source) ? ofAnother(named) : named;
  return best === undefined
    ? undefined
    : { ...best, score: best.score - contextCost(target, source, best.reason) };
}

function scoreOwn(target: NameFacts, source: NameFacts): NameScore | undefined {
  if (target.name === source.name) return { score: 1, reason: 'same-name' };
  const byName = scoreWords(target.own, source.own);
  const byTitle = scoreWords(target.title, source.title);
  return byTitle !== undefined && (byName === undefined || byTitle.score > byName.score)
    ? byTitle
    : byName;
}

function scoreWords(left: Phrase, right: Phrase): NameScore | undefined {
  if (left.words.length === 0 || right.words.length === 0) return undefined;
  if (left.joined === right.joined || left.folded === right.folded)
    return { score: 0.97, reason: 'same-words' };
  if (left.meaning === right.meaning) return { score: 0.93, reason: 'same-meaning' };
  return scorePart(left, right) ?? nearlySame(left, right);
}

/**
 * The titles say that the weak word they share is not the same thing's: "Company name" is no "Name", though both fields
 * are called `name`. Words that the groups around or the names say already tell nothing apart.
 */
function isOfAnother(target: NameFacts, source: NameFacts): boolean {
  const [small, large] =
    target.title.words.length <= source.title.words.length ? [target, source] : [source, target];
  if (!small.title.weak || small.title.meaning === large.title.meaning) return false;
  if (!small.title.words.every((word) => large.title.words.includes(word))) return false;
  return large.title.words.some(
    (word) =>
      !small.title.words.includes(word) &&
      !small.own.words.includes(word) &&
      !small.outer.some((group) => group.word === word),
  );
}

function ofAnother({ score }: NameScore): NameScore {
  return { score: Math.min(score, 0.55), reason: 'part-of-name' };
}

/** One name inside the other: `workEmail` for `email`. A weak word alone (`id`, `name`) proves little. */
function scorePart(left: Phrase, right: Phrase): NameScore | undefined {
  const [small, large] = left.words.length <= right.words.length ? [left, right] : [right, left];
  if (small.words.length === large.words.length) return undefined;
  const inside =
    small.words.every((word) => large.words.includes(word)) ||
    large.endings.includes(small.meaning);
  if (!inside) return undefined;
  return {
    score: (small.weak ? 0.3 : 0.58) + 0.2 * (small.words.length / large.words.length),
    reason: 'part-of-name',
  };
}

function nearlySame(left: Phrase, right: Phrase): NameScore | undefined {
  if (!mayBeNearly(left, right)) return undefined;
  const limit = Math.max(left.joined.length, right.joined.length) >= 9 ? 2 : 1;
  return editDistance(left.joined, right.joined, limit) <= limit
    ? { score: 0.72, reason: 'nearly-same' }
    : undefined;
}

/** `customer.email` for `customerEmail`, `emails[].address` for `email`: the path read as one name. */
function scoreOuter(target: NameFacts, source: NameFacts): NameScore | undefined {
  const count = target.own.words.length;
  const pairs = [
    [target.own, source.tail(Math.max(count, 2))],
    [target.own, source.whole],
    [target.whole, source.own],
    [target.whole, source.whole],
  ] as const;
  for (const [left, right] of pairs) {
    if (left.words.length === count && right.words.length === source.own.words.length) continue;
    if (left.joined === right.joined || left.meaning === right.meaning)
      return { score: 0.9, reason: 'same-path' };
  }
  return undefined;
}

/** Other groups around the name make it less sure: billing's city is not shipping's. */
function contextCost(
  { outer: wanted }: NameFacts,
  { outer: given, depth }: NameFacts,
  reason: NameScore['reason'],
): number {
  if (reason === 'same-path') return 0;
  if (wanted.length === 0 && given.length === 0) return 0;
  if (wanted.length === 0) return Math.min(0.12, 0.04 * (depth - 1));
  if (given.length === 0) return 0.06;
  const shared = wanted.filter(({ word, meaning }) =>
    given.some((other) => other.word === word || other.meaning === meaning),
  );
  if (shared.length === wanted.length) return given.length > wanted.length ? 0.02 : 0;
  return shared.length > 0 ? 0.08 : 0.22;
}
