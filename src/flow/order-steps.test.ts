import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edge } from './flow-document.ts';
import {
  downstreamOf,
  firstStepsOf,
  hasCircle,
  leadsTo,
  orderSteps,
  upstreamOf,
} from './order-steps.ts';
import { reachOf } from './reach.ts';
import { aFlow, anEdge, findCustomers } from './testing/a-flow.ts';

const flowOf = (names: readonly string[], ...ways: readonly (readonly [string, string])[]) =>
  aFlow({
    steps: names.map((name) => findCustomers(name)),
    edges: ways.map(([from, to]) => anEdge(from, to)),
  });
const diamond = flowOf(['d', 'c', 'b', 'a'], ['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd']);

describe('the order of steps', () => {
  it('puts each after all that lead to it, otherwise as listed', () => {
    expect(orderSteps(diamond).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(firstStepsOf(diamond).map(({ id }) => id)).toEqual(['a']);
  });

  it('names what is before and after, nearest first', () => {
    expect(upstreamOf(diamond, 'd')).toEqual(['b', 'c', 'a']);
    expect(downstreamOf(diamond, 'a')).toEqual(['b', 'c', 'd']);
    expect(leadsTo(diamond.edges, 'a', 'd')).toBe(true);
    expect(leadsTo(diamond.edges, 'b', 'c')).toBe(false);
  });

  it('loses no step of a circle', () => {
    const circle = flowOf(['a', 'b', 'c'], ['a', 'b'], ['b', 'c'], ['c', 'b']);
    expect(orderSteps(circle).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect([hasCircle(circle), hasCircle(diamond)]).toEqual([true, false]);
  });
});

describe('whether a step leads to another', () => {
  it('agrees with all that it leads to, in any flow', () => {
    const step = fc.nat(12);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(step, step), { maxLength: 20 }),
        step,
        step,
        (pairs, from, to) => {
          const edges = pairs.map((pair) => anEdge(String(pair[0]), String(pair[1])));
          const reached = downstreamOf({ edges }, String(from));
          const isReached = from === to || reached.includes(String(to));
          expect(leadsTo(edges, String(from), String(to))).toBe(isReached);
        },
      ),
    );
  });
});

describe('reachOf', () => {
  it('agrees with a walk along the edges, in any flow', () => {
    const size = 40;
    const names = Array.from({ length: size }, (_, at) => String(at));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 80 }),
        (pairs) => {
          const edges: Edge[] = pairs
            .filter(([from, to]) => from < to)
            .map(([from, to]) => anEdge(String(from), String(to)));
          const reach = reachOf(edges);
          for (const name of names) {
            const walked = new Set(upstreamOf({ edges }, name));
            expect(names.filter((other) => reach.isBefore(other, name))).toEqual(
              names.filter((other) => walked.has(other)),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names the nearest steps first, and not all of a long flow', () => {
    const names = Array.from({ length: 50 }, (_, at) => String(at));
    const row = flowOf(names, ...names.slice(1).map((name, at) => [String(at), name] as const));
    expect(reachOf(row.edges).nearestBefore('49').slice(0, 3)).toEqual(['48', '47', '46']);
    expect(reachOf(row.edges).nearestBefore('49').length).toBeLessThan(10);
  });
});
