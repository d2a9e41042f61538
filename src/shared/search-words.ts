/**
 * Finds what a person means by a few letters.
 *
 * Every word of the question has to be in one of an item's texts, in any order; letters are compared without accents and
 * capitals. Where it is counts: a whole text before the beginning of one, the beginning of a word before its middle, and
 * a text of more weight before one of less. What counts the same stays in the order in which it came.
 */
export interface Searched<Item> {
  readonly item: Item;
  /** The first one names the item. Weights are compared with each other alone. */
  readonly texts: readonly { readonly text: string; readonly weight: number }[];
}

export interface Hit<Item> {
  readonly item: Item;
  /** The text in which the question's words were found best. */
  readonly text: string;
}

export type FindItems<Item> = (question: string) => readonly Hit<Item>[];

/** Prepared once, asked with every key. An empty question finds everything. */
export function searchWords<Item>(entries: readonly Searched<Item>[]): FindItems<Item> {
  const prepared = entries.map(({ item, texts }) => ({
    item,
    texts: texts.map(({ text, weight }) => ({ text, weight, folded: fold(text) })),
  }));
  return (question) => {
    const words = fold(question)
      .split(/\s+/)
      .filter((word) => word !== '');
    return prepared
      .flatMap(({ item, texts }) => {
        let score = 0;
        let best = { text: texts[0]?.text ?? '', score: 0 };
        for (const word of words) {
          const found = bestIn(texts, word);
          if (found === undefined) return [];
          score += found.score;
          if (found.score > best.score) best = found;
        }
        return [{ item, text: best.text, score }];
      })
      .toSorted((one, other) => other.score - one.score)
      .map(({ item, text }) => ({ item, text }));
  };
}

function bestIn(
  texts: readonly { readonly text: string; readonly weight: number; readonly folded: string }[],
  word: string,
): { readonly text: string; readonly score: number } | undefined {
  let best: { readonly text: string; readonly score: number } | undefined;
  for (const { text, weight, folded } of texts) {
    const score = weight * placeOf(folded, word);
    if (score > (best?.score ?? 0)) best = { text, score };
  }
  return best;
}

/** How well a word sits in a text: 0 = not at all. */
function placeOf(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return text.length === word.length ? 4 : 3;
  return isWordStart(text, word) ? 2 : 1;
}

function isWordStart(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) return true;
  return false;
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').trim();
}
