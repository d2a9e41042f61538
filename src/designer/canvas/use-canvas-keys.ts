import { useReactFlow } from '@xyflow/react';
import { useCallback, type KeyboardEvent, type RefObject } from 'react';
import { applyAloud } from '../effects/apply-aloud.ts';
import { runPressed } from '../effects/commands/pressed-commands.ts';
import { focusedTarget } from '../effects/commands/targets.ts';
import { indexOf } from '../state/step-index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { focusStep } from '../ui/focus.ts';
import { useCanvasStore } from './canvas-store.ts';
import { nearestStep, type Direction } from './nearest-step.ts';
import { placeOf, stepHeight, stepWidth } from '../state/step-box.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const nudge = 20;

/** Keys of commands on the flow; arrow keys go to the next step (with Alt they move it), Esc lets go. */
export function useCanvasKeys(board: RefObject<HTMLElement | null>) {
  const bench = useWorkbench();
  const canvas = useCanvasStore();
  const { setCenter, getZoom } = useReactFlow();

  return useCallback(
    (event: KeyboardEvent) => {
      const { document, view } = bench;
      const { flow, readOnly } = document.getState();
      const target = event.target;
      if (
        flow === undefined ||
        !(target instanceof HTMLElement) ||
        board.current?.contains(target) !== true
      )
        return;
      if (target.closest('input, textarea, [role="menu"]') !== null) return;
      const focused = target.dataset['stepButton'];

      const done = runPressed(bench, event, 'flow', focusedTarget(bench, focused));
      if (done !== undefined) {
        event.preventDefault();
        if (done.removes === true) board.current.focus();
        return;
      }
      if (event.key === 'Escape') {
        view.selectStep(undefined);
        view.setState({ insertAt: undefined });
        return;
      }
      const direction = directions[event.key];
      if (direction === undefined || event.ctrlKey || event.metaKey) return;
      const { after, before, steps } = indexOf(flow);
      const current = focused ?? canvas.getState().tabStop;
      if (current === undefined) return;
      event.preventDefault();
      const places = new Map(flow.steps.map((step, at) => [step.id, placeOf(flow, step.id, at)]));

      if (event.altKey) {
        const place = places.get(current);
        if (place === undefined || readOnly) return;
        const dx = direction === 'left' ? -nudge : direction === 'right' ? nudge : 0;
        const dy = direction === 'up' ? -nudge : direction === 'down' ? nudge : 0;
        applyAloud(bench, {
          type: 'step.move',
          positions: { [current]: { x: place.x + dx, y: place.y + dy } },
        });
        return;
      }
      const next =
        focused === undefined
          ? current
          : nearestStep(current, direction, places, {
              after: after.get(current) ?? [],
              before: before.get(current) ?? [],
            });
      if (next === undefined || !steps.has(next)) return;
      canvas.setState({ tabStop: next });
      const place = places.get(next);
      const shown = board.current.querySelector(`[data-step-button="${CSS.escape(next)}"]`);
      // A step out of sight is not mounted: it comes into view first, then it can take the focus.
      if (shown === null && place !== undefined)
        void setCenter(place.x + stepWidth / 2, place.y + stepHeight / 2, { zoom: getZoom() });
      focusStep(next);
    },
    [bench, canvas, board, setCenter, getZoom],
  );
}
