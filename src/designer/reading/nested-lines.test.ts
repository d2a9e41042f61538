import { expect, test } from 'vitest';
import { nestedLines, type NestedLine } from './nested-lines.ts';

const drawn = (lines: readonly NestedLine[]): unknown =>
  lines.map(({ line, below }) => (below.length === 0 ? line.key : [line.key, drawn(below)]));
const linesAt = (...levels: number[]) =>
  levels.map((level, at) => ({ key: String(at), kind: 'step' as const, level, text: '' }));

test('puts a line below the last one of the level above', () => {
  expect(drawn(nestedLines(linesAt(1, 2, 3, 2, 1, 2)))).toEqual([
    ['0', [['1', ['2']], '3']],
    ['4', ['5']],
  ]);
});

test('loses no line, however deep or unevenly they are nested', () => {
  const levels = Array.from({ length: 40 }, (_, at) => at + 1);
  expect(JSON.stringify(drawn(nestedLines(linesAt(...levels)))).match(/\d+/g)).toHaveLength(40);
  expect(drawn(nestedLines(linesAt(3, 1)))).toEqual(['0', '1']);
});
