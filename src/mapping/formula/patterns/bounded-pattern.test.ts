import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoundedPattern } from './bounded-pattern.ts';

/** All finds, each with its place and its groups. A text that is long enough is read step by step. */
function finds(
  make: (pattern: RegExp) => Pick<BoundedPattern, 'exec' | 'lastIndex'>,
  pattern: RegExp,
  text: string,
) {
  const engine = make(pattern);
  const found: unknown[] = [];
  for (let next = engine.exec(text); next !== null && found.length < 50; next = engine.exec(text)) {
    found.push([next.index, ...next]);
    if (next[0] === '') engine.lastIndex++;
  }
  return found;
}
const own = (pattern: RegExp) => new BoundedPattern(pattern);
const engines = (pattern: RegExp) => new RegExp(pattern);
/** Longer than what goes to the engine itself. */
const long = (text: string): string => text + '\n' + '='.repeat(220);

describe('a pattern that is read step by step', () => {
  it.each([
    [/a+/g, 'caaandaat'],
    [/(a|ab)(c|bcd)(d*)/g, 'abcd'],
    [/(z)((a+)?(b+)?(c))*/g, 'zaacbbbcac'],
    [/(?=(a+))a*b\1/g, 'baaabac'],
    [/(a*)*/g, 'b'],
    [/(?:a?){3}b/g, 'aab'],
    [/^\s*$/gm, 'a\n  \nb'],
    [/\bfoo\B/g, 'food foo'],
    [/(?<year>\d{4})-\k<year>/g, '2024-2024 2024-2025'],
    [/(?<=\$)(\d+)(?<!0)/g, '$12 $30 7'],
    [/(?<=(\d+)(\d+))x/g, '1053x'],
    [/straße|K/gi, 'STRASSE kK STRAßE'],
    [/[^a-c\]\n]{2,3}?/g, 'abxyzw]'],
    [/\u00e9|\x41|\cJ|\//g, 'éA\n/'],
    [/a{2}b{0,2}c{1,}/g, 'aac aabbbc aabbcc'],
    [/x*?y|(?:)/g, 'xxy'],
    [/{|}|]|a{,3}/g, 'a{,3}{}]'],
  ])('%s finds what the engine finds', (pattern, text) => {
    expect(finds(own, pattern, long(text))).toEqual(finds(engines, pattern, long(text)));
  });

  it('finds what the engine finds, whatever the pattern', () => {
    const part = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(
          'a',
          'b',
          '.',
          '[ab]',
          '[^a]',
          '\\w',
          '\\s',
          'É',
          '\\b',
          '^',
          '$',
          '\\1',
          '()',
        ),
        fc.tuple(tie('node'), tie('node')).map(([one, other]) => one + other),
        fc.tuple(tie('node'), tie('node')).map(([one, other]) => `(?:${one}|${other})`),
        tie('node').map((inside) => `(${inside})`),
        fc
          .tuple(fc.constantFrom('?=', '?!', '?<=', '?<!'), tie('node'))
          .map(([look, inside]) => `(${look}${inside})`),
        fc
          .tuple(tie('node'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,2}'), fc.boolean())
          .map(([inside, times, lazy]) => `(?:${inside})${times}${lazy ? '?' : ''}`),
      ),
    })).node;
    fc.assert(
      fc.property(
        part,
        fc.constantFrom('g', 'gi', 'gm', 'gim'),
        fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '\n', 'é'), maxLength: 12 }),
        (source, flags, text) => {
          let pattern: RegExp;
          try {
            pattern = new RegExp(source, flags);
          } catch {
            return;
          }
          let expected: unknown;
          let found: unknown;
          try {
            found = finds((each) => new BoundedPattern(each, 2_000_000), pattern, long(text));
            expected = finds(engines, pattern, long(text));
          } catch {
            return; // in too many ways for a test, or written in a way that is not read
          }
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [/^(a+)+$/g, 'a'.repeat(40) + '!'],
    [/(x+x+)+y/g, 'x'.repeat(300)],
    [/(.*a){25}/g, 'a'.repeat(24) + 'b'.repeat(300)],
    [/(a|a)*$/gi, 'a'.repeat(60) + 'b'],
  ])('%s is given up where it does not come to an end', (pattern, text) => {
    expect(() => new BoundedPattern(pattern, 100_000).exec(text)).toThrow('pattern-slow');
  });

  it('reads long texts of one kind in one go', () => {
    const text = `${' '.repeat(300_000)}x${'ab'.repeat(50_000)}`;
    expect(finds(own, /\s+x/g, text)).toEqual([[0, `${' '.repeat(300_000)}x`]]);
    expect(own(/(?:ab)+$/g).exec(text)?.index).toBe(300_001);
  });
});
