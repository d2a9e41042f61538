import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { indexOf } from '../state/step-index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { focusStep } from '../ui/focus.ts';
import { motionMs } from '../ui/motion.ts';
import { placeOf, stepHeight, stepWidth } from '../state/step-box.ts';

/** Room for "+" beside the step. */
const margin = 56;

/** Brings a step into sight: the selected one, which a panel, a problem or the keyboard left outside, or one that is followed. */
export function useInView(
  selected: string | undefined,
  board: RefObject<HTMLElement | null>,
  keepsFocus = true,
): void {
  const { document } = useWorkbench();
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    const element = board.current;
    if (selected === undefined || element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      const { flow } = document.getState();
      const number = flow && indexOf(flow).steps.get(selected)?.number;
      const size = element.getBoundingClientRect();
      if (flow === undefined || number === undefined || size.width === 0) return;
      // While the panel took its room the step was outside for a moment, and took the focus with it.
      if (keepsFocus && globalThis.document.activeElement === globalThis.document.body)
        focusStep(selected);
      const { x, y } = placeOf(flow, selected, number - 1);
      const { x: left, y: top, zoom } = getViewport();
      const dx = outside(x * zoom + left, stepWidth * zoom, size.width);
      const dy = outside(y * zoom + top, stepHeight * zoom, size.height);
      if (dx === 0 && dy === 0) return;
      void setViewport({ x: left + dx, y: top + dy, zoom }, { duration: motionMs(160) });
    };
    // The observer tells the size at once, and whenever a panel has taken or given room since.
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(show, 200);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [selected, board, keepsFocus, document, getViewport, setViewport]);
}

/** How far something must move to lie inside; nothing when it does, its near end first when it does not fit. */
function outside(start: number, length: number, room: number): number {
  if (start < margin || length + 2 * margin > room) return margin - start;
  return Math.min(0, room - margin - (start + length));
}
