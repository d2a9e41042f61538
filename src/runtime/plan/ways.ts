import type { Edge } from '../../flow/index.ts';

/** Edges by the step they leave. */
export function waysFrom(ways: readonly Edge[]): ReadonlyMap<string, readonly Edge[]> {
  const leaving = new Map<string, Edge[]>();
  for (const way of ways) {
    const known = leaving.get(way.from);
    if (known === undefined) leaving.set(way.from, [way]);
    else known.push(way);
  }
  return leaving;
}

/** The ways between active steps; a way through steps that are switched off leads straight to what follows. */
export function bridged(
  edges: readonly Edge[],
  inScope: ReadonlySet<string>,
  active: ReadonlySet<string>,
): Edge[] {
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
    .flatMap((edge) => targetsOf(edge.to, new Set()).map((to) => ({ ...edge, to })));
}
