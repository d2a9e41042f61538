/**
 * React Flow around the document.
 *
 * 1. A drag stays in React Flow until the drop; the drop is one `step.move`.
 * 2. Selection comes from the view store; a box or Shift adds to it here only.
 * 3. Keys act only while the focus is on the canvas.
 */
import {
  applyNodeChanges,
  ReactFlow,
  type Connection,
  type NodeChange,
  type OnConnectStartParams,
} from '@xyflow/react';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type PointerEvent as ReactPointerEvent,
} from 'react';
import { operationOf, inPort, outPort } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import { CanvasControls } from './canvas-controls.tsx';
import { validTargets, whyNot } from './connect.ts';
import { FlowEdge } from './flow-edge.tsx';
import { StepMenu } from './step-menu.tsx';
import { StepNode } from './step-node.tsx';
import { portsOf } from './step-ports.ts';
import { createToCanvas, type FlowEdgeType, type StepNodeType } from './to-canvas.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useDropFromPalette } from './use-drop-from-palette.ts';
import { useInView } from './use-in-view.ts';
import { useKeptCentre } from './use-kept-centre.ts';
import css from './board.module.css';

const nodeTypes = { step: StepNode };
const edgeTypes = { flow: FlowEdge };
const fitViewOptions = { maxZoom: 1, minZoom: 0.3, padding: 0.2 };
const farBelow = 0.4;

