import type { SpokenLine } from '../effects/use-reading.ts';

export interface NestedLine {
  readonly line: SpokenLine;
  readonly below: readonly NestedLine[];
}

/** Lists in lists deeper than this are read by nobody, and drawn by no browser. */
const deepest = 12;

/** Lines with what stands below each. */
export function nestedLines(lines: readonly SpokenLine[]): readonly NestedLine[] {
  const top: NestedLine[] = [];
  /** By level: where its next line goes. */
  const open: NestedLine[][] = [top];
  for (const line of lines) {
    const level = Math.min(line.level, deepest, open.length);
    const below: NestedLine[] = [];
    open[level - 1]?.push({ line, below });
    open.length = level;
    open.push(below);
  }
  return top;
}
