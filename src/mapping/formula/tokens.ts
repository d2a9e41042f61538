/**
 * A formula's text in pieces, for an editor: also of texts that are not formulas yet, where JSONata's parser gives up at
 * the first mistake. Every character belongs to exactly one piece or is a blank.
 */
export type TokenKind =
  /** `"…"`; one that is not closed reaches to the end of the text. */
  | 'text'
  | 'number'
  /** `$a`, `$`, `$uppercase`. */
  | 'variable'
  /** A name of a field of data, `` `with blanks` `` too. */
  | 'name'
  /** `true`, `false`, `null`, `and`, `or`, `in`, `function`. */
  | 'word'
  /** Operators and brackets. */
  | 'sign'
  | 'pattern'
  | 'remark';

export interface FormulaToken {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export function tokensOf(text: string): readonly FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const blank = /^[ \t\n\r\v]+/.exec(rest);
    if (blank !== null) {
      at += blank[0].length;
      continue;
    }
    const [kind, found] = nextToken(
      rest,
      tokens.findLast(({ kind: one }) => one !== 'remark'),
    );
    tokens.push({ kind, from: at, to: at + found.length, text: found });
    at += found.length;
  }
  return tokens;
}

const words: ReadonlySet<string> = new Set([
  'true',
  'false',
  'null',
  'and',
  'or',
  'in',
  'function',
  'λ',
]);

function nextToken(rest: string, before: FormulaToken | undefined): readonly [TokenKind, string] {
  for (const [kind, pattern] of kinds) {
    if (kind === 'pattern' && endsValue(before)) continue;
    const found = pattern.exec(rest)?.[0];
    if (found === undefined || found === '') continue;
    return [kind === 'name' && words.has(found) ? 'word' : kind, found];
  }
  return ['sign', rest.charAt(0)];
}

/** Behind a value a `/` divides; anywhere else it begins a pattern. */
function endsValue(before: FormulaToken | undefined): boolean {
  if (before === undefined) return false;
  return before.kind === 'sign'
    ? /^[\])}]$/.test(before.text)
    : before.kind !== 'word' || /^(true|false|null)$/.test(before.text);
}

const kinds: readonly (readonly [TokenKind, RegExp])[] = [
  ['remark', /^\/\*[\s\S]*?(?:\*\/|$)/],
  ['text', /^"(?:\\[\s\S]|[^"\\])*(?:"|$)/],
  ['text', /^'(?:\\[\s\S]|[^'\\])*(?:'|$)/],
  ['name', /^`[^`]*(?:`|$)/],
  ['number', /^(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][-+]?\d+)?/],
  ['pattern', /^\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+\/[im]*/],
  ['sign', /^(?:\.\.|:=|!=|>=|<=|\*\*|~>|\?:|\?\?)/],
  ['variable', /^\$[^\s.[\]{}(),@#;:?+\-*/%|=<>^&!~"'`$]*\$?/],
  ['name', /^[^\s.[\]{}(),@#;:?+\-*/%|=<>^&!~"'`$]+/],
];
