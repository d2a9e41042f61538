/**
 * Notes and groups on the canvas, loaded with the first flow that has one.
 *
 * 1. Derived from the document as the steps are: what did not change keeps its object, and without folded groups the connections
 *    keep their list.
 * 2. A group is no parent of its steps: its frame is computed from where they stand, and they are moved with it.
 */
import type { NodeChange } from '@xyflow/react';
import { outPort, type Flow, type Note, type StepGroup } from '../../../flow/index.ts';
import { regroupAloud } from '../../effects/group-acts.ts';
import { groupBoxes, type Box, type GroupBox } from '../../state/group-boxes.ts';
import { groupNodeId, noteNodeId, targetOfNode } from '../../state/node-ids.ts';
import { stepHeight, stepWidth } from '../../state/step-box.ts';
import type { Workbench } from '../../state/workbench.ts';
import { FlowEdge } from '../flow-edge.tsx';
import { BundleEdge } from '../groups/bundle-edge.tsx';
import { FoldedGroup } from '../groups/folded-group.tsx';
import { GroupFrame } from '../groups/group-frame.tsx';
import { NoteNode } from '../notes/note-node.tsx';
import { StepNode } from '../step-node.tsx';
import { handlesOf, type CanvasGraph, type CanvasNode, type FlowEdgeType } from '../to-canvas.ts';
import { drawBehind, mapColour } from './draw-laid-out.ts';
import { FollowLaidOut } from './follow-laid-out.tsx';
import { planDrop } from './plan-drop.ts';
import { reroute } from './reroute.ts';

export type LaidOutParts = ReturnType<typeof createLaidOut>;

const noData: Record<string, never> = {};
const noBoxes: readonly GroupBox[] = [];

interface Laid {
  readonly groups: readonly StepGroup[];
  readonly notes: readonly Note[];
  readonly from: CanvasGraph;
  readonly openGroups: readonly string[];
  readonly steps: ReadonlyMap<string, CanvasNode>;
  readonly boxes: readonly GroupBox[];
  readonly graph: CanvasGraph;
}

