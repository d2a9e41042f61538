const maybeInexact = /[:,[]\s*-?\d{16}|^\s*-?\d{16}|\d[eE]\+?\d{3}|__proto__/;

/**
 * Whether the platform's own reader reads this JSON as `parseJson` does, which is a library more: no long integer, no
 * endless number, no refused name. Of a text that only looks like one of these it says no.
 */
export function isPlainJson(text: string): boolean {
  return !maybeInexact.test(text);
}
