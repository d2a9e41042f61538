/**
 * What comparing names needs of each, worked out once: a form of 1,000 fields and a source of 1,000 are a million pairs.
 */
import { foldUmlauts, meaningOf, weakWords, wordsOfName } from './names.ts';

export interface Named {
  readonly names: readonly string[];
  readonly title: string;
}

/** A row of words: a name, or the names on a path read as one. */
export interface Phrase {
  readonly words: readonly string[];
  readonly joined: string;
  readonly folded: string;
  readonly meaning: string;
  /** What its words from each place on mean. */
  readonly endings: readonly string[];
  /** No word says more than "id" or "name". */
  readonly weak: boolean;
  /** Its digits: `address1` is no mistyped `address2`. */
  readonly digits: string;
  /** Which letters are in it, a bit for each. */
  readonly letters: number;
}

export interface NameFacts {
  readonly name: string;
  readonly own: Phrase;
  readonly title: Phrase;
  /** With the names of all groups around it. */
  readonly whole: Phrase;
  /** Its last words. */
  readonly tail: (words: number) => Phrase;
  /** How many names lead to it, its own included. */
  readonly depth: number;
  /** Names of the groups around it, and what each means. */
  readonly outer: readonly { readonly word: string; readonly meaning: string }[];
}

const known = new WeakMap<Named, NameFacts>();

export function factsOf(named: Named): NameFacts {
  let facts = known.get(named);
  if (facts === undefined) known.set(named, (facts = workOut(named)));
  return facts;
}

function workOut({ names, title }: Named): NameFacts {
  const name = names.at(-1) ?? '';
  const own = phraseOf(wordsOfName(name));
  const wholeWords = names.flatMap(wordsOfName);
  const whole = names.length < 2 ? own : phraseOf(wholeWords);
  const tails = new Map<number, Phrase>();
  return {
    name,
    own,
    title: phraseOf(wordsOfName(title)),
    whole,
    tail(words) {
      if (words >= wholeWords.length) return whole;
      let tail = tails.get(words);
      if (tail === undefined) tails.set(words, (tail = phraseOf(wholeWords.slice(-words))));
      return tail;
    },
    depth: names.length,
    outer: names
      .slice(0, -1)
      .flatMap(wordsOfName)
      .map((word) => ({ word, meaning: meaningOf([word]) })),
  };
}

function phraseOf(words: readonly string[]): Phrase {
  const joined = words.join('');
  return {
    words,
    joined,
    folded: foldUmlauts(joined),
    meaning: meaningOf(words),
    endings: words.map((_, at) => meaningOf(words.slice(at))),
    weak: words.every((word) => weakWords.has(word)),
    digits: joined.replace(/\D+/g, ' '),
    letters: lettersOf(joined),
  };
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/** How many letters only one of the two has: each needs a change of its own to go. */
export function lettersApart(one: Phrase, other: Phrase): number {
  let bits = one.letters ^ other.letters;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count++;
  }
  return count;
}
