/** Brackets of a text that should be JSON, counted without reading it: finds cut files and absurd depth. */
export interface Scan {
  /** Open brackets or an open text at the end: the rest is missing. */
  readonly isOpen: boolean;
  readonly deepest: number;
}

export function scanBrackets(text: string): Scan {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (inText) {
      if (char === backslash) at++;
      else if (char === quote) inText = false;
    } else if (char === quote) inText = true;
    else if (char === openGroup || char === openList) deepest = Math.max(deepest, ++depth);
    else if (char === closeGroup || char === closeList) depth--;
  }
  return { isOpen: inText || depth > 0, deepest };
}

const quote = 0x22;
const backslash = 0x5c;
const openList = 0x5b;
const closeList = 0x5d;
const openGroup = 0x7b;
const closeGroup = 0x7d;
