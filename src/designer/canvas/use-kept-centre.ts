import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';

/** What is in the middle of the canvas stays there when a panel opens or closes beside or below it. */
export function useKeptCentre(board: RefObject<HTMLElement | null>): void {
  const { getViewport, setViewport } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const element = board.current;
    if (element === null) return;
    let before: { width: number; height: number } | undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      // Hidden (another tab of a phone): there is no middle.
      if (width === 0 || height === 0) return;
      if (before !== undefined && (before.width !== width || before.height !== height)) {
        const { x, y, zoom } = getViewport();
        // React Flow learns of more room a moment later and would unmount what moves into it, with its focus.
        if (width > before.width || height > before.height) store.setState({ width, height });
        void setViewport({
          x: x + (width - before.width) / 2,
          y: y + (height - before.height) / 2,
          zoom,
        });
      }
      before = { width, height };
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [board, store, getViewport, setViewport]);
}
