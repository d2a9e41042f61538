/**
 * The flow as React Flow sees it.
 *
 * 1. A step or edge that did not change keeps its object, so that React Flow and `memo` can skip it.
 * 2. Size and handles are computed from the step's ports, never measured: only what is visible is ever mounted.
 * 3. A node carries no data: it reads its step by its id.
 */
import { Position, type Edge as CanvasEdge, type Node, type NodeHandle } from '@xyflow/react';
import {
  inPort,
  type Edge,
  type Flow,
  type Position as Place,
  type Step,
} from '../../flow/index.ts';
import { say } from '../../words/first.ts';
import { handleTop, heightFor, placeOf, stepWidth } from '../state/step-box.ts';
import type { StepPorts } from '../state/step-ports.ts';

const handleSize = 10;

export type StepNodeType = Node<Record<string, never>, 'step'>;
/** Beside steps: notes, the frame around a group, and a folded group, which stands for its steps. */
export type CanvasNode =
  | StepNodeType
  | Node<Record<string, never>, 'note'>
  | Node<Record<string, never>, 'frame' | 'folded'>;
/** A bundle stands for several connections with a folded group. */
export type FlowEdgeType = CanvasEdge<{ readonly count?: number }, 'flow' | 'bundle'>;

export interface CanvasGraph {
  readonly nodes: CanvasNode[];
  readonly edges: FlowEdgeType[];
}

const noData: Record<string, never> = {};
/** React Flow would call it an "edge", in English. */
const noRole = { 'aria-roledescription': undefined };

/** Makes the graph of one flow after another, reusing what stayed the same. */
export function createToCanvas(portsOf: (step: Step) => StepPorts): (flow: Flow) => CanvasGraph {
  const nodes = new Map<string, { step: Step; x: number; y: number; node: StepNodeType }>();
  const edges = new Map<string, { edge: Edge; drawn: FlowEdgeType }>();
  let last: { flow: Flow; graph: CanvasGraph } | undefined;

  function nodeOf(step: Step, { x, y }: Place): StepNodeType {
    const known = nodes.get(step.id);
    if (known !== undefined && known.step === step && known.x === x && known.y === y)
      return known.node;
    const ports = portsOf(step);
    const height = heightFor(ports.out.length);
    const node: StepNodeType = {
      id: step.id,
      type: 'step',
      position: { x, y },
      data: noData,
      width: stepWidth,
      height,
      measured: { width: stepWidth, height },
      handles: handlesOf(ports),
    };
    nodes.set(step.id, { step, x, y, node });
    return node;
  }

  function edgeOf(edge: Edge): FlowEdgeType {
    const known = edges.get(edge.id);
    if (known?.edge === edge) return known.drawn;
    const drawn: FlowEdgeType = {
      id: edge.id,
      type: 'flow',
      source: edge.from,
      sourceHandle: edge.fromPort,
      target: edge.to,
      targetHandle: edge.toPort,
      data: noData,
      ariaLabel: say('canvas.edge'),
      domAttributes: noRole,
    };
    edges.set(edge.id, { edge, drawn });
    return drawn;
  }

  return (flow) => {
    if (last?.flow === flow) return last.graph;
    const graph: CanvasGraph = {
      nodes: flow.steps.map((step, at) => nodeOf(step, placeOf(flow, step.id, at))),
      edges: last?.flow.edges === flow.edges ? last.graph.edges : flow.edges.map(edgeOf),
    };
    if (nodes.size > graph.nodes.length * 2 + 100) nodes.clear(); // forgets steps that were removed long ago
    if (edges.size > graph.edges.length * 2 + 100) edges.clear();
    last = { flow, graph };
    return graph;
  };
}

export function handlesOf({ in: hasIn, out }: StepPorts): NodeHandle[] {
  const half = handleSize / 2;
  const size = { width: handleSize, height: handleSize };
  const sources = out.map(({ id }, at): NodeHandle => ({
    id,
    type: 'source',
    position: Position.Right,
    x: stepWidth - half,
    y: handleTop(at, out.length) - half,
    ...size,
  }));
  const target: NodeHandle = {
    id: inPort,
    type: 'target',
    position: Position.Left,
    x: -half,
    y: heightFor(out.length) / 2 - half,
    ...size,
  };
  return hasIn ? [target, ...sources] : sources;
}
