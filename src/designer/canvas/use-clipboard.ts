import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import {
  commands,
  focusedTarget,
  isOffered,
  type CommandId,
} from '../effects/commands/commands.ts';
import { whenShown } from '../state/first-view.ts';
import { useWorkbench } from '../state/workbench.ts';
import { focusStep } from '../ui/focus.ts';
import { placeOf, stepHeight, stepWidth } from '../state/step-box.ts';

/** Copy, cut and paste while the focus is on the flow and no text is marked: then they are about steps. */
export function useClipboard(board: RefObject<HTMLElement | null>): void {
  const bench = useWorkbench();
  const { screenToFlowPosition, flowToScreenPosition, setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;

    void whenShown
      .then(() => import('../effects/steps-clipboard.ts'))
      .then(({ copiedText, pasteText, tellCopied }) => {
        if (signal.aborted) return;

        function targetOf(id: CommandId) {
          const focused = document.activeElement;
          if (
            !(focused instanceof HTMLElement) ||
            board.current?.contains(focused) !== true ||
            focused.closest('input, textarea, [contenteditable], [role="menu"]') !== null ||
            getSelection()?.isCollapsed === false
          )
            return undefined;
          const target = focusedTarget(bench, focused.dataset['stepButton']);
          return isOffered(bench, commands[id], target) ? target : undefined;
        }

        function copy(event: ClipboardEvent, id: CommandId): readonly string[] {
          const { steps = [] } = targetOf(id) ?? {};
          const copied = copiedText(bench, steps);
          if (copied === undefined) return [];
          event.preventDefault();
          event.clipboardData?.setData('text/plain', copied.text);
          tellCopied(bench, copied, steps.length);
          return steps;
        }

        function cut(event: ClipboardEvent) {
          const steps = copy(event, 'selection.cut');
          if (steps.length === 0) return;
          board.current?.focus();
          commands['selection.remove'].act(bench, { steps });
        }

        function paste(event: ClipboardEvent) {
          const area = board.current?.getBoundingClientRect();
          if (area === undefined || targetOf('selection.paste') === undefined) return;
          event.preventDefault();
          const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
          const text = event.clipboardData?.getData('text/plain') ?? '';
          const [first] = pasteText(bench, text, screenToFlowPosition(middle)) ?? [];
          if (first === undefined) return;
          show(first, area);
          focusStep(first);
        }

        /** Where the middle was taken, they stand further down. */
        function show(step: string, area: DOMRect) {
          const { flow } = bench.document.getState();
          if (flow === undefined) return;
          const { x, y } = placeOf(flow, step, 0);
          const at = flowToScreenPosition({ x, y: y + stepHeight });
          const isSeen = at.x > area.left && at.x < area.right && at.y < area.bottom;
          if (!isSeen) void setCenter(x + stepWidth / 2, y + stepHeight / 2, { zoom: getZoom() });
        }

        document.addEventListener('copy', (event) => void copy(event, 'selection.copy'), {
          signal,
        });
        document.addEventListener('cut', cut, { signal });
        document.addEventListener('paste', paste, { signal });
      });
    return () => stop.abort();
  }, [bench, board, screenToFlowPosition, flowToScreenPosition, setCenter, getZoom]);
}
