import type { Edge, Flow } from '../flow-document.ts';
import { leadsTo } from '../order-steps.ts';
import { changed, insertAt, refused, type Applied, type OperationOf } from './change.ts';

export const edgeOperations = {
  'edge.connect'(flow: Flow, { edge, at }: OperationOf<'edge.connect'>): Applied {
    if (flow.edges.some(({ id }) => id === edge.id)) return refused('id-taken');
    const why = whyNotConnected(flow, edge);
    if (why !== undefined) return refused(why);
    return changed(
      { ...flow, edges: insertAt(flow.edges, at, edge) },
      { type: 'edge.disconnect', edge: edge.id },
    );
  },

  'edge.disconnect'(flow: Flow, { edge: id }: OperationOf<'edge.disconnect'>): Applied {
    const at = flow.edges.findIndex((edge) => edge.id === id);
    const edge = flow.edges[at];
    if (edge === undefined) return refused('unknown-edge');
    return changed(
      { ...flow, edges: flow.edges.filter((other) => other !== edge) },
      { type: 'edge.connect', edge, at },
    );
  },
};

/** The last part of the refusal's code, or nothing when the edge may be made. */
export function whyNotConnected(
  flow: Flow,
  { from, fromPort, to }: Pick<Edge, 'from' | 'fromPort' | 'to'>,
): 'unknown-step' | 'edge-to-itself' | 'edge-twice' | 'edge-circle' | undefined {
  const known = (id: string): boolean => flow.steps.some((step) => step.id === id);
  if (!known(from) || !known(to)) return 'unknown-step';
  if (from === to) return 'edge-to-itself';
  const isSame = (edge: Edge): boolean =>
    edge.from === from && edge.fromPort === fromPort && edge.to === to;
  if (flow.edges.some(isSame)) return 'edge-twice';
  return leadsTo(flow.edges, to, from) ? 'edge-circle' : undefined;
}
