/**
 * The addresses in a text as mail programs show them: `ada@example.com`, `Ada Weiss <ada@example.com>`, `"Weiss, Ada" <ada@example.com>`,
 * with commas, semicolons or lines between. Of each only the address is kept: what a name says goes nowhere.
 */
export function addressesOf(text: string): string[] {
  return entriesOf(text)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(addressIn);
}

/** Cut where nothing is between quotes; a line ends a quote too. */
function entriesOf(text: string): string[] {
  const entries: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (letter === '\\' && isQuoted && text[at + 1] !== '\n') at += 1;
    else if (letter === '\n' || (!isQuoted && (letter === ',' || letter === ';'))) {
      entries.push(text.slice(start, at));
      start = at + 1;
      isQuoted = false;
    }
  }
  return [...entries, text.slice(start)];
}

/** As it came where there is no name, or something that is none: it is held against what an address is. */
function addressIn(entry: string): string {
  if (entry.length > longestEntry) return entry;
  const named = /^(?:"(?:[^"\\\p{Cc}]|\\\P{Cc})*"|[^"<>\p{Cc}])*<([^<>]+)>$/u.exec(entry);
  return named?.[1]?.trim() ?? entry;
}

const longestEntry = 1000;
