/**
 * Which fields of the sources a target's name may agree with at all, found by keys instead of by comparing every pair:
 * 1,000 fields and 300 are 300,000 pairs, of which a few hundred agree.
 *
 * Never leaves out a pair that `scoreNames` would score (a test compares both); may name some that it would not.
 */
import { factsOf, lettersApart, type NameFacts, type Named, type Phrase } from './name-facts.ts';

/** Names of more words than this are compared with everything. */
const mostWords = 6;

/** For a target's name the positions of the sources' names that may agree with it, in their order. */
export function indexNames(sources: readonly Named[]): (target: Named) => readonly number[] {
  const facts = sources.map(factsOf);
  const byKey = new Map<string, number[]>();
  const byLength = new Map<number, number[]>();
  const long: number[] = [];
  facts.forEach((source, at) => {
    if (isLong(source)) {
      long.push(at);
      return;
    }
    for (const key of keysOfSource(source)) add(byKey, key, at);
    for (const phrase of phrasesOf(source)) add(byLength, phrase.joined.length, at);
  });
  return (named) => {
    const target = factsOf(named);
    if (isLong(target)) return facts.map((_, at) => at);
    const found = new Set<number>(long);
    for (const key of keysOfTarget(target)) for (const at of byKey.get(key) ?? []) found.add(at);
    for (const { joined } of phrasesOf(target))
      for (let length = joined.length - 2; length <= joined.length + 2; length++)
        for (const at of byLength.get(length) ?? [])
          if (!found.has(at) && isNearly(target, facts[at] as NameFacts)) found.add(at); // one of theirs
    return [...found].sort((one, other) => one - other);
  };
}

/** The name and the title, once when they are the same words. */
function phrasesOf({ own, title }: NameFacts): readonly Phrase[] {
  return own.joined === title.joined && own.meaning === title.meaning ? [own] : [own, title];
}

function isNearly(target: NameFacts, source: NameFacts): boolean {
  return mayBeNearly(target.own, source.own) || mayBeNearly(target.title, source.title);
}

function add<Key>(byKey: Map<Key, number[]>, key: Key, at: number): void {
  const held = byKey.get(key);
  if (held === undefined) byKey.set(key, [at]);
  else if (held.at(-1) !== at) held.push(at);
}

function isLong({ own, title, whole }: NameFacts): boolean {
  return [own, title, whole].some(({ words }) => words.length > mostWords);
}

/** Under these keys a source is found: the kind of key first, so that words and meanings are not mixed up. */
function keysOfSource(facts: NameFacts): readonly string[] {
  const { own, whole, name } = facts;
  const lengths = Math.max(0, Math.min(mostWords, whole.words.length) - 1);
  const tails = Array.from({ length: lengths }, (_, at) => facts.tail(at + 2));
  return [
    `name ${name}`,
    ...phrasesOf(facts).flatMap((phrase) => [
      ...sameKeys(phrase),
      ...phrase.endings.map((ending) => `ending ${ending}`),
      `all ${wordSet(phrase.words)}`,
      ...subsets(phrase.words).map((words) => `some ${words}`),
    ]),
    ...[...new Set([own, whole, ...tails])].flatMap(pathKeys),
  ];
}

function keysOfTarget(facts: NameFacts): readonly string[] {
  const { own, whole, name } = facts;
  return [
    `name ${name}`,
    ...phrasesOf(facts).flatMap((phrase) => [
      ...sameKeys(phrase),
      `ending ${phrase.meaning}`,
      ...phrase.endings.map((ending) => `meaning ${ending}`),
      `some ${wordSet(phrase.words)}`,
      ...subsets(phrase.words).map((words) => `all ${words}`),
    ]),
    ...[...new Set([own, whole])].flatMap(pathKeys),
  ];
}

function sameKeys({ joined, folded, meaning }: Phrase): readonly string[] {
  return [`joined ${joined}`, `folded ${folded}`, `meaning ${meaning}`];
}

function pathKeys({ joined, meaning }: Phrase): readonly string[] {
  return [`path ${joined}`, `path means ${meaning}`];
}

function wordSet(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' ');
}

/** Every choice of some of the words: one name lies inside another when all its words do. */
function subsets(words: readonly string[]): readonly string[] {
  const different = [...new Set(words)].sort();
  let found: string[] = [];
  for (const word of different)
    found = [...found, ...found.map((before) => `${before} ${word}`), word];
  return found;
}

/** As `nearlySame` sees it before it compares letter by letter. */
export function mayBeNearly(left: Phrase, right: Phrase): boolean {
  const longest = Math.max(left.joined.length, right.joined.length);
  if (longest < 5) return false;
  const limit = longest >= 9 ? 2 : 1;
  if (Math.abs(left.joined.length - right.joined.length) > limit) return false;
  // A letter changed into another is two letters apart and one change.
  return lettersApart(left, right) <= 2 * limit && left.digits === right.digits;
}
