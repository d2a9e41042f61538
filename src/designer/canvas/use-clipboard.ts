import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { firstViewStands } from '../state/first-view.ts';
import { useWorkbench } from '../state/workbench.ts';

/** Copy, cut and paste while the focus is on the flow and no text is marked: then they are about steps. */
export function useClipboard(board: RefObject<HTMLElement | null>): void {
  const bench = useWorkbench();
  const { screenToFlowPosition, flowToScreenPosition, setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    const stop = new AbortController();
    const onScreen = { screenToFlowPosition, flowToScreenPosition, setCenter, getZoom };
    void firstViewStands()
      .then(() => import('./clipboard-events.ts'))
      .then(({ hearClipboard }) => {
        if (!stop.signal.aborted) hearClipboard(bench, () => board.current, onScreen, stop.signal);
      });
    return () => stop.abort();
  }, [bench, board, screenToFlowPosition, flowToScreenPosition, setCenter, getZoom]);
}
