/**
 * The simple marks of a note: **bold**, *italic*, `code`, [words](address), lists. What comes out is data that React
 * draws as text: no HTML is ever made, and nothing is fetched (a picture stays the words that were typed).
 *
 * 1. An address is http, https or mailto; any other one stays text.
 * 2. Every text has a reading: marks that do not close are what they are.
 */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly Inline[] };

export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'list';
      readonly isNumbered: boolean;
      readonly items: readonly (readonly Inline[])[];
    };

/** A longer line is shown as it was typed. */
const longestLine = 2_000;
const deepest = 4;

export function readNote(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: (readonly Inline[])[] = [];
  let list: { isNumbered: boolean; items: (readonly Inline[])[] } | undefined;
  const end = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'lines', lines });
    if (list !== undefined) blocks.push({ kind: 'list', ...list });
    lines = [];
    list = undefined;
  };
  for (const line of text.split(/\r?\n/)) {
    const [, bullet, item = ''] = /^\s{0,6}(?:([-*+])|\d{1,3}[.)])\s+(\S.*)$/.exec(line) ?? [];
    if (item !== '') {
      const isNumbered = bullet === undefined;
      if (list?.isNumbered !== isNumbered) {
        end();
        list = { isNumbered, items: [] };
      }
      list.items.push(inlines(item));
    } else if (line.trim() === '') end();
    else {
      if (list !== undefined) end();
      lines.push(ofLine(line));
    }
  }
  end();
  return blocks;
}

/** What it says, without marks: for a list, a label, a search. */
export function plainNote(text: string): string {
  return readNote(text)
    .flatMap((block) => (block.kind === 'lines' ? block.lines : block.items))
    .map(plain)
    .join('\n');
}

function plain(parts: readonly Inline[]): string {
  return parts.map((part) => ('text' in part ? part.text : plain(part.parts))).join('');
}

function ofLine(line: string): readonly Inline[] {
  const heading = /^#{1,3}\s+(\S.*)$/.exec(line)?.[1];
  return heading === undefined ? inlines(line) : [{ kind: 'strong', parts: inlines(heading) }];
}

const marks = new RegExp(
  [
    '`(?<code>[^`]+)`',
    String.raw`\*\*(?=\S)(?<strong>(?:[^*]|\*(?!\*))+?\*?)(?<=\S)\*\*(?!\*)`,
    String.raw`\*(?<em>[^\s*](?:[^*]*[^\s*])?)\*`,
    String.raw`(?<!\w)_(?<underlined>[^\s_](?:[^_]*[^\s_])?)_(?!\w)`,
    String.raw`(?<!!)\[(?<words>[^\]]+)\]\((?<href>[^\s()]+)\)`,
    String.raw`(?<bare>https?:\/\/[^\s<>()"]*[^\s<>()".,;:!?])`,
  ].join('|'),
  'g',
);

function inlines(line: string, depth = 0): readonly Inline[] {
  if (line.length > longestLine || depth > deepest) return [{ kind: 'text', text: line }];
  const parts: Inline[] = [];
  let at = 0;
  for (const match of line.matchAll(marks)) {
    const part = partOf(match.groups ?? {}, depth);
    if (part === undefined) continue;
    if (match.index > at) parts.push({ kind: 'text', text: line.slice(at, match.index) });
    parts.push(part);
    at = match.index + match[0].length;
  }
  if (at < line.length) parts.push({ kind: 'text', text: line.slice(at) });
  return parts;
}

function partOf(
  { code, strong, em, underlined, words, href, bare }: Record<string, string | undefined>,
  depth: number,
): Inline | undefined {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', parts: inlines(strong, depth + 1) };
  const emphasised = em ?? underlined;
  if (emphasised !== undefined) return { kind: 'em', parts: inlines(emphasised, depth + 1) };
  const address = addressOf(href ?? bare ?? '');
  if (address === undefined) return undefined;
  const parts: readonly Inline[] =
    words === undefined ? [{ kind: 'text', text: bare ?? '' }] : inlines(words, deepest);
  return { kind: 'link', href: address, parts };
}

const followed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

function addressOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return followed.has(protocol) ? href : undefined;
}
