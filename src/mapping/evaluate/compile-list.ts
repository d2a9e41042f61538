import type { Json } from '../../shared/index.ts';
import type { ForEachPart, ListBinding } from '../binding.ts';
import {
  type Compile,
  fail,
  type Evaluate,
  type Frame,
  type ListSlot,
  type Place,
} from './frame.ts';
import { compileTest, type Test } from './compile-test.ts';
import { order } from './compare.ts';

type Append = (frame: Frame, list: Json[]) => void;

/** A list from its parts in order: fixed entries, and one entry for each of another list. Missing sources add nothing. */
export function compileList(binding: ListBinding, place: Place, compile: Compile): Evaluate {
  const slot = nextSlot(place);
  const here: Place = { ...place, target: [...place.target, { slot }] };
  const parts = binding.parts.map((part) =>
    'forEach' in part
      ? compileForEach(part, slot, place, here, compile)
      : compileFixed(part.item, slot, here, compile),
  );
  const [only, ...more] = binding.parts;
  const [append] = parts;
  if (only !== undefined && append !== undefined && more.length === 0) {
    if (
      'forEach' in only &&
      only.where === undefined &&
      only.sort === undefined &&
      only.limit === undefined
    ) {
      return compileEach(only, slot, place, here, compile);
    }
    return (frame) => {
      const list: Json[] = [];
      append(frame, list);
      return list;
    };
  }
  return (frame) => {
    const list: Json[] = [];
    for (const part of parts) part(frame, list);
    return list;
  };
}

function compileFixed(
  item: ListBinding['parts'][number]['item'],
  slot: number,
  here: Place,
  compile: Compile,
): Append {
  const evaluate = compile(item, here);
  return (frame, list) => {
    frame.positions[slot] = list.length;
    const value = evaluate(frame);
    if (value !== undefined) list.push(value);
  };
}

/** The plain case, "for each of these one of those": as long as its source, so its room is known before. */
function compileEach(
  part: ForEachPart,
  slot: number,
  outer: Place,
  here: Place,
  compile: Compile,
): Evaluate {
  const named: Place = { ...outer, ...originOf(part) };
  const entries = compile(part.forEach, outer);
  const item = compile(part.item, {
    ...here,
    scope: { name: part.name, slot, outer: outer.scope },
  });
  return (frame) => {
    const rows = entries(frame);
    if (!Array.isArray(rows)) {
      if (rows !== undefined && rows !== null) fail(frame, named, 'not-a-list', {}, rows);
      return [];
    }
    const { items, positions } = frame;
    const list = new Array<Json>(rows.length);
    let count = 0;
    for (let at = 0; at < rows.length; at++) {
      items[slot] = rows[at] as Json;
      positions[slot] = count;
      const value = item(frame);
      if (value !== undefined) list[count++] = value;
    }
    items[slot] = undefined;
    if (count < rows.length) list.length = count;
    return list;
  };
}

function compileForEach(
  part: ForEachPart,
  slot: number,
  outer: Place,
  here: Place,
  compile: Compile,
): Append {
  const origin = originOf(part);
  const named: Place = { ...outer, ...origin };
  const entries = compile(part.forEach, outer);
  const inner: Place = { ...here, scope: { name: part.name, slot, outer: outer.scope } };
  const item = compile(part.item, inner);
  const where = part.where === undefined ? undefined : compileTest(part.where, inner, compile);
  const by = part.sort === undefined ? undefined : compile(part.sort.by, inner);
  const direction = part.sort?.order === 'descending' ? -1 : 1;
  const limit = part.limit ?? Number.POSITIVE_INFINITY;
  return (frame, list) => {
    let source = entries(frame);
    if (source === undefined || source === null) return;
    if (!Array.isArray(source)) {
      fail(frame, named, 'not-a-list', {}, source);
      return;
    }
    frame.positions[slot] = list.length; // where the first of them would go
    if (by !== undefined)
      source = sorted(keep(source, where, frame, slot), by, direction, frame, slot);
    const rows = source as readonly Json[];
    const test = by === undefined ? where : undefined;
    let taken = 0;
    for (let at = 0; at < rows.length && taken < limit; at++) {
      frame.items[slot] = rows[at];
      frame.positions[slot] = list.length;
      if (test !== undefined && !test(frame)) continue;
      taken++;
      const value = item(frame);
      if (value !== undefined) list.push(value);
    }
    frame.items[slot] = undefined;
  };
}

function keep(
  rows: readonly Json[],
  where: Test | undefined,
  frame: Frame,
  slot: number,
): readonly Json[] {
  if (where === undefined) return rows;
  return rows.filter((row) => {
    frame.items[slot] = row;
    return where(frame);
  });
}

/** Stable; entries without a value to sort by come last, in either direction. */
function sorted(
  rows: readonly Json[],
  by: Evaluate,
  direction: 1 | -1,
  frame: Frame,
  slot: number,
): Json[] {
  const keyed = rows.map((row) => {
    frame.items[slot] = row;
    return { row, key: by(frame) };
  });
  keyed.sort((left, right) => {
    const leftEmpty = left.key === undefined || left.key === null;
    const rightEmpty = right.key === undefined || right.key === null;
    if (leftEmpty || rightEmpty) return Number(leftEmpty) - Number(rightEmpty);
    return direction * (order(left.key as Json, right.key as Json, frame.context.timeZone) ?? 0);
  });
  return keyed.map(({ row }) => row);
}

/** Slots are numbered by depth: lists beside each other share one, lists inside each other do not. */
function nextSlot(place: Place): number {
  let deepest = -1;
  for (const step of place.target)
    if (typeof step === 'object') deepest = Math.max(deepest, (step as ListSlot).slot);
  return deepest + 1;
}

function originOf(part: ForEachPart): Pick<Place, 'origin'> {
  return part.forEach.kind === 'ref'
    ? { origin: { from: part.forEach.from, path: part.forEach.path } }
    : {};
}
