/** From columns to places: who stands above whom, and how high each stands. */
import type { Position } from '../layout.ts';
import type { Arrow } from './boxes.ts';
import type { Layers } from './layers.ts';
import { settle } from './settle.ts';

/** A step, or the place where a long connection passes a column. */
interface Item {
  readonly id: string;
  readonly height: number;
  readonly before: {
    readonly item: Item;
    /** 0 to 1: where the way leaves it. */ readonly at: number;
  }[];
  readonly after: Item[];
  /** Its middle. */
  y: number;
}

/** The room that a connection takes which passes a column. */
const lane = 24;
/** More of them are not kept free: a thousand steps with connections across all of them would be millions. */
const mostLanes = 20_000;
const rounds = 6;

export function placeRows(
  { columns, columnOf }: Layers,
  arrows: readonly Arrow[],
  gap: Position,
): ReadonlyMap<string, Position> {
  const rows = rowsOf(columns, columnOf, arrows);
  for (const row of rows) settle(row, gap.y); // one under the other, to begin with
  for (let round = 0; round < rounds; round++) {
    for (const row of rows) toward(row, (item) => item.before.map(({ item: one }) => one), gap.y);
    if (round < rounds - 1)
      for (const row of rows.toReversed()) toward(row, (item) => item.after, gap.y);
  }
  const places = new Map<string, Position>();
  const top = Math.min(...rows.flat().map(({ y, height }) => y - height / 2));
  let x = 0;
  for (const [at, column] of columns.entries()) {
    const middles = new Map(rows[at]?.map(({ id, y }) => [id, y]));
    for (const { id, height } of column)
      places.set(id, { x, y: Math.round((middles.get(id) ?? 0) - height / 2 - top) });
    x += Math.max(0, ...column.map(({ width }) => width)) + gap.x;
  }
  return places;
}

/** The items of each column, ordered by what leads to them: ways of one step in their order. */
function rowsOf(
  columns: Layers['columns'],
  columnOf: Layers['columnOf'],
  arrows: readonly Arrow[],
): Item[][] {
  const items = new Map<string, Item>();
  const waysOf = new Map<string, readonly string[]>();
  const rows = columns.map((column) =>
    column.map(({ id, height, ways }) => {
      const item: Item = { id, height, before: [], after: [], y: 0 };
      items.set(id, item);
      waysOf.set(id, ways);
      return item;
    }),
  );
  let lanes = 0;
  for (const [number, { from, fromPort, to }] of arrows.entries()) {
    const [start, end] = [items.get(from), items.get(to)];
    if (start === undefined || end === undefined) continue;
    const ways = waysOf.get(from) ?? [];
    let at = (Math.max(0, ways.indexOf(fromPort)) + 1) / (ways.length + 2);
    let last = start;
    for (let column = (columnOf.get(from) ?? 0) + 1; column < (columnOf.get(to) ?? 0); column++) {
      if (lanes >= mostLanes) break;
      lanes += 1;
      const passing: Item = {
        id: `way ${String(number)} ${String(column)}`,
        height: lane,
        before: [],
        after: [],
        y: 0,
      };
      join(last, passing, at);
      rows[column]?.push(passing);
      [last, at] = [passing, 0.5];
    }
    join(last, end, at);
  }
  const rank = new Map<Item, number>();
  for (const row of rows) {
    const wish = new Map(row.map((item, place) => [item, wishOf(item, rank, place)]));
    row.sort((one, other) => (wish.get(one) ?? 0) - (wish.get(other) ?? 0));
    for (const [place, item] of row.entries()) rank.set(item, place);
  }
  return rows;
}

function join(from: Item, to: Item, at: number): void {
  from.after.push(to);
  to.before.push({ item: from, at });
}

/** The middle of the ways that lead to it; what nothing leads to keeps its place in the column. */
function wishOf({ before }: Item, rank: ReadonlyMap<Item, number>, place: number): number {
  if (before.length === 0) return place;
  const sum = before.reduce((all, { item, at }) => all + (rank.get(item) ?? 0) + at, 0);
  return sum / before.length;
}

function toward(row: Item[], beside: (item: Item) => readonly Item[], gap: number): void {
  for (const item of row) {
    const others = beside(item);
    if (others.length > 0) item.y = others.reduce((sum, { y }) => sum + y, 0) / others.length;
  }
  settle(row, gap);
}