export function Board({ narrow }: { readonly narrow: boolean }) {
  const bench = useWorkbench();
  const { document, view, catalog, toasts, newId } = bench;
  const canvas = useCanvasStore();
  const flow = useDocument((state) => state.flow);
  const readOnly = useDocument((state) => state.readOnly);
  const selectedStep = useView((state) => state.selectedStep);
  const selectedEdge = useView((state) => state.selectedEdge);
  const connecting = useCanvas((state) => state.connecting !== undefined);
  const board = useRef<HTMLDivElement>(null);

  const [toCanvas] = useState(() =>
    createToCanvas((step) => portsOf(step, operationOf(step, catalog))),
  );
  const graph = useMemo(
    () => (flow === undefined ? { nodes: [], edges: [] } : toCanvas(flow)),
    [flow, toCanvas],
  );
  const [nodes, setNodes] = useNodesOf(graph.nodes, selectedStep);
  const edges = useMemo(
    () =>
      selectedEdge === undefined
        ? graph.edges
        : graph.edges.map((edge) =>
            edge.id === selectedEdge ? { ...edge, selected: true } : edge,
          ),
    [graph.edges, selectedEdge],
  );

  useEffect(() => {
    const { tabStop } = canvas.getState();
    if (flow !== undefined && !flow.steps.some((step) => step.id === tabStop))
      canvas.setState({ tabStop: flow.steps[0]?.id });
  }, [flow, canvas]);

  const onKeyDown = useCanvasKeys(nodes, board);
  const drop = useDropFromPalette(board);
  useKeptCentre(board);
  useInView(selectedStep, board);

  const onNodesChange = useCallback(
    (changes: NodeChange<StepNodeType>[]) => {
      // Sizes are computed and removals go through the document: both are not React Flow's to change.
      const taken = changes.filter(({ type }) => type === 'position' || type === 'select');
      if (taken.length > 0) setNodes((now) => applyNodeChanges(taken, now));
    },
    [setNodes],
  );

  const onNodeDragStop = useCallback(
    (_event: unknown, _node: StepNodeType, moved: StepNodeType[]) => {
      const positions = Object.fromEntries(
        moved.map(({ id, position }) => [
          id,
          { x: Math.round(position.x), y: Math.round(position.y) },
        ]),
      );
      const { flow: before } = document.getState();
      const places = before?.layout.positions ?? {};
      const isMoved = Object.entries(positions).some(
        ([id, { x, y }]) => places[id]?.x !== x || places[id]?.y !== y,
      );
      if (isMoved) document.apply({ type: 'step.move', positions });
    },
    [document],
  );

  const onConnect = useCallback(
    ({ source, sourceHandle, target }: Connection) => {
      const edge = {
        id: newId(),
        from: source,
        fromPort: sourceHandle ?? outPort,
        to: target,
        toPort: inPort,
      };
      const applied = document.apply({ type: 'edge.connect', edge });
      if (!applied.ok) toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
    },
    [document, toasts, newId],
  );

  const onConnectStart = useCallback(
    (_event: unknown, { nodeId, handleId, handleType }: OnConnectStartParams) => {
      const { flow: now } = document.getState();
      if (now === undefined || nodeId === null || handleType !== 'source') return;
      canvas.setState({
        connecting: {
          from: nodeId,
          valid: validTargets(now, catalog, nodeId, handleId ?? outPort),
        },
      });
    },
    [document, catalog, canvas],
  );

  const isValidConnection = useCallback(
    ({ source, sourceHandle, target }: Connection | FlowEdgeType) => {
      const { connecting: drawn } = canvas.getState();
      if (drawn !== undefined) return drawn.valid.has(target);
      const { flow: now } = document.getState();
      return (
        now !== undefined && validTargets(now, catalog, source, sourceHandle ?? outPort).has(target)
      );
    },
    [document, catalog, canvas],
  );

  /** A connection let go over a step that cannot take it says why; over an empty place it asks what to add. */
  const onConnectEnd = useCallback(
    (
      event: MouseEvent | TouchEvent,
      state: {
        isValid: boolean | null;
        fromHandle: { id?: string | null; nodeId: string; type: string } | null;
      },
    ) => {
      canvas.setState({ connecting: undefined });
      const { fromHandle } = state;
      const { flow: now } = document.getState();
      if (state.isValid === true || fromHandle?.type !== 'source' || now === undefined) return;
      const at = 'changedTouches' in event ? event.changedTouches[0] : event;
      const under = at && globalThis.document.elementFromPoint(at.clientX, at.clientY);
      const to = under?.closest('.react-flow__node')?.getAttribute('data-id');
      const port = fromHandle.id ?? outPort;
      if (to === null || to === undefined) {
        if (under?.closest('.react-flow__pane') != null)
          view.setState({ insertAt: { after: fromHandle.nodeId, port }, paletteOpen: true });
        return;
      }
      if (to === fromHandle.nodeId) return;
      const why = whyNot(now, catalog, { from: fromHandle.nodeId, fromPort: port, to });
      if (why !== undefined) toasts.show({ text: sayWording(why), tone: 'trouble' });
    },
    [canvas, document, catalog, view, toasts],
  );

  function onBoardPointerUp(event: ReactPointerEvent) {
    if (event.target instanceof Element && event.target.closest('.react-flow__pane') !== null)
      board.current?.focus();
  }

  return (
    <div
      ref={board}
      className={css.board}
      tabIndex={-1}
      data-connecting={connecting || undefined}
      data-drop={drop.over || undefined}
      role="group"
      aria-label={say('canvas.label')}
      onKeyDown={onKeyDown}
      onPointerUp={onBoardPointerUp}
    >
      <p id="canvas-keys" hidden>
        {say('canvas.keys-help')}
      </p>
      <ReactFlow<StepNodeType, FlowEdgeType>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onNodeDragStop={onNodeDragStop}
        onEdgeClick={(_event, edge) =>
          view.setState({ selectedEdge: edge.id, selectedStep: undefined })
        }
        onPaneClick={() => {
          view.selectStep(undefined);
          view.setState({ insertAt: undefined });
        }}
        onMove={(_event, { zoom }) => {
          const far = zoom < farBelow;
          if (canvas.getState().far !== far) canvas.setState({ far });
        }}
        onConnect={onConnect}
        onConnectStart={onConnectStart}
        onConnectEnd={onConnectEnd}
        isValidConnection={isValidConnection}
        onlyRenderVisibleElements
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        selectNodesOnDrag={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        nodeDragThreshold={4}
        connectionRadius={36}
        panOnScroll
        minZoom={0.05}
        maxZoom={2}
        fitView
        fitViewOptions={fitViewOptions}
      >
        <CanvasControls narrow={narrow} />
      </ReactFlow>
      {!readOnly && <StepMenu />}
    </div>
  );
}

/** The nodes as React Flow holds them: a step that did not change keeps its object, its selection and its drag. */
function useNodesOf(derived: StepNodeType[], selected: string | undefined) {
  const [nodes, setNodes] = useState<StepNodeType[]>(() =>
    derived.map((node) => withSelection(node, node.id === selected)),
  );
  const last = useRef({ derived, selected });
  useEffect(() => {
    const before = last.current;
    if (before.derived === derived && before.selected === selected) return;
    const sources = new Map(before.derived.map((node) => [node.id, node]));
    last.current = { derived, selected };
    setNodes((held) => {
      const known = new Map(held.map((node) => [node.id, node]));
      return derived.map((node) => {
        const old = known.get(node.id);
        const isSelected =
          before.selected === selected ? (old?.selected ?? false) : node.id === selected;
        const isSame =
          old !== undefined &&
          sources.get(node.id) === node &&
          old.position.x === node.position.x &&
          old.position.y === node.position.y;
        return withSelection(isSame ? old : node, isSelected);
      });
    });
  }, [derived, selected]);
  return [nodes, setNodes] as const;
}

function withSelection(node: StepNodeType, selected: boolean): StepNodeType {
  return (node.selected ?? false) === selected ? node : { ...node, selected };
}
