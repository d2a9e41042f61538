/** The lines of a flow as the outline shows them: each with its place among those beside it, and whether it is open. */
import { flowLines, type Flow, type Step, type Ways } from '../../flow/index.ts';
import { withGroups } from './group-rows.ts';
import type { Drawn } from './drawn-line.ts';

/** A line with its place among those beside it, and whether there are lines below it. */
export type OutlineRow = Drawn & {
  readonly at: number;
  readonly of: number;
  readonly opens: boolean;
};

type Beside = Pick<Flow['layout'], 'notes' | 'groups'>;
const nothingBeside: Beside = { notes: [], groups: [] };

/** Groups are branches with their steps below them, notes a branch at the end. */
export function outlineRows(
  flow: Pick<Flow, 'steps' | 'edges'>,
  waysOf: (step: Step) => Ways,
  { notes, groups }: Beside = nothingBeside,
): readonly OutlineRow[] {
  return withPlaces([...withGroups(flowLines(flow, waysOf), groups), ...noteLines(notes)]);
}

function noteLines(notes: Beside['notes']): readonly Drawn[] {
  if (notes.length === 0) return [];
  return [
    { kind: 'notes', key: 'notes', level: 1 },
    ...notes.map(({ id }): Drawn => ({ kind: 'note', key: `note ${id}`, level: 2, note: id })),
  ];
}

/** Without the lines below those that are closed. */
export function openRows(
  rows: readonly OutlineRow[],
  closed: ReadonlySet<string>,
): readonly OutlineRow[] {
  if (closed.size === 0) return rows;
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return rows.filter((row) => {
    if (row.level > hiddenBelow) return false;
    hiddenBelow = closed.has(row.key) ? row.level : Number.POSITIVE_INFINITY;
    return true;
  });
}

function withPlaces(rows: readonly Drawn[]): readonly OutlineRow[] {
  const beside: { of: number }[] = [];
  const groups: { of: number }[] = [];
  const places: number[] = [];
  for (const { level } of rows) {
    if (beside.length > level) beside.length = level;
    const group = (beside[level - 1] ??= { of: 0 });
    group.of += 1;
    groups.push(group);
    places.push(group.of);
  }
  return rows.map((row, index) => ({
    ...row,
    at: places[index] ?? 1,
    of: groups[index]?.of ?? 1,
    opens: (rows[index + 1]?.level ?? 0) > row.level,
  }));
}
