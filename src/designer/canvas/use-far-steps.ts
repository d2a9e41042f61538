import { useReactFlow, type XYPosition } from '@xyflow/react';
import { useMemo, type PointerEvent } from 'react';
import { useCanvas, useCanvasStore } from './canvas-store.ts';
import { nodeAt, nodesIn } from './flow-bounds.ts';
import type { CanvasNode } from './to-canvas.ts';

/** From here on steps seen from far away are one picture; fewer are elements. */
const stepsOfLayer = 120;

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/**
 * A long flow from far away is a picture (`FarLayer`). Only the steps that are touched are elements: the one under the
 * pointer, the selected ones, the one that Tab reaches. `touched` is undefined while all steps are elements.
 */
export function useFarSteps(nodes: CanvasNode[]) {
  const canvas = useCanvasStore();
  const { screenToFlowPosition } = useReactFlow();
  const isLayer = useCanvas((state) => state.far) && nodes.length > stepsOfLayer;
  const hot = useCanvas((state) => state.hot);
  const tabStop = useCanvas((state) => state.tabStop);

  const touched = useMemo(() => {
    if (!isLayer) return undefined;
    const few = nodes.filter(
      ({ id, selected, dragging }) =>
        id === hot || id === tabStop || selected === true || dragging === true,
    );
    return { nodes: few, dragged: few.filter(({ dragging }) => dragging === true) };
  }, [isLayer, nodes, hot, tabStop]);

  function under({ clientX, clientY }: Point): string | undefined {
    if (!isLayer) return undefined;
    const place = screenToFlowPosition({ x: clientX, y: clientY });
    return nodeAt(nodes, place.x, place.y);
  }

  return {
    touched,
    /** The drawn step at a point of the window. A finger does not hover: its tap meets the picture. */
    under,
    /** What stands in a box of the flow; undefined while all steps are elements and can tell it themselves. */
    inside(one: XYPosition, other: XYPosition): readonly string[] | undefined {
      return isLayer ? nodesIn(nodes, one, other) : undefined;
    },
    /** The step under the pointer becomes an element, to be pressed, dragged and connected like any other. */
    onPointerMove(event: PointerEvent) {
      if (!isLayer || event.buttons !== 0) return;
      const step = under(event);
      if (step !== canvas.getState().hot) canvas.setState({ hot: step });
    },
  };
}
