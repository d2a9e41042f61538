/**
 * React Flow around the document.
 *
 * 1. A drag stays in React Flow until the drop; the drop is one `step.move`.
 * 2. Selection comes from the view store; a box is drawn in React Flow and becomes the selection when it is let go.
 * 3. Keys act only while the focus is on the canvas.
 */
import {
  applyNodeChanges,
  ReactFlow,
  useReactFlow,
  type NodeChange,
  type Viewport,
} from '@xyflow/react';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type PointerEvent,
} from 'react';
import { operationOf } from '../../flow/index.ts';
import { say } from '../../words/first.ts';
import { noteNodeId } from '../state/node-ids.ts';
import { markShown } from '../state/first-view.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { CanvasControls } from './canvas-controls.tsx';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import { ConnectRefusal } from './connect-refusal.tsx';
import { FarLayer } from './far-layer.tsx';
import { viewOfAll } from './flow-bounds.ts';
import { FlowEdge } from './flow-edge.tsx';
import { StepMenu } from './step-menu.tsx';
import { StepNode } from './step-node.tsx';
import { reactFlowWords } from './react-flow-words.ts';
import { portsOf } from '../state/step-ports.ts';
import { selectNode } from './select-node.ts';
import { createToCanvas, type CanvasNode, type FlowEdgeType } from './to-canvas.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useClipboard } from './use-clipboard.ts';
import { useConnecting } from './use-connecting.ts';
import { useDropFromPalette } from './use-drop-from-palette.ts';
import { useFarSteps } from './use-far-steps.ts';
import { useFollowedStep } from './use-followed-step.ts';
import { useInView } from './use-in-view.ts';
import { useLaidOut } from './use-laid-out.ts';
import { useKeptCentre } from './use-kept-centre.ts';
import { useNodesOf } from './use-nodes-of.ts';
import { useSelectionBox } from './use-selection-box.ts';
import css from './board.module.css';

/** Of flows without notes and groups. */
const stepTypes = { node: { step: StepNode }, edge: { flow: FlowEdge } };
const noEdges: FlowEdgeType[] = [];
const farBelow = 0.4;

