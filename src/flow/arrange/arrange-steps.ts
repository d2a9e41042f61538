/**
 * Places for steps so that a flow reads from left to right.
 *
 * 1. Every connection goes forward: a step stands right of all that lead to it, a join behind all of its ways.
 * 2. Nothing overlaps; the ways of a step keep their order from top to bottom.
 * 3. A group is laid out by itself and stands as one block, so that no other step stands in it. Where that would need a
 *    connection to go back (a way leaves the group and comes in again), its steps stand among the others.
 * 4. The same flow is always laid out in the same way, its top left corner where it was.
 */
import type { Position } from '../layout.ts';
import { layersOf } from './layers.ts';
import { placeRows } from './place-rows.ts';
import type { Box, Arrow } from './boxes.ts';

export interface ToArrange {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly groups: readonly { readonly id: string; readonly steps: readonly string[] }[];
}

export type Places = Readonly<Record<string, Position>>;

const gap = { x: 100, y: 48 } as const;
/** Room for a group's frame and title. */
const frame = { left: 32, top: 56, right: 32, bottom: 32 } as const;

/** The new places, by the ids of the boxes. */
export function arrangeSteps({ boxes, arrows, groups }: ToArrange): Places {
  const ids = new Set(boxes.map(({ id }) => id));
  const inside = arrows.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const blocks = blocksOf(boxes, inside, groups);
  const outer = outerOf(boxes, inside, blocks);
  const placed: Record<string, Position> = {};
  for (const [id, { x, y }] of placeAll(outer.boxes, outer.arrows)) {
    const block = blocks.get(id);
    if (block === undefined) placed[id] = { x, y };
    else
      for (const [step, place] of block.places)
        placed[step] = { x: x + frame.left + place.x, y: y + frame.top + place.y };
  }
  return movedTo(placed, cornerOf(boxes));
}

interface Block {
  readonly steps: ReadonlySet<string>;
  readonly box: Box;
  readonly places: ReadonlyMap<string, Position>;
}

/** A space is in no id of a step that the page makes, and the ids of groups are their own. */
const blockId = (group: string): string => `group ${group}`;

function blocksOf(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
  groups: ToArrange['groups'],
): ReadonlyMap<string, Block> {
  const blocks = new Map<string, Block>();
  for (const { id, steps } of groups) {
    const own = new Set(steps);
    const members = boxes.filter((box) => own.has(box.id));
    if (members.length < 2) continue;
    const within = arrows.filter(({ from, to }) => own.has(from) && own.has(to));
    const places = placeAll(members, within);
    const right = Math.max(...members.map((box) => (places.get(box.id)?.x ?? 0) + box.width));
    const bottom = Math.max(...members.map((box) => (places.get(box.id)?.y ?? 0) + box.height));
    const block: Block = {
      steps: own,
      places,
      box: {
        ...cornerOf(members),
        id: blockId(id),
        width: frame.left + right + frame.right,
        height: frame.top + bottom + frame.bottom,
        ways: [],
      },
    };
    const tried = new Map(blocks).set(block.box.id, block);
    const outer = outerOf(boxes, arrows, tried);
    if (layersOf(outer.boxes, outer.arrows) !== undefined) blocks.set(block.box.id, block);
  }
  return blocks;
}

/** Blocks in place of their steps. */
function outerOf(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
  blocks: ReadonlyMap<string, Block>,
): Pick<ToArrange, 'boxes' | 'arrows'> {
  const blockOf = new Map<string, Block>();
  for (const block of blocks.values()) for (const step of block.steps) blockOf.set(step, block);
  const seen = new Set<string>();
  const outer: Box[] = [];
  for (const box of boxes) {
    const { box: stands } = blockOf.get(box.id) ?? { box };
    if (!seen.has(stands.id)) outer.push(stands);
    seen.add(stands.id);
  }
  return {
    boxes: outer,
    arrows: arrows.flatMap((arrow) => {
      const from = blockOf.get(arrow.from)?.box.id ?? arrow.from;
      const to = blockOf.get(arrow.to)?.box.id ?? arrow.to;
      return from === to ? [] : [{ ...arrow, from, to }];
    }),
  };
}

/** What is not connected stands below each other, in the order of the flow. */
function placeAll(boxes: readonly Box[], arrows: readonly Arrow[]): ReadonlyMap<string, Position> {
  const placed = new Map<string, Position>();
  let top = 0;
  for (const part of partsOf(boxes, arrows)) {
    const layers = layersOf(part.boxes, part.arrows);
    if (layers === undefined) continue; // a flow makes no circle
    const places = placeRows(layers, part.arrows, gap);
    let bottom = top;
    for (const box of part.boxes) {
      const place = places.get(box.id) ?? { x: 0, y: 0 };
      placed.set(box.id, { x: place.x, y: place.y + top });
      bottom = Math.max(bottom, place.y + top + box.height);
    }
    top = bottom + gap.y;
  }
  return placed;
}

function partsOf(
  boxes: readonly Box[],
  arrows: readonly Arrow[],
): readonly Pick<ToArrange, 'boxes' | 'arrows'>[] {
  const beside = new Map<string, string[]>(boxes.map(({ id }) => [id, []]));
  for (const { from, to } of arrows) {
    beside.get(from)?.push(to);
    beside.get(to)?.push(from);
  }
  const partOf = new Map<string, number>();
  let count = 0;
  for (const { id } of boxes) {
    if (partOf.has(id)) continue;
    const reached = [id];
    partOf.set(id, count);
    for (const here of reached)
      for (const next of beside.get(here) ?? [])
        if (!partOf.has(next)) {
          partOf.set(next, count);
          reached.push(next);
        }
    count += 1;
  }
  const parts = Array.from({ length: count }, () => ({
    boxes: [] as Box[],
    arrows: [] as Arrow[],
  }));
  for (const box of boxes) parts[partOf.get(box.id) ?? 0]?.boxes.push(box);
  for (const arrow of arrows) parts[partOf.get(arrow.from) ?? 0]?.arrows.push(arrow);
  return parts;
}

function cornerOf(boxes: readonly Position[]): Position {
  let [x, y] = [Infinity, Infinity];
  for (const box of boxes) [x, y] = [Math.min(x, box.x), Math.min(y, box.y)];
  return { x, y };
}

function movedTo(placed: Places, corner: Position): Places {
  const now = cornerOf(Object.values(placed));
  return Object.fromEntries(
    Object.entries(placed).map(([id, { x, y }]) => [
      id,
      { x: Math.round(x - now.x + corner.x), y: Math.round(y - now.y + corner.y) },
    ]),
  );
}
