/** A pattern as a tree. JavaScript's patterns without the `u` flag (ECMA-262, 22.2.1 and B.1.2), unit by unit of UTF-16. */

export type Edge = 'start' | 'end' | 'word' | 'within';

export type PatternNode =
  /** One character: its own source as a pattern, or the only one that it takes. */
  | { readonly type: 'character'; readonly source: string; readonly only?: number }
  | { readonly type: 'edge'; readonly edge: Edge }
  | { readonly type: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly ways: readonly PatternNode[] }
  | { readonly type: 'group'; readonly number: number; readonly inside: PatternNode }
  | {
      readonly type: 'look';
      readonly behind: boolean;
      readonly wanted: boolean;
      readonly inside: PatternNode;
    }
  | { readonly type: 'again'; readonly number: number }
  | {
      readonly type: 'repeat';
      readonly inside: PatternNode;
      readonly from: number;
      readonly to: number;
      readonly lazy: boolean;
      /** Groups inside, from this one up to the other: each time begins without what they took the last time. */
      readonly groups: readonly [number, number];
    };

export interface ReadPattern {
  readonly tree: PatternNode;
  /** Groups, with the whole as the first. */
  readonly groups: number;
}

/** Written in a way that is not read here: rare and old forms. */
export class UnreadPattern extends Error {
  override readonly name = 'UnreadPattern';
}

const token =
  /\(\?<?[=!]|\(\?:|\(\?<[^=!>]+>|\(\?|[()|^$]|\\[bB]|\[(?:\\[\s\S]|[^\\\]])*\]|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\c[A-Za-z]|\\k<[^>]*>|\\[1-9]\d*|\\0\d|\\[\s\S]|[^\\]/y;
const quantifier = /([*+?]|\{\d+(?:,\d*)?\})(\??)/y;

/** Throws `UnreadPattern`. The text is a pattern: an engine has taken it. */
export function readPattern(pattern: string): ReadPattern {
  const names = new Map<string, number>();
  const groups = countGroups(pattern, names);
  let at = 0;
  let opened = 1;
  const tree = choice();
  return { tree, groups };

  function choice(): PatternNode {
    const ways: PatternNode[] = [];
    let parts: PatternNode[] = [];
    while (at < pattern.length) {
      const found = take(token)?.[0];
      if (found === undefined) throw new UnreadPattern(pattern);
      if (found === ')') break;
      if (found === '|') {
        ways.push(sequence(parts));
        parts = [];
      } else {
        const before = opened;
        parts.push(repeated(item(found), before));
      }
    }
    return ways.length === 0
      ? sequence(parts)
      : { type: 'choice', ways: [...ways, sequence(parts)] };
  }

  function item(found: string): PatternNode {
    switch (found) {
      case '^':
        return { type: 'edge', edge: 'start' };
      case '$':
        return { type: 'edge', edge: 'end' };
      case '\\b':
        return { type: 'edge', edge: 'word' };
      case '\\B':
        return { type: 'edge', edge: 'within' };
      case '(?:':
        return choice();
      case '(':
        return group();
      case '.':
        return { type: 'character', source: found };
    }
    const look = /^\(\?(<?)([=!])$/.exec(found);
    if (look !== null)
      return { type: 'look', behind: look[1] === '<', wanted: look[2] === '=', inside: choice() };
    if (found.startsWith('(?<')) return group();
    if (found === '(?' || /^\\0\d/.test(found)) throw new UnreadPattern(pattern);
    return found.startsWith('\\') ? escaped(found) : character(found);
  }

  function group(): PatternNode {
    const number = opened++;
    return { type: 'group', number, inside: choice() };
  }

  function escaped(found: string): PatternNode {
    if (/^\\[1-9]/.test(found)) {
      const number = Number(found.slice(1));
      if (number >= groups) throw new UnreadPattern(pattern);
      return { type: 'again', number };
    }
    if (found === '\\c') throw new UnreadPattern(pattern);
    if (!found.startsWith('\\k<')) return { type: 'character', source: found };
    const number = names.get(found.slice(3, -1));
    if (number === undefined) throw new UnreadPattern(pattern);
    return { type: 'again', number };
  }

  function repeated(inside: PatternNode, before: number): PatternNode {
    const found = take(quantifier);
    if (found === undefined) return inside;
    const [, how = '', lazy] = found;
    const [from, to] = timesOf(how);
    return { type: 'repeat', inside, from, to, lazy: lazy === '?', groups: [before, opened] };
  }

  function take(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = at;
    const found = expression.exec(pattern) ?? undefined;
    if (found !== undefined) at = expression.lastIndex;
    return found;
  }
}

function sequence(parts: readonly PatternNode[]): PatternNode {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { type: 'sequence', parts };
}

function character(found: string): PatternNode {
  if (found.startsWith('[')) return { type: 'character', source: found };
  const only = found.charCodeAt(0);
  return {
    type: 'character',
    source: `\\u${only.toString(16).padStart(4, '0')}`,
    only,
  };
}

function timesOf(how: string): readonly [number, number] {
  switch (how) {
    case '*':
      return [0, Number.POSITIVE_INFINITY];
    case '+':
      return [1, Number.POSITIVE_INFINITY];
    case '?':
      return [0, 1];
  }
  const [from = '', to] = how.slice(1, -1).split(',');
  return [
    Number(from),
    to === undefined ? Number(from) : to === '' ? Number.POSITIVE_INFINITY : Number(to),
  ];
}

/** Groups are counted before: a part may refer to one that comes later. */
function countGroups(pattern: string, names: Map<string, number>): number {
  let count = 1;
  token.lastIndex = 0;
  for (let found = token.exec(pattern); found !== null; found = token.exec(pattern)) {
    const [text] = found;
    const name = /^\(\?<([^=!>]+)>$/.exec(text)?.[1];
    if (name !== undefined) names.set(name, count);
    if (name !== undefined || text === '(') count++;
  }
  return count;
}
