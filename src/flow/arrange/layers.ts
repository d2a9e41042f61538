import type { Arrow, Box } from './boxes.ts';

/** The steps in columns: each behind all that lead to it, as near to what follows as that allows. */
export interface Layers {
  readonly columns: readonly (readonly Box[])[];
  readonly columnOf: ReadonlyMap<string, number>;
}

/** Undefined where the arrows make a circle. */
export function layersOf(boxes: readonly Box[], arrows: readonly Arrow[]): Layers | undefined {
  const after = new Map<string, string[]>(boxes.map(({ id }) => [id, []]));
  const waitsFor = new Map<string, number>(boxes.map(({ id }) => [id, 0]));
  for (const { from, to } of arrows) {
    after.get(from)?.push(to);
    waitsFor.set(to, (waitsFor.get(to) ?? 0) + 1);
  }
  const columnOf = new Map<string, number>();
  const order = boxes.filter(({ id }) => waitsFor.get(id) === 0).map(({ id }) => id);
  for (const id of order) columnOf.set(id, 0);
  for (const id of order)
    for (const next of after.get(id) ?? []) {
      columnOf.set(next, Math.max(columnOf.get(next) ?? 0, (columnOf.get(id) ?? 0) + 1));
      const left = (waitsFor.get(next) ?? 0) - 1;
      waitsFor.set(next, left);
      if (left === 0) order.push(next);
    }
  if (order.length < boxes.length) return undefined;

  // What nothing leads to stands right before what it leads to: a second beginning is near its join.
  const isReached = new Set(arrows.map(({ to }) => to));
  for (const id of order) {
    const nexts = (after.get(id) ?? []).map((next) => columnOf.get(next) ?? 0);
    if (!isReached.has(id) && nexts.length > 0)
      columnOf.set(id, Math.max(0, Math.min(...nexts) - 1));
  }
  const columns: Box[][] = [];
  for (const box of boxes) (columns[columnOf.get(box.id) ?? 0] ??= []).push(box);
  return { columns: Array.from(columns, (column) => column ?? []), columnOf };
}
