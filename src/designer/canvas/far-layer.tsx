import { useComputedColorScheme } from '@mantine/core';
import { useStoreApi, type ReactFlowState } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useProblems, useDocument, useRun, useWorkbench } from '../state/workbench.ts';
import { drawFar, drawFarEdges, type FarColours, type FarStep, type FarTone } from './draw-far.ts';
import { fit, showMoving, type View } from './moving-picture.ts';
import { statusLine } from '../state/step-status.ts';
import type { LaidOutParts } from './laid-out/parts.ts';
import { tintedIcon } from './tinted-icons.ts';
import type { FlowEdgeType, CanvasNode } from './to-canvas.ts';
import css from './far-layer.module.css';

interface FarLayerProps {
  /** As the document has them. */
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly FlowEdgeType[];
  /** Steps that are dragged: elements, where they are at the moment. */
  readonly dragged: readonly CanvasNode[];
  /** Draws notes and groups, as far as there are any. */
  readonly drawBehind: LaidOutParts['drawBehind'] | undefined;
}

const noProblems: readonly never[] = [];

/**
 * A long flow from far away: one picture under the few steps that are touched at the moment, which cover their drawn
 * twins. Only a dragged step is left out of it; its connections are drawn on their own, each time that it moves.
 */
export function FarLayer({ nodes, edges, dragged, drawBehind }: FarLayerProps) {
  const { catalog } = useWorkbench();
  const store = useStoreApi();
  const picture = useRef<HTMLCanvasElement>(null);
  const ways = useRef<HTMLCanvasElement>(null);
  const flow = useDocument((state) => state.flow);
  const run = useRun((state) => state.run);
  const problems = useProblems((state) => state.byStep);
  const scheme = useComputedColorScheme();
  const [icons, setIcons] = useState(0);
  // The scheme is what the style sheets answer to.
  const colours = useMemo(() => readColours(scheme), [scheme]);

  const steps = useMemo(() => {
    const found = new Map<string, FarStep>();
    flow?.steps.forEach((step, at) => {
      const component = catalog.component(step.component);
      const status = statusLine(step, run?.steps[step.id], problems[step.id] ?? noProblems);
      const tone =
        status === undefined || status.tone === 'quiet'
          ? undefined
          : (status.tone satisfies FarTone);
      const hue = component?.hue ?? 210;
      const icon =
        component && tintedIcon(component, colours.ink(hue), () => setIcons((count) => count + 1));
      found.set(step.id, { number: at + 1, hue, tone, icon });
    });
    return found;
    // `icons` counts the drawings that have come since.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a loaded icon is found by asking for it again
  }, [flow, run, problems, catalog, colours, icons]);

  const draggedIds = dragged.map(({ id }) => id).join(' ');
  const [resting, moving] = useMemo(() => {
    const ids = new Set(draggedIds.split(' '));
    const isMoving = ({ source, target }: FlowEdgeType) => ids.has(source) || ids.has(target);
    return [
      {
        nodes: nodes.filter(({ id }) => !ids.has(id)),
        edges: edges.filter((edge) => !isMoving(edge)),
      },
      edges.filter(isMoving),
    ];
  }, [nodes, edges, draggedIds]);

  const layout = flow?.layout;
  const behind = useMemo(() => {
    if (drawBehind === undefined || layout === undefined) return undefined;
    const { nodes: places } = resting;
    // Drawn anew in the colours of the scheme.
    return (context: CanvasRenderingContext2D, view: View) =>
      drawBehind(context, view, places, layout, colours);
  }, [drawBehind, layout, resting, colours]);

  useEffect(() => {
    if (picture.current === null) return;
    return showMoving(
      picture.current,
      {
        now: () => viewOf(store.getState()),
        follow: (changed) =>
          store.subscribe((now, before) => {
            if (
              now.transform !== before.transform ||
              now.width !== before.width ||
              now.height !== before.height
            )
              changed();
          }),
      },
      (context, view, scale) =>
        drawFar(context, { ...resting, steps, view, scale, colours, behind }),
    );
  }, [store, resting, steps, colours, behind]);

  useEffect(() => {
    const context = ways.current?.getContext('2d') ?? null;
    if (ways.current === null || context === null) return;
    const view = viewOf(store.getState());
    const scale = Math.min(devicePixelRatio, 2);
    fit(ways.current, view, scale);
    drawFarEdges(context, { nodes: [...nodes, ...dragged], edges: moving, view, scale, colours });
  }, [store, nodes, dragged, moving, colours]);

  return (
    <>
      <canvas ref={picture} className={css.layer} aria-hidden />
      {dragged.length > 0 && <canvas ref={ways} className={css.layer} aria-hidden />}
    </>
  );
}

function viewOf({ transform: [x, y, zoom], width, height }: ReactFlowState): View {
  return { x, y, zoom, width, height };
}

function readColours(_scheme: string): FarColours & { readonly ink: (hue: number) => string } {
  const styles = getComputedStyle(document.documentElement);
  const of = (name: string) => styles.getPropertyValue(`--fb-${name}`).trim();
  const tile = `${of('tile-saturation')} ${of('tile-lightness')}`;
  const ink = `${of('ink-saturation')} ${of('ink-lightness')}`;
  return {
    surface: of('surface'),
    border: of('border-strong'),
    text: of('text'),
    accent: of('accent'),
    tile: (hue) => `hsl(${hue} ${tile})`,
    ink: (hue) => `hsl(${hue} ${ink})`,
    tones: {
      'to-do': of('amber'),
      held: of('amber'),
      running: of('accent'),
      done: of('green'),
      'in-part': of('amber'),
      refused: of('red'),
    },
  };
}
