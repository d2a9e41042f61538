import { describe, expect, it } from 'vitest';
import { parseText } from './syntax.ts';
import { failureOf } from './failures.ts';

describe('a text that is no formula', () => {
  it.each([
    ['"abc', 'text-open', 4],
    ['$a + 1e999', 'number-too-large', 5],
    ['"a\\q"', 'text-escape', 3],
    ['`name', 'name-open', 5],
    ['1 /* x', 'remark-open', 2],
    ['$a $b', 'unexpected', 5],
    ['($a', 'expected-at-end', 3],
    ['[1 2]', 'expected', 4],
    ['$a &', 'ends-early', 4],
    ['a := 1', 'needs-variable', 1],
    ['1 *', 'ends-early', 3],
    ['1 * )', 'misplaced', 5],
    ['$a.1', 'not-a-field', 4],
    ['%', 'no-parent', undefined],
    ['//', 'pattern-wrong', 1],
    ['/x', 'pattern-open', 2],
  ])('%s: says what is wrong and where', (text, sentence, position) => {
    const parsed = parseText(text);
    const failure = parsed.ok ? undefined : failureOf(parsed.mistake);
    expect([failure?.code, failure?.params['position']]).toEqual([`formula-${sentence}`, position]);
  });
});
