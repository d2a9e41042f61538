import { useReactFlow } from '@xyflow/react';
import { useCallback, type KeyboardEvent, type RefObject } from 'react';
import { applyAloud } from '../effects/apply-aloud.ts';
import { runPressed } from '../effects/commands/pressed-commands.ts';
import { focusedTarget } from '../effects/commands/targets.ts';
import { targetOfNode } from '../state/node-ids.ts';
import { useWorkbench } from '../state/workbench.ts';
import { focusStep } from '../ui/focus.ts';
import { useCanvasStore } from './canvas-store.ts';
import { nearestStep, type Direction } from './nearest-step.ts';
import { stepHeight, stepWidth } from '../state/step-box.ts';
import type { CanvasGraph } from './to-canvas.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const nudge = 20;

/** Keys of commands on the flow; arrow keys go to the next step (with Alt they move it), Esc lets go. */
export function useCanvasKeys(board: RefObject<HTMLElement | null>, graph: CanvasGraph) {
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
      const current = focused ?? canvas.getState().tabStop;
      if (current === undefined) return;
      event.preventDefault();
      const places = new Map(graph.nodes.map(({ id, position }) => [id, position]));

      if (event.altKey) {
        const place = places.get(current);
        if (place === undefined || readOnly) return;
        const dx = direction === 'left' ? -nudge : direction === 'right' ? nudge : 0;
        const dy = direction === 'up' ? -nudge : direction === 'down' ? nudge : 0;
        const { notes: [note] = [], group } = targetOfNode(current);
        if (note !== undefined)
          void import('../effects/note-acts.ts').then(({ nudgeNote }) =>
            nudgeNote(bench, note, { x: dx, y: dy }, event.shiftKey),
          );
        else if (group !== undefined)
          void import('../effects/group-acts.ts').then(({ nudgeGroup }) =>
            nudgeGroup(bench, group, { x: dx, y: dy }),
          );
        else
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
              after: graph.edges
                .filter(({ source }) => source === current)
                .map(({ target }) => target),
              before: graph.edges
                .filter(({ target }) => target === current)
                .map(({ source }) => source),
            });
      if (next === undefined) return;
      canvas.setState({ tabStop: next });
      const place = places.get(next);
      const shown = board.current.querySelector(`[data-step-button="${CSS.escape(next)}"]`);
      // A step out of sight is not mounted: it comes into view first, then it can take the focus.
      if (shown === null && place !== undefined)
        void setCenter(place.x + stepWidth / 2, place.y + stepHeight / 2, { zoom: getZoom() });
      focusStep(next);
    },
    [bench, canvas, board, graph, setCenter, getZoom],
  );
}
