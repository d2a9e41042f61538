import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeJson, type Json } from '../../../shared/index.ts';
import { JsonLines } from './json-lines.ts';

const linesOf = (value: Json): readonly string[] => {
  const lines = new JsonLines(value);
  return Array.from({ length: lines.count }, (_, at) => lines.at(at));
};

describe('JSON by lines', () => {
  it('says of any data what writing all of it says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = value as Json; // what it makes is JSON
        expect(linesOf(json)).toEqual(writeJson(json, 2).split('\n'));
      }),
    );
  });

  it('says so of long lists inside groups, whose lines are written when they are asked for', () => {
    const value: Json = {
      'a "name"': 9_007_199_254_740_993n,
      rows: Array.from({ length: 500 }, (_, at) => ({ at, tags: at % 3 === 0 ? [] : ['x', 'y'] })),
      last: { none: null },
    };
    expect(linesOf(value)).toEqual(writeJson(value, 2).split('\n'));
  });

  it('knows how long the longest line is', () => {
    expect(new JsonLines({ rows: ['x'.repeat(100), 1] }).longest).toBeGreaterThanOrEqual(106);
    expect(new JsonLines({ rows: ['x'.repeat(100), 1] }).longest).toBeLessThan(125);
  });
});
