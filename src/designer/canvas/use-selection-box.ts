import { useMemo, useRef, type Dispatch, type SetStateAction } from 'react';
import type { NodeChange } from '@xyflow/react';
import { targetOfNode } from '../state/node-ids.ts';
import { useWorkbench } from '../state/workbench.ts';
import type { CanvasNode } from './to-canvas.ts';

/**
 * A box drawn around steps stays in React Flow until it is let go, as a drag does; then it is the selection. What React Flow
 * would select at a click is not asked for: the step and the pane say it.
 */
export function useSelectionBox(setNodes: Dispatch<SetStateAction<CanvasNode[]>>) {
  const { view } = useWorkbench();
  const boxed = useRef<Set<string>>(undefined);
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
        setNodes((now) =>
          now.map((node) => (node.selected === true ? { ...node, selected: false } : node)),
        );
      },
      end() {
        if (boxed.current !== undefined) {
          const targets = [...boxed.current].map(targetOfNode);
          view.selectSteps(
            targets.flatMap(({ steps }) => steps),
            targets.flatMap(({ notes = [] }) => notes),
          );
        }
        boxed.current = undefined;
      },
    }),
    [view, setNodes],
  );
}
