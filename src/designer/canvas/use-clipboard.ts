import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { firstViewStands } from '../state/first-view.ts';
import { useWorkbench } from '../state/workbench.ts';

/**
 * Copy, cut and paste while the focus is on the flow and no text is marked: then they are about steps. What is pasted before the
 * code for it has come is taken up then, by who is still at the flow.
 */
export function useClipboard(board: RefObject<HTMLElement | null>): void {
  const bench = useWorkbench();
  const { screenToFlowPosition, flowToScreenPosition, setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    const stop = new AbortController();
    const onScreen = { screenToFlowPosition, flowToScreenPosition, setCenter, getZoom };
    let early: string | undefined;
    const keep = ({ target, clipboardData }: ClipboardEvent): void => {
      const isHere =
        target instanceof Element &&
        board.current?.contains(target) === true &&
        target.closest('input, textarea, [contenteditable], [role="menu"]') === null;
      if (isHere) early = clipboardData?.getData('text/plain');
    };
    document.addEventListener('paste', keep, { signal: stop.signal });
    void firstViewStands()
      .then(() => import('./clipboard-events.ts'))
      .then(({ hearClipboard }) => {
        if (stop.signal.aborted) return;
        document.removeEventListener('paste', keep);
        const pasteHere = hearClipboard(bench, () => board.current, onScreen, stop.signal);
        if (early !== undefined) pasteHere(early);
      });
    return () => stop.abort();
  }, [bench, board, screenToFlowPosition, flowToScreenPosition, setCenter, getZoom]);
}
