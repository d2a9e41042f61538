import { useReactFlow, useStoreApi, type NodeChange, type XYPosition } from '@xyflow/react';
import { useMemo, useRef, type Dispatch, type MouseEvent, type SetStateAction } from 'react';
import { targetOfNode } from '../state/node-ids.ts';
import { useWorkbench } from '../state/workbench.ts';
import type { CanvasNode } from './to-canvas.ts';

/**
 * A box drawn around steps stays in React Flow until it is let go, as a drag does; then it is the selection. What React Flow
 * would select at a click is not asked for: the step and the pane say it.
 */
export function useSelectionBox(
  setNodes: Dispatch<SetStateAction<CanvasNode[]>>,
  /** What is in the box although React Flow does not know it; undefined where it knows all. */
  inside: (one: XYPosition, other: XYPosition) => readonly string[] | undefined,
) {
  const { view } = useWorkbench();
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  const boxed = useRef<Set<string>>(undefined);
  const began = useRef<XYPosition>({ x: 0, y: 0 });
  const insideNow = useRef(inside);
  insideNow.current = inside;
  return useMemo(
    () => ({
      /** Whether the change is to be shown. */
      takes(change: NodeChange<CanvasNode>): boolean {
        if (change.type !== 'select' || boxed.current === undefined) return false;
        if (change.selected) boxed.current.add(change.id);
        else boxed.current.delete(change.id);
        return true;
      },
      start() {
        boxed.current = new Set();
        const { startX = 0, startY = 0 } = store.getState().userSelectionRect ?? {};
        began.current = { x: startX, y: startY };
        setNodes((now) =>
          now.map((node) => (node.selected === true ? { ...node, selected: false } : node)),
        );
      },
      end({ clientX: x, clientY: y }: MouseEvent) {
        if (boxed.current !== undefined) {
          const all = insideNow.current(began.current, screenToFlowPosition({ x, y }));
          const targets = [...(all ?? boxed.current)].map(targetOfNode);
          view.selectSteps(
            targets.flatMap(({ steps }) => steps),
            targets.flatMap(({ notes = [] }) => notes),
          );
        }
        boxed.current = undefined;
      },
    }),
    [view, setNodes, store, screenToFlowPosition],
  );
}