export function createLaidOut(bench: Workbench) {
  const known = new Map<string, { readonly of: GroupBox | Note; readonly node: CanvasNode }>();
  let last: Laid | undefined;
  let routed: { from: readonly FlowEdgeType[]; key: string; edges: FlowEdgeType[] } | undefined;

  function layOut(flow: Flow, from: CanvasGraph, openGroups: readonly string[]): CanvasGraph {
    const { groups, notes } = flow.layout;
    if (
      last?.groups === groups &&
      last.notes === notes &&
      last.from === from &&
      last.openGroups === openGroups
    )
      return last.graph;
    const steps = new Map(from.nodes.map((node) => [node.id, node]));
    const boxes =
      groups.length === 0
        ? noBoxes
        : groupBoxes(groups, (step) => boxOfNode(steps.get(step)), openGroups);
    const folded = boxes.filter(({ isFolded }) => isFolded);
    const boxOf = new Map(
      folded.flatMap(({ group }) =>
        group.steps.map((step) => [step, groupNodeId(group.id)] as const),
      ),
    );
    const shown = boxOf.size === 0 ? from.nodes : from.nodes.filter(({ id }) => !boxOf.has(id));
    const graph: CanvasGraph = {
      nodes: [
        ...boxes.filter(({ isFolded }) => !isFolded).map(boxNode),
        ...notes.map(noteNode),
        ...folded.map(boxNode),
        ...shown,
      ],
      edges: boxOf.size === 0 ? from.edges : route(from.edges, boxOf),
    };
    last = { groups, notes, from, openGroups, steps, boxes, graph };
    return graph;
  }

  /** The same list where the connections and the folded groups are the same. */
  function route(from: FlowEdgeType[], boxOf: ReadonlyMap<string, string>): FlowEdgeType[] {
    const key = JSON.stringify([...boxOf]);
    if (routed?.from !== from || routed.key !== key)
      routed = { from, key, edges: reroute(from, boxOf) };
    return routed.edges;
  }

  function boxNode(box: GroupBox): CanvasNode {
    const id = groupNodeId(box.group.id);
    const { isFolded, x, y, width, height } = box;
    const before = known.get(id);
    if (before !== undefined && 'group' in before.of && isSameBox(before.of, box))
      return before.node;
    const place = {
      id,
      position: { x, y },
      data: noData,
      width,
      height,
      measured: { width, height },
    };
    const node: CanvasNode = isFolded
      ? { ...place, type: 'folded', selectable: false, handles: handlesOf(portsOfBox) }
      : {
          ...place,
          type: 'frame',
          selectable: false,
          // Below connections and steps, which are reached through it.
          zIndex: -1,
          style: { pointerEvents: 'none' },
        };
    known.set(id, { of: box, node });
    return node;
  }

  function noteNode(note: Note): CanvasNode {
    const id = noteNodeId(note.id);
    const before = known.get(id);
    if (before?.of === note) return before.node;
    const { width, height } = note.size;
    const node: CanvasNode = {
      id,
      type: 'note',
      position: note.position,
      data: noData,
      width,
      height,
      measured: { width, height },
    };
    known.set(id, { of: note, node });
    return node;
  }

  /** While a frame is dragged, its steps go along; they are dragged as well, for whoever draws only what is not. */
  function withMembers(
    changes: readonly NodeChange<CanvasNode>[],
    nodes: readonly CanvasNode[],
  ): NodeChange<CanvasNode>[] {
    return changes.flatMap((change): NodeChange<CanvasNode>[] => {
      if (change.type !== 'position' || change.position === undefined) return [change];
      const { group } = targetOfNode(change.id);
      const frame = group === undefined ? undefined : nodes.find(({ id }) => id === change.id);
      if (frame?.type !== 'frame') return [change];
      const dx = change.position.x - frame.position.x;
      const dy = change.position.y - frame.position.y;
      const { dragging } = change;
      if (dx === 0 && dy === 0 && dragging === true) return [change];
      const members = new Set(last?.groups.find(({ id }) => id === group)?.steps);
      return [
        change,
        ...nodes
          .filter(({ id }) => members.has(id))
          .map(({ id, position: { x, y } }): NodeChange<CanvasNode> => {
            const position = { x: x + dx, y: y + dy };
            return { id, type: 'position', position, ...(dragging !== undefined && { dragging }) };
          }),
      ];
    });
  }

  function drop(moved: readonly CanvasNode[]): void {
    const { flow } = bench.document.getState();
    if (flow === undefined || last === undefined) return;
    const planned = planDrop(flow, moved, last.steps, last.boxes);
    if (planned === undefined) return;
    const { operation, regrouped } = planned;
    if (operation.type === 'batch' && regrouped.length > 0)
      regroupAloud(bench, operation, regrouped);
    else bench.document.apply(operation);
  }

  return {
    types,
    layOut,
    withMembers,
    drop,
    drawBehind,
    mapColour: mapColour(bench),
    Follow: FollowLaidOut,
  };
}

/** Not loaded one by one: React Flow measures where connections end when a node is first mounted. */
const types = {
  node: { step: StepNode, note: NoteNode, frame: GroupFrame, folded: FoldedGroup },
  edge: { flow: FlowEdge, bundle: BundleEdge },
};

function boxOfNode(node: CanvasNode | undefined): Box | undefined {
  if (node === undefined) return undefined;
  const { position, width = stepWidth, height = stepHeight } = node;
  return { ...position, width, height };
}

const portsOfBox = { in: true, out: [{ id: outPort, title: '' }] };

function isSameBox(one: GroupBox, other: GroupBox): boolean {
  return (
    one.group === other.group &&
    one.isFolded === other.isFolded &&
    one.x === other.x &&
    one.y === other.y &&
    one.width === other.width &&
    one.height === other.height
  );
}
