/** Made when a text is cut for the first time. */
let letters: Intl.Segmenter | undefined;
/** What is read as one letter takes no more than this: a family of four is 11. */
const longestLetter = 32;

/** A text of at most so many UTF-16 units; what is cut off is said by "…", and no letter or sign is cut in two. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  letters ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let end = 0;
  for (const { index, segment } of letters.segment(text.slice(0, longest + longestLetter))) {
    if (index + segment.length > longest - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
