import type { Edge, Flow, Step } from '../../flow/index.ts';

/** A flow's steps by id with their numbers, and the edges by their ends. Made once for each version of the flow. */
export interface StepIndex {
  readonly steps: ReadonlyMap<
    string,
    { readonly step: Step; /** From 1. */ readonly number: number }
  >;
  readonly edges: ReadonlyMap<string, Edge>;
  readonly after: ReadonlyMap<string, readonly Edge[]>;
  readonly before: ReadonlyMap<string, readonly Edge[]>;
}

const known = new WeakMap<Flow, StepIndex>();

export function indexOf(flow: Flow): StepIndex {
  const found = known.get(flow);
  if (found !== undefined) return found;
  const after = new Map<string, Edge[]>();
  const before = new Map<string, Edge[]>();
  for (const edge of flow.edges) {
    push(after, edge.from, edge);
    push(before, edge.to, edge);
  }
  const index: StepIndex = {
    steps: new Map(flow.steps.map((step, at) => [step.id, { step, number: at + 1 }])),
    edges: new Map(flow.edges.map((edge) => [edge.id, edge])),
    after,
    before,
  };
  known.set(flow, index);
  return index;
}

function push(into: Map<string, Edge[]>, key: string, edge: Edge): void {
  const edges = into.get(key);
  if (edges === undefined) into.set(key, [edge]);
  else edges.push(edge);
}
