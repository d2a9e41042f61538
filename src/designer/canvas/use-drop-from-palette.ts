import { useReactFlow } from '@xyflow/react';
import { useEffect, useState, type RefObject } from 'react';
import { useWorkbench } from '../state/workbench.ts';
import { useCanvasStore } from './canvas-store.ts';
import { stepHeight, stepWidth } from '../state/step-box.ts';
import { useAddStep } from '../effects/use-add-step.ts';

/** Takes what the palette drops: on a connection it goes between, elsewhere it stands where it was let go. */
export function useDropFromPalette(board: RefObject<HTMLElement | null>): {
  readonly over: boolean;
} {
  const { placement } = useWorkbench();
  const canvas = useCanvasStore();
  const addStep = useAddStep();
  const { screenToFlowPosition } = useReactFlow();
  const [over, setOver] = useState(false);

  useEffect(() => {
    const stopFollowing = placement.subscribe(({ held }) => {
      const inside = held !== undefined && isOver(board.current, held);
      setOver(inside);
      const dropEdge = inside ? edgeNear(board.current, held) : undefined;
      if (canvas.getState().dropEdge !== dropEdge) canvas.setState({ dropEdge });
    });
    const stopTaking = placement.onDrop(({ component, x, y }) => {
      const edge = edgeNear(board.current, { x, y });
      setOver(false);
      canvas.setState({ dropEdge: undefined });
      if (!isOver(board.current, { x, y })) return false;
      const { x: left, y: top } = screenToFlowPosition({ x, y });
      const at = { x: Math.round(left - stepWidth / 2), y: Math.round(top - stepHeight / 2) };
      addStep(component, edge === undefined ? { at } : { edge });
      return true;
    });
    return () => {
      stopFollowing();
      stopTaking();
    };
  }, [placement, canvas, addStep, board, screenToFlowPosition]);
  return { over };
}

/** Over the canvas, also where the words of the empty canvas or the controls lie on it. */
function isOver(
  board: HTMLElement | null,
  { x, y }: { readonly x: number; readonly y: number },
): boolean {
  return (
    board !== null && document.elementsFromPoint(x, y).some((element) => board.contains(element))
  );
}

const near = 28;

/** The connection that passes within 28 px of the point. */
function edgeNear(
  board: HTMLElement | null,
  point: { readonly x: number; readonly y: number } | undefined,
): string | undefined {
  if (board === null || point === undefined) return undefined;
  for (let dy = 0; dy <= near; dy += 7)
    for (const y of dy === 0 ? [0] : [dy, -dy])
      for (const element of document.elementsFromPoint(point.x, point.y + y)) {
        const edge = element.closest('.react-flow__edge');
        if (edge !== null && board.contains(edge)) return edge.getAttribute('data-id') ?? undefined;
      }
  return undefined;
}