export function Board({ narrow }: { readonly narrow: boolean }) {
  const { document, view, run, catalog } = useWorkbench();
  const canvas = useCanvasStore();
  const flow = useDocument((state) => state.flow);
  const readOnly = useDocument((state) => state.readOnly);
  const selectedStep = useView((state) => state.selectedStep);
  const selectedSteps = useView((state) => state.selectedSteps);
  const selectedNotes = useView((state) => state.selectedNotes);
  const selectedEdge = useView((state) => state.selectedEdge);
  const connecting = useCanvas((state) => state.connecting !== undefined);
  const board = useRef<HTMLDivElement>(null);
  const { screenToFlowPosition } = useReactFlow();

  const [canvasWords] = useState(reactFlowWords);
  const [toCanvas] = useState(() =>
    createToCanvas((step) => portsOf(step, operationOf(step, catalog))),
  );
  const steps = useMemo(
    () => (flow === undefined ? { nodes: [], edges: [] } : toCanvas(flow)),
    [flow, toCanvas],
  );
  const { graph, parts, types = stepTypes, isReady } = useLaidOut(flow, steps);
  const selected = useMemo(
    () =>
      selectedNotes.length === 0
        ? selectedSteps
        : [...selectedSteps, ...selectedNotes.map(noteNodeId)],
    [selectedSteps, selectedNotes],
  );
  const [nodes, setNodes] = useNodesOf(graph.nodes, selected);
  const edges = useMemo(
    () =>
      selectedEdge === undefined
        ? graph.edges
        : graph.edges.map((edge) =>
            edge.id === selectedEdge ? { ...edge, selected: true } : edge,
          ),
    [graph.edges, selectedEdge],
  );
  const far = useFarSteps(nodes);
  const box = useSelectionBox(setNodes, far.inside);
  const start = useFirstView(isReady ? graph.nodes : undefined, board, narrow);
  const onKeyDown = useCanvasKeys(board, graph);
  const drop = useDropFromPalette(board);
  const connect = useConnecting();
  useClipboard(board);
  useKeptCentre(board);
  useInView(selectedStep, board);
  useInView(useFollowedStep(), board, false);

  useEffect(() => {
    if (start !== undefined) markShown();
  }, [start]);

  useEffect(() => {
    const { tabStop } = canvas.getState();
    if (!graph.nodes.some(({ id }) => id === tabStop))
      canvas.setState({
        tabStop: (graph.nodes.find(({ type }) => type === 'step') ?? graph.nodes[0])?.id,
      });
  }, [graph, canvas]);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      // Sizes are computed and removals go through the document: both are not React Flow's to change.
      const taken = changes.filter((change) => change.type === 'position' || box.takes(change));
      if (taken.length > 0)
        setNodes((now) => applyNodeChanges(parts?.withMembers(taken, now) ?? taken, now));
    },
    [setNodes, box, parts],
  );
  const onNodeDragStop = useCallback(
    (_event: unknown, _node: CanvasNode, moved: CanvasNode[]) => {
      if (parts !== undefined) {
        parts.drop(moved);
        return;
      }
      const places = document.getState().flow?.layout.positions ?? {};
      const positions = Object.fromEntries(
        moved.map(({ id, position: { x, y } }) => [id, { x: Math.round(x), y: Math.round(y) }]),
      );
      const isMoved = Object.entries(positions).some(
        ([id, { x, y }]) => places[id]?.x !== x || places[id]?.y !== y,
      );
      if (isMoved) document.apply({ type: 'step.move', positions });
    },
    [document, parts],
  );
  const onMove = useCallback(
    (_event: unknown, { zoom }: Viewport) => {
      if (canvas.getState().far !== zoom < farBelow) canvas.setState({ far: zoom < farBelow });
    },
    [canvas],
  );
  const onMoveStart = useCallback(
    // Without an event it is the page that moves the view.
    (event: unknown) => {
      if (event !== null) canvas.setState({ ownViewIn: run.getState().run?.runId });
    },
    [canvas, run],
  );
  function onPaneClick(event: MouseEvent) {
    selectNode(view, far.under(event));
    view.setState({ insertAt: undefined });
  }
  function onPaneContextMenu(event: MouseEvent | globalThis.MouseEvent) {
    if (readOnly) return;
    event.preventDefault();
    const { clientX: x, clientY: y } = event;
    canvas.setState({ paneMenu: { x, y, at: screenToFlowPosition({ x, y }) } });
  }
  function onPointerUp({ target }: PointerEvent) {
    // The pane is around the steps as well; a step that was pressed keeps the focus.
    if (
      target instanceof Element &&
      target.closest('.react-flow__pane') !== null &&
      target.closest('.react-flow__node, button') === null
    )
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
      aria-describedby="flow-in-words"
      onKeyDown={onKeyDown}
      onPointerMove={far.onPointerMove}
      onPointerUp={onPointerUp}
    >
      <p id="canvas-keys" hidden>
        {say('canvas.keys-help')}
      </p>
      {start !== undefined && (
        <ReactFlow<CanvasNode, FlowEdgeType>
          nodes={far.touched?.nodes ?? nodes}
          edges={far.touched === undefined ? edges : noEdges}
          nodeTypes={types.node}
          edgeTypes={types.edge}
          defaultViewport={start}
          onNodesChange={onNodesChange}
          onNodeDragStop={onNodeDragStop}
          onEdgeClick={(_event, { id, type }) => {
            if (type !== 'bundle') view.selectEdge(id);
          }}
          onSelectionStart={box.start}
          onSelectionEnd={box.end}
          onPaneClick={onPaneClick}
          onPaneContextMenu={onPaneContextMenu}
          onMoveStart={onMoveStart}
          onMove={onMove}
          {...connect}
          onlyRenderVisibleElements
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          nodesFocusable={false}
          edgesFocusable={false}
          selectNodesOnDrag={false}
          disableKeyboardA11y
          ariaLabelConfig={canvasWords}
          deleteKeyCode={null}
          nodeDragThreshold={4}
          connectionRadius={36}
          panOnScroll
          minZoom={0.05}
          maxZoom={2}
        >
          {far.touched !== undefined && (
            <FarLayer
              nodes={graph.nodes}
              edges={graph.edges}
              dragged={far.touched.dragged}
              drawBehind={parts?.drawBehind}
            />
          )}
          {parts !== undefined && <parts.Follow nodes={graph.nodes} narrow={narrow} />}
          <CanvasControls
            narrow={narrow}
            nodes={graph.nodes}
            hasMap={far.touched === undefined}
            mapColour={parts?.mapColour}
          />
        </ReactFlow>
      )}
      <ConnectRefusal />
      {!readOnly && <StepMenu />}
    </div>
  );
}

/** The first view is computed, not fitted: with it, only what is seen is ever mounted. */
function useFirstView(
  /** Undefined while they are not all known. */
  nodes: readonly CanvasNode[] | undefined,
  board: { readonly current: HTMLElement | null },
  narrow: boolean,
): Viewport | undefined {
  const canvas = useCanvasStore();
  const [start, setStart] = useState<Viewport>();
  useLayoutEffect(() => {
    if (start !== undefined || nodes === undefined) return;
    const size = board.current?.getBoundingClientRect();
    if (size === undefined) return;
    const first = viewOfAll(nodes, size, narrow);
    canvas.setState({ far: first.zoom < farBelow });
    setStart(first);
  }, [start, nodes, board, narrow, canvas]);
  return start;
}
