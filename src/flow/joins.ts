/**
 * Where the copies of one message part and meet again. A Join waits for what left its fork: the last step that every way
 * to it passes.
 */
import { wordsOf } from '../shared/index.ts';
import type { Flow } from './flow-document.ts';
import { operationOf, outPort, portsOf, type FindOperations } from './step-facts.ts';

type Edges = Flow['edges'];

/** A way that leads into a step, by the name that a person knows: of the branch or the step that it comes from. */
export interface Way {
  readonly from: string;
  readonly port: string;
  readonly name: string;
}

/** The ways into a step, each with a name of its own, in the order in which they were drawn. */
export function waysInto(
  steps: Flow['steps'],
  edges: Edges,
  catalog: FindOperations,
  id: string,
): readonly Way[] {
  const taken = new Set<string>();
  return edges
    .filter(({ to }) => to === id)
    .map(({ from, fromPort }) => {
      const name = freeName(nameOfWay(steps, catalog, from, fromPort), taken);
      taken.add(name);
      return { from, port: fromPort, name };
    });
}

function nameOfWay(
  steps: Flow['steps'],
  catalog: FindOperations,
  from: string,
  port: string,
): string {
  const step = steps.find((each) => each.id === from);
  if (step === undefined) return from;
  const branch =
    port === outPort
      ? undefined
      : portsOf(step, operationOf(step, catalog)).out.find(({ id }) => id === port);
  const title = branch === undefined ? '' : wordsOf(branch.title);
  return title === '' ? step.name : title;
}

function freeName(wish: string, taken: ReadonlySet<string>): string {
  const base = wish === '' || wish === '__proto__' ? '…' : wish;
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base} ${String(number)}`;
    if (!taken.has(name)) return name;
  }
}

/** The last step that every way to `join` passes; undefined where they begin at different steps. */
export function forkOf(edges: Edges, join: string): string | undefined {
  const into = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = into.get(to);
    if (known === undefined) into.set(to, [from]);
    else known.push(from);
  }
  const above = new Map<string, { readonly step: string | undefined; readonly depth: number }>();
  for (const step of earlierFirst(into, join)) {
    const [first, ...others] = into.get(step) ?? [];
    let shared = first;
    for (const other of others) shared = lastShared(above, shared, other);
    const depth = shared === undefined ? 0 : (above.get(shared)?.depth ?? 0) + 1;
    above.set(step, { step: shared, depth });
  }
  return above.get(join)?.step;
}

/** The deepest step that both, and every way to them, pass. */
function lastShared(
  above: ReadonlyMap<string, { readonly step: string | undefined; readonly depth: number }>,
  first: string | undefined,
  second: string | undefined,
): string | undefined {
  let [one, other] = [first, second];
  while (one !== other) {
    if (one === undefined || other === undefined) return undefined;
    const isDeeper = (above.get(one)?.depth ?? 0) >= (above.get(other)?.depth ?? 0);
    if (isDeeper) one = above.get(one)?.step;
    else other = above.get(other)?.step;
  }
  return one;
}

/** A step and all that lead to it, each after those before it. */
function earlierFirst(into: ReadonlyMap<string, readonly string[]>, last: string): string[] {
  const ordered: string[] = [];
  const seen = new Set<string>();
  const stack: { readonly step: string; readonly isReady: boolean }[] = [
    { step: last, isReady: false },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { step, isReady } = next;
    if (isReady) ordered.push(step);
    else if (!seen.has(step)) {
      seen.add(step);
      stack.push({ step, isReady: true });
      for (const from of into.get(step) ?? []) stack.push({ step: from, isReady: false });
    }
  }
  return ordered;
}
