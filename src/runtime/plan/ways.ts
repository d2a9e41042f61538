import type { Edge, Step } from '../../flow/index.ts';

/** From one step that runs to another. */
export type Way = Pick<Edge, 'from' | 'fromPort' | 'to'>;

export function waysFrom(ways: readonly Way[]): ReadonlyMap<string, readonly Way[]> {
  return grouped(ways, (way) => way.from);
}

export function waysTo(ways: readonly Way[]): ReadonlyMap<string, readonly Way[]> {
  return grouped(ways, (way) => way.to);
}

function grouped(ways: readonly Way[], key: (way: Way) => string): ReadonlyMap<string, readonly Way[]> {
  const groups = new Map<string, Way[]>();
  for (const way of ways) {
    const group = groups.get(key(way));
    if (group === undefined) groups.set(key(way), [way]);
    else group.push(way);
  }
  return groups;
}

/** The ways between active steps; a way through steps that are switched off leads straight to what follows. */
export function bridged(edges: readonly Edge[], inScope: ReadonlySet<string>, active: ReadonlySet<string>): readonly Way[] {
  const known = edges.filter((edge) => inScope.has(edge.from) && inScope.has(edge.to));
  const leaving = waysFrom(known);
  const targetsOf = (id: string, passed: ReadonlySet<string>): readonly string[] => {
    if (active.has(id)) return [id];
    if (passed.has(id)) return [];
    const further = new Set([...passed, id]);
    return (leaving.get(id) ?? []).flatMap((edge) => targetsOf(edge.to, further));
  };
  return known
    .filter((edge) => active.has(edge.from))
    .flatMap(({ from, fromPort, to }) => targetsOf(to, new Set()).map((target) => ({ from, fromPort, to: target })));
}

/** Each step after everything that leads to it, otherwise as given; undefined when the ways make a circle. */
export function inOrder(steps: readonly Step[], ways: readonly Way[]): readonly Step[] | undefined {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const leaving = waysFrom(ways);
  const open = new Map<string, number>();
  for (const { to } of ways) open.set(to, (open.get(to) ?? 0) + 1);
  const ready = steps.filter((step) => !open.has(step.id));
  for (let at = 0; at < ready.length; at++) {
    for (const { to } of leaving.get((ready[at] as Step).id) ?? []) {
      const left = (open.get(to) ?? 0) - 1;
      open.set(to, left);
      const step = byId.get(to);
      if (left === 0 && step !== undefined) ready.push(step);
    }
  }
  return ready.length === steps.length ? ready : undefined;
}
