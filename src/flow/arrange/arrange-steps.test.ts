import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeSteps, type ToArrange } from './arrange-steps.ts';
import type { Arrow, Box } from './boxes.ts';
import { processorMs } from '../../shared/testing/processor-ms.ts';

const aBox = (id: string, change: Partial<Box> = {}): Box => ({
  id,
  x: 0,
  y: 0,
  width: 220,
  height: 72,
  ways: ['out'],
  ...change,
});
const arrow = (from: string, to: string, fromPort = 'out'): Arrow => ({ from, to, fromPort });

/** A flow of up to `most` steps; ways lead to later ones alone, as in a flow without a circle. */
const drawn = (most: number) =>
  fc
    .record({
      heights: fc.array(fc.integer({ min: 72, max: 200 }), { minLength: 1, maxLength: most }),
      ends: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(2)), { maxLength: most * 2 }),
      groups: fc.array(fc.nat(4), { minLength: most, maxLength: most }),
    })
    .map(({ heights, ends, groups }): ToArrange => {
      const boxes = heights.map((height, at) =>
        aBox(`s${String(at)}`, { height, ways: ['a', 'b', 'c'], x: at * 7, y: -at * 3 }),
      );
      const arrows = ends.flatMap(([one, other, way]) => {
        const [from, to] = [one % boxes.length, other % boxes.length].toSorted((a, b) => a - b);
        return from === undefined || to === undefined || from === to
          ? []
          : [arrow(`s${String(from)}`, `s${String(to)}`, ['a', 'b', 'c'][way])];
      });
      return {
        boxes,
        arrows,
        groups: [0, 1, 2].map((group) => ({
          id: String(group),
          steps: boxes.flatMap(({ id }, at) => (groups[at] === group ? [id] : [])),
        })),
      };
    });

function overlapping({ boxes }: ToArrange, places: ReturnType<typeof arrangeSteps>): string[] {
  const stands = boxes.map((box) => ({ ...box, ...places[box.id] }));
  return stands.flatMap((one, at) =>
    stands
      .slice(at + 1)
      .filter(
        (other) =>
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      )
      .map((other) => `${one.id} ${other.id}`),
  );
}

describe('arranged steps', () => {
  it('never overlap, lead forward, and are the same each time', () => {
    fc.assert(
      fc.property(drawn(24), (flow) => {
        const places = arrangeSteps(flow);
        expect(Object.keys(places).toSorted()).toEqual(flow.boxes.map(({ id }) => id).toSorted());
        expect(overlapping(flow, places)).toEqual([]);
        for (const { from, to } of flow.arrows)
          expect(places[to]?.x ?? 0).toBeGreaterThanOrEqual((places[from]?.x ?? 0) + 220);
        expect(arrangeSteps(flow)).toEqual(places);
      }),
      { numRuns: 150 },
    );
  });

  it('stand in one line where one follows the other, from where the flow began', () => {
    const boxes = [aBox('a', { x: 500, y: 40 }), aBox('b', { x: 90, y: 30 }), aBox('c')];
    expect(arrangeSteps({ boxes, arrows: [arrow('a', 'b'), arrow('b', 'c')], groups: [] })).toEqual(
      { a: { x: 0, y: 0 }, b: { x: 320, y: 0 }, c: { x: 640, y: 0 } },
    );
  });

  it('keep the order of ways, and a join stands behind all of them, in their middle', () => {
    const places = arrangeSteps({
      boxes: [
        aBox('r', { ways: ['one', 'two'] }),
        ...['b', 'a', 'more', 'join'].map((id) => aBox(id)),
      ],
      arrows: [
        arrow('r', 'b', 'two'),
        arrow('r', 'a', 'one'),
        arrow('a', 'more'),
        arrow('more', 'join'),
        arrow('b', 'join'),
      ],
      groups: [],
    });
    expect(places['a']?.y).toBeLessThan(places['b']?.y ?? 0);
    expect(places['join']?.x).toBe(960);
    expect(places['b']?.x).toBe(320);
  });

  it('go around a step that a long way passes', () => {
    const places = arrangeSteps({
      boxes: ['a', 'b', 'c'].map((id) => aBox(id)),
      arrows: [arrow('a', 'b'), arrow('b', 'c'), arrow('a', 'c')],
      groups: [],
    });
    const middle = ((places['a']?.y ?? 0) + (places['c']?.y ?? 0)) / 2 + 36;
    const { y = 0 } = places['b'] ?? {};
    expect(middle > y && middle < y + 72).toBe(false);
  });

  it('of a group stand together, with no other step between them', () => {
    const boxes = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => aBox(id));
    const places = arrangeSteps({
      boxes,
      arrows: [arrow('a', 'b'), arrow('a', 'c'), arrow('a', 'd'), arrow('d', 'e'), arrow('b', 'f')],
      groups: [{ id: 'g', steps: ['b', 'd'] }],
    });
    const at = (id: string) => places[id] ?? { x: 0, y: 0 };
    const left = Math.min(at('b').x, at('d').x);
    const top = Math.min(at('b').y, at('d').y);
    const right = Math.max(at('b').x, at('d').x) + 220;
    const bottom = Math.max(at('b').y, at('d').y) + 72;
    const strangers = ['a', 'c', 'e', 'f'].filter((id) => {
      const { x, y } = at(id);
      return x < right && x + 220 > left && y < bottom && y + 72 > top;
    });
    expect(strangers).toEqual([]);
  });

  it('a thousand take less than a second', () => {
    const boxes = Array.from({ length: 1_000 }, (_none, at) => aBox(`s${String(at)}`));
    const arrows = boxes
      .slice(1)
      .flatMap(({ id }, at) => [
        arrow(`s${String(Math.floor(at / 3))}`, id),
        ...(at > 200 && at % 5 === 0 ? [arrow(`s${String(at - 150)}`, id)] : []),
      ]);
    const groups = Array.from({ length: 20 }, (_none, at) => ({
      id: String(at),
      steps: boxes.slice(at * 40, at * 40 + 4).map(({ id }) => id),
    }));
    const began = processorMs();
    expect(Object.keys(arrangeSteps({ boxes, arrows, groups }))).toHaveLength(1_000);
    expect(processorMs(began)).toBeLessThan(1_000);
  });
});
