/**
 * Reads the SQL that a person wrote, far enough to know that it is one statement of an allowed kind, and which named
 * parameters it has. Texts, quoted names and comments are skipped as the dialect writes them; nothing else is understood.
 *
 * 1. One statement: something after a `;` is refused, whatever it is.
 * 2. What the database would run out of a comment (MySQL's "!" comments) and what is a placeholder already is refused.
 * 3. Parameters become placeholders: no value ever stands in the text.
 * 4. What begins and does not end is refused where it begins: it is looked for once, so a long statement stays quick.
 */
import type { RefusalCode } from '../../refusal.ts';
import { notDone } from '../not-done.ts';

export interface Syntax {
  /** The placeholder of the parameter at this position, from 1. */
  readonly placeholder: (position: number) => string;
  /** Whether the same parameter at two places is one placeholder. */
  readonly isNumbered: boolean;
  /** What begins a text, a quoted name or a comment here, whole. Tried in turn. */
  readonly skipped: readonly RegExp[];
  /** What begins one of those that has to end. */
  readonly opened: RegExp;
  /** What is refused, with the reason. */
  readonly refused: readonly { readonly pattern: RegExp; readonly because: RefusalCode }[];
}

export interface ReadStatement {
  /** With the dialect's placeholders. */
  readonly text: string;
  /** Which parameter each placeholder stands for. */
  readonly parameters: readonly string[];
  /** In capitals. */
  readonly firstWord: string;
}

const longest = 100_000;
const readingWords = ['SELECT', 'WITH', 'VALUES', 'TABLE', 'SHOW', 'EXPLAIN', 'DESCRIBE', 'DESC'];
const writingWords = ['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'REPLACE', 'CALL'];

/** Throws `TaskRefused` in words. */
export function readStatement(sql: string, syntax: Syntax, mayWrite: boolean): ReadStatement {
  if (sql.length > longest) throw notDone('proxy.statement-too-long');
  const text: string[] = [];
  const parameters: string[] = [];
  const positions = new Map<string, number>();
  let firstWord = '';
  let isOver = false;
  let at = 0;

  const take = (piece: string, isBlank = false): void => {
    if (isOver && !isBlank) throw notDone('proxy.statements-several');
    if (!isOver) text.push(piece);
    at += piece.length;
  };

  while (at < sql.length) {
    const forbidden = syntax.refused.find(({ pattern }) => matchAt(pattern, sql, at) !== undefined);
    if (forbidden !== undefined) throw notDone(forbidden.because);
    const skipped = firstMatch(syntax.skipped, sql, at);
    if (skipped !== undefined) {
      take(skipped, isComment(skipped));
      continue;
    }
    const opened = matchAt(syntax.opened, sql, at);
    if (opened !== undefined)
      throw notDone('proxy.statement-does-not-end', { mark: opened, count: at });
    const name = matchAt(/:([\p{L}_][\p{L}\p{N}_]*)/uy, sql, at);
    if (name !== undefined) {
      if (isOver) take(name);
      const known = syntax.isNumbered ? positions.get(name) : undefined;
      if (known === undefined) {
        parameters.push(name.slice(1));
        positions.set(name, parameters.length);
      }
      text.push(syntax.placeholder(known ?? parameters.length));
      at += name.length;
      continue;
    }
    if (sql[at] === ';') {
      isOver = true;
      at += 1;
      continue;
    }
    const word = matchAt(/[\p{L}_][\p{L}\p{N}_$]*/uy, sql, at);
    if (word !== undefined && firstWord === '') firstWord = word.toUpperCase();
    const piece =
      word ??
      matchAt(/::|\s+|\d[\w.]*/uy, sql, at) ??
      String.fromCodePoint(sql.codePointAt(at) ?? 32);
    take(piece, piece.trim() === '');
  }

  const allowed = mayWrite ? [...readingWords, ...writingWords] : readingWords;
  if (firstWord === '') throw notDone('proxy.statement-missing');
  if (!allowed.includes(firstWord))
    throw writingWords.includes(firstWord)
      ? notDone('proxy.statement-changes', { word: firstWord })
      : notDone('proxy.statement-begins-otherwise', {
          words: allowed.join(', '),
          word: firstWord.slice(0, 100),
        });
  return {
    text: text.join('').trim(),
    parameters,
    firstWord,
  };
}

function isComment(piece: string): boolean {
  return /^(--|\/\*|#)/.test(piece);
}

function firstMatch(patterns: readonly RegExp[], text: string, at: number): string | undefined {
  for (const pattern of patterns) {
    const found = matchAt(pattern, text, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `pattern` is sticky. */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
