import { inPort, outPort } from '../../../flow/index.ts';
import type { FlowEdgeType } from '../to-canvas.ts';

/**
 * Connections with steps of folded groups end at the group's box; those within one are not drawn. Several that would lie on each
 * other are one bundle. What has nothing to do with a folded group keeps its object.
 */
export function reroute(
  edges: readonly FlowEdgeType[],
  /** The box that stands for a step. */
  boxOf: ReadonlyMap<string, string>,
): FlowEdgeType[] {
  const drawn: FlowEdgeType[] = [];
  const together = new Map<string, FlowEdgeType[]>();
  for (const edge of edges) {
    const from = boxOf.get(edge.source);
    const to = boxOf.get(edge.target);
    if (from === undefined && to === undefined) drawn.push(edge);
    else if (from !== to) {
      const moved: FlowEdgeType = {
        ...edge,
        ...(from !== undefined && { source: from, sourceHandle: outPort }),
        ...(to !== undefined && { target: to, targetHandle: inPort }),
      };
      const key = JSON.stringify([moved.source, moved.sourceHandle, moved.target]);
      const same = together.get(key);
      if (same === undefined) together.set(key, [moved]);
      else same.push(moved);
    }
  }
  for (const [key, [first, ...others]] of together) {
    if (first === undefined) continue;
    drawn.push(
      others.length === 0
        ? first
        : { ...first, id: `bundle:${key}`, type: 'bundle', data: { count: others.length + 1 } },
    );
  }
  return drawn;
}
