import type { StepGroup } from '../../flow/index.ts';
import type { Drawn } from './drawn-line.ts';

/**
 * The lines with one more for each group, its steps a level below it. A group whose steps do not follow each other has a line
 * before each part of it. What lies below a step (its ways) stays there, whether it is in the group or not.
 */
export function withGroups(
  rows: readonly Drawn[],
  groups: readonly Pick<StepGroup, 'id' | 'steps'>[],
): readonly Drawn[] {
  if (groups.length === 0) return rows;
  const homes = new Map(
    groups.flatMap(({ id, steps }) => steps.map((step) => [step, id] as const)),
  );
  const parts = new Map<string, number>();
  const grouped: Drawn[] = [];
  /** The groups that the line is in, each with the level of its steps as they were drawn. */
  const open: { readonly group: string; readonly level: number }[] = [];
  for (const row of rows) {
    const home = row.kind === 'step' ? homes.get(row.step) : undefined;
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const isWithin =
        row.level > last.level ||
        (row.level === last.level && (row.kind === 'join' || home === last.group));
      if (isWithin) break;
      open.pop();
    }
    if (home !== undefined && !open.some(({ group }) => group === home)) {
      const part = parts.get(home) ?? 0;
      parts.set(home, part + 1);
      grouped.push({
        kind: 'group',
        key: `group ${home} ${String(part)}`,
        level: row.level + open.length,
        group: home,
        isFurther: part > 0,
      });
      open.push({ group: home, level: row.level });
    }
    grouped.push(open.length === 0 ? row : { ...row, level: row.level + open.length });
  }
  return grouped;
}
