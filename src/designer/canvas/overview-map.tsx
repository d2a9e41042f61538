import { Panel, useReactFlow, useStore, type ReactFlowState } from '@xyflow/react';
import { memo, useEffect, useId, useMemo, useRef, type PointerEvent } from 'react';
import { shallow } from 'zustand/shallow';
import { say } from '../../words/first.ts';
import { onMac } from '../ui/kbd.tsx';
import { useAfterPaint } from '../ui/use-after-paint.ts';
import { boundsWith, overviewShapes, viewBoxFor, type ColourOf } from './overview-shapes.ts';
import type { CanvasNode } from './to-canvas.ts';
import css from './overview-map.module.css';

const width = 200;
const height = 150;
/** So much of the zoom a turn of the wheel changes, by the unit in which it is told. */
const wheelStep = [0.002, 0.05, 1] as const;

interface OverviewMapProps {
  readonly colour: ColourOf;
}

/**
 * The whole flow, small, with a window on what is seen. The kit's own has an element and a subscription for each step, which
 * all answer to each move and are all drawn anew with each change; here the steps of one colour are one path, drawn after
 * the canvas.
 */
export const OverviewMap = memo(function OverviewMap({ colour }: OverviewMapProps) {
  const { getViewport, setViewport, zoomTo } = useReactFlow();
  const nodes = useAfterPaint(useStore((state) => state.nodes as CanvasNode[])); // the board gives it no others
  const view = useStore(seen, shallow);
  const drawn = useMemo(() => overviewShapes(nodes, colour), [nodes, colour]);
  const { x, y, w, h, scale } = viewBoxFor(boundsWith(drawn.bounds, view), { width, height });
  const title = useId();
  const map = useRef<SVGSVGElement>(null);
  const held = useRef<{ readonly x: number; readonly y: number }>(undefined);

  useEffect(() => {
    const element = map.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      // A Mac tells a pinch as a turn, and a small one.
      const turned =
        -event.deltaY * (wheelStep[event.deltaMode] ?? 1) * (event.ctrlKey && onMac ? 10 : 1);
      void zoomTo(getViewport().zoom * 2 ** turned);
    };
    // React's own listener could not keep the page from scrolling.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [getViewport, zoomTo]);

  function onPointerDown(event: PointerEvent) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { x: event.clientX, y: event.clientY };
  }
  function onPointerMove({ clientX, clientY }: PointerEvent) {
    if (held.current === undefined) return;
    const now = getViewport();
    const moved = scale * now.zoom;
    void setViewport({
      x: now.x - (clientX - held.current.x) * moved,
      y: now.y - (clientY - held.current.y) * moved,
      zoom: now.zoom,
    });
    held.current = { x: clientX, y: clientY };
  }
  function letGo() {
    held.current = undefined;
  }

  return (
    <Panel position="bottom-right" className={css.map ?? ''}>
      <svg
        ref={map}
        className={css.picture}
        width={width}
        height={height}
        viewBox={`${x} ${y} ${w} ${h}`}
        role="img"
        aria-labelledby={title}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        <title id={title}>{say('canvas.minimap')}</title>
        {drawn.shapes.map(({ fill, path }, at) => (
          <path key={at} fill={fill} d={path} shapeRendering="crispEdges" />
        ))}
        <path
          className={css.mask}
          fillRule="evenodd"
          d={`M${x - w},${y - h}h${3 * w}v${3 * h}h${-3 * w}z M${view.x},${view.y}h${view.width}v${view.height}h${-view.width}z`}
        />
      </svg>
    </Panel>
  );
});

/** What of the flow is seen on the canvas. */
function seen({ transform: [left, top, zoom], width, height }: ReactFlowState) {
  return { x: -left / zoom, y: -top / zoom, width: width / zoom, height: height / zoom };
}
