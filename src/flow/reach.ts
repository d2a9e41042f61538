import type { Edge, Flow } from './flow-document.ts';

/** Who leads to whom. Worked out once for a list of edges: steps change far more often than edges do. */
export interface Reach {
  into(step: string): readonly Edge[];
  outOf(step: string): readonly Edge[];
  /** Whether `earlier` leads to `later`; never true for a step and itself. */
  isBefore(earlier: string, later: string): boolean;
  /** The earlier steps that are fewest edges away, nearest first; about six. */
  nearestBefore(step: string): readonly string[];
}

const known = new WeakMap<Flow['edges'], Reach>();
const none: readonly Edge[] = [];

export function reachOf(edges: Flow['edges']): Reach {
  let reach = known.get(edges);
  if (reach === undefined) known.set(edges, (reach = workOut(edges)));
  return reach;
}

function workOut(edges: readonly Edge[]): Reach {
  const into = new Map<string, Edge[]>();
  const outOf = new Map<string, Edge[]>();
  for (const edge of edges) {
    push(into, edge.to, edge);
    push(outOf, edge.from, edge);
  }
  const before = earlierSteps(edges, into);
  const near = new Map<string, readonly string[]>();
  return {
    into: (step) => into.get(step) ?? none,
    outOf: (step) => outOf.get(step) ?? none,
    isBefore: before,
    nearestBefore(step) {
      let found = near.get(step);
      if (found === undefined) near.set(step, (found = nearestSteps(step, into)));
      return found;
    },
  };
}

const near = 6;

function nearestSteps(step: string, into: ReadonlyMap<string, readonly Edge[]>): readonly string[] {
  const seen = new Set([step]);
  for (const id of seen) {
    if (seen.size > near) break;
    for (const { from } of into.get(id) ?? none) seen.add(from);
  }
  seen.delete(step);
  return [...seen];
}

/** One bit for each pair of steps: 5,000 steps in a row are 3 MB and a few milliseconds. */
function earlierSteps(
  edges: readonly Edge[],
  into: ReadonlyMap<string, readonly Edge[]>,
): (earlier: string, later: string) => boolean {
  const number = new Map<string, number>();
  for (const { from, to } of edges) {
    if (!number.has(from)) number.set(from, number.size);
    if (!number.has(to)) number.set(to, number.size);
  }
  const words = Math.ceil(number.size / 32);
  const bits = new Map<string, Uint32Array>();
  const open = new Set<string>();

  const bitsOf = (step: string): Uint32Array => {
    const stack = [step];
    for (let here = stack.at(-1); here !== undefined; here = stack.at(-1)) {
      if (bits.has(here)) {
        stack.pop();
        continue;
      }
      const sources = into.get(here) ?? none;
      const waiting = sources.filter(({ from }) => !bits.has(from) && !open.has(from));
      open.add(here);
      if (waiting.length > 0) {
        for (const { from } of waiting) stack.push(from);
        continue;
      }
      const made = new Uint32Array(words);
      for (const { from } of sources) {
        const earlier = bits.get(from); // missing only in a circle, which no accepted flow has
        if (earlier !== undefined)
          for (let at = 0; at < words; at++) made[at] = (made[at] ?? 0) | (earlier[at] ?? 0);
        const position = number.get(from) ?? 0;
        made[position >>> 5] = (made[position >>> 5] ?? 0) | (1 << (position & 31));
      }
      bits.set(here, made);
      stack.pop();
    }
    return bits.get(step) ?? new Uint32Array(words);
  };

  return (earlier, later) => {
    const position = number.get(earlier);
    if (position === undefined || !number.has(later) || earlier === later) return false;
    return ((bitsOf(later)[position >>> 5] ?? 0) & (1 << (position & 31))) !== 0;
  };
}

function push(groups: Map<string, Edge[]>, key: string, edge: Edge): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [edge]);
  else group.push(edge);
}
