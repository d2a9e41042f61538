import { writeJson, type Json } from '../../shared/index.ts';

/** Signs that a terminal acts on: foreign text must not move the cursor, change colours or turn the writing round. */
const acting = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;
const longest = 200;

/** A text that a terminal only shows. */
export function harmless(text: string): string {
  return text.replace(acting, ' ');
}

/** Any text as one short line. */
export function plainLine(text: string, limit = longest): string {
  const line = harmless(text).trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

/** A value as one short line: a text in quotation marks. */
export function plainValue(value: Json): string {
  return plainLine(typeof value === 'string' ? `"${value}"` : writeJson(value));
}
