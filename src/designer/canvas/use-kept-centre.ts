import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';

/** What is in the middle of the canvas stays there when a panel opens or closes beside or below it. */
export function useKeptCentre(board: RefObject<HTMLElement | null>): void {
  const { getViewport, setViewport } = useReactFlow();
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
  }, [board, getViewport, setViewport]);
}
