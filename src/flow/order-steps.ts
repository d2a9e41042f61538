import type { Edge, Flow, Step } from './flow-document.ts';

type Way = Pick<Edge, 'from' | 'to'>;

/** Every step after all that lead to it, otherwise as listed. Steps of a circle (a broken file) come last. */
export function orderSteps(flow: Pick<Flow, 'steps' | 'edges'>): readonly Step[] {
  const known = new Map(flow.steps.map((step, at) => [step.id, at]));
  const open = flow.steps.map(() => 0);
  const next: number[][] = flow.steps.map(() => []);
  for (const { from, to } of flow.edges) {
    const source = known.get(from);
    const target = known.get(to);
    if (source === undefined || target === undefined) continue;
    next[source]?.push(target);
    open[target] = (open[target] ?? 0) + 1;
  }
  const ordered: number[] = [];
  for (let at = 0; at < open.length; at++) if (open[at] === 0) ordered.push(at);
  for (const at of ordered) {
    for (const target of next[at] ?? []) {
      const left = (open[target] ?? 0) - 1;
      open[target] = left;
      if (left === 0) ordered.push(target);
    }
  }
  const placed = new Set(ordered);
  for (let at = 0; at < open.length; at++) if (!placed.has(at)) ordered.push(at);
  return ordered.map((at) => flow.steps[at] as Step); // positions of its own list
}

/** Ids of all steps that lead to this one, nearest first; never the step itself. */
export function upstreamOf(flow: Pick<Flow, 'edges'>, step: string): readonly string[] {
  return reached(grouped(flow.edges, 'to', 'from'), step);
}

/** Ids of all steps that this one leads to, nearest first; never the step itself. */
export function downstreamOf(flow: Pick<Flow, 'edges'>, step: string): readonly string[] {
  return reached(grouped(flow.edges, 'from', 'to'), step);
}

/** The steps that nothing leads to, as listed. */
export function firstStepsOf(flow: Pick<Flow, 'steps' | 'edges'>): readonly Step[] {
  const targets = new Set(flow.edges.map((edge) => edge.to));
  return flow.steps.filter((step) => !targets.has(step.id));
}

/** Whether there is a way from one step to another. */
export function leadsTo(edges: readonly Way[], from: string, to: string): boolean {
  if (from === to) return true;
  // Asked for each of many new edges, mostly of steps at an end: then there is nothing to walk along.
  if (!edges.some((edge) => edge.from === from) || !edges.some((edge) => edge.to === to))
    return false;
  return reached(grouped(edges, 'from', 'to'), from).includes(to);
}

/** Whether the edges make a circle. */
export function hasCircle(flow: Pick<Flow, 'steps' | 'edges'>): boolean {
  const position = new Map(orderSteps(flow).map((step, at) => [step.id, at]));
  return flow.edges.some(({ from, to }) => {
    const source = position.get(from);
    const target = position.get(to);
    return source !== undefined && target !== undefined && source >= target;
  });
}

function reached(next: ReadonlyMap<string, readonly string[]>, start: string): readonly string[] {
  const found = new Set<string>([start]);
  for (const id of found) for (const other of next.get(id) ?? []) found.add(other);
  found.delete(start);
  return [...found];
}

function grouped(
  edges: readonly Way[],
  key: 'from' | 'to',
  value: 'from' | 'to',
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const edge of edges) {
    const group = groups.get(edge[key]);
    if (group === undefined) groups.set(edge[key], [edge[value]]);
    else group.push(edge[value]);
  }
  return groups;
}
