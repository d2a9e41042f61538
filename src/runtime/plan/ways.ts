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

/**
 * The ways between active steps; a way through steps that are switched off leads straight to what follows. `goesOn`:
 * what passes by a step that is switched off takes this way of its. Ways that become the same one are one: nothing comes
 * twice under one name.
 */
export function bridged(
  edges: readonly Edge[],
  inScope: ReadonlySet<string>,
  active: ReadonlySet<string>,
  goesOn: (edge: Edge) => boolean,
): Edge[] {
  const known = edges.filter((edge) => inScope.has(edge.from) && inScope.has(edge.to));
  const leaving = waysFrom(known);
  const targetsOf = (id: string, passed: ReadonlySet<string>): readonly string[] => {
    if (active.has(id)) return [id];
    if (passed.has(id)) return [];
    const further = new Set([...passed, id]);
    return (leaving.get(id) ?? []).filter(goesOn).flatMap((edge) => targetsOf(edge.to, further));
  };
  const made = new Map<string, Edge>();
  for (const edge of known.filter(({ from }) => active.has(from)))
    for (const to of targetsOf(edge.to, new Set())) {
      const name = JSON.stringify([edge.from, edge.fromPort, to]);
      if (!made.has(name)) made.set(name, { ...edge, to });
    }
  return [...made.values()];
}

/** Steps that only ways lead to which were there (`before`) and are not any more: no message ever comes to them. */
export function cutOff(before: readonly Edge[], now: readonly Edge[]): ReadonlySet<string> {
  const gone = new Set<string>();
  if (before.length === now.length) return gone;
  const targets = [...new Set(before.map(({ to }) => to))];
  for (let known = -1; known < gone.size;) {
    known = gone.size;
    const reached = new Set(now.flatMap(({ from, to }) => (gone.has(from) ? [] : [to])));
    for (const id of targets) if (!reached.has(id)) gone.add(id);
  }
  return gone;
}
