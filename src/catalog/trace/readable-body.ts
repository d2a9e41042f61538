/** An error body in the one form that the rest of the tracing reads: JSON. Foreign text stays text. */
import type { Json } from '../../shared/index.ts';

const longestRead = 100_000;

/**
 * JSON as it came; of XML the texts of its innermost elements by their names; of a page for people nothing; of plain
 * text what stands before a stack trace.
 */
export function readableBody(body: Json): Json {
  if (typeof body !== 'string') return body;
  if (/^\s*<(?:!doctype html|html)/i.test(body)) return '';
  if (/^\s*</.test(body)) return innermostTexts(body.slice(0, longestRead));
  return withoutStack(body);
}

/** A list of calls inside a program says nothing to a person. */
export function withoutStack(text: string): string {
  return text.replace(/\s*\n\s*at\s[\s\S]*$/, '').trim();
}

function innermostTexts(xml: string): Json {
  const found: Record<string, string[]> = {};
  for (const [, name = '', text = ''] of xml.matchAll(
    /<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>([^<]*)<\//g,
  )) {
    const read = withoutEntities(text).trim();
    if (read === '') continue;
    if (Object.hasOwn(found, name)) found[name]?.push(read);
    else found[name] = [read];
  }
  return Object.fromEntries(
    Object.entries(found).map(([name, texts]) => [
      name,
      texts.length === 1 ? (texts[0] ?? '') : texts,
    ]),
  );
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

function withoutEntities(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => entities[name] ?? '');
}
