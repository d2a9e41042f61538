/** Letters and digits alone, small: `First-Name`, `first_name` and `firstName` are one name. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a name, small: `INVALID_SESSION_ID`, `NoSuchKey` and `channel-not-found` read like a sentence. */
export function wordsIn(name: string): string {
  return name
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Of several words or marked as a name by its spelling: it does not stand in a sentence by chance. */
export function isDistinct(name: string): boolean {
  return /[_\d]|\p{Ll}\p{Lu}/u.test(name) || wordsIn(name).includes(' ');
}
