import { useComputedColorScheme } from '@mantine/core';
import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useProblems } from '../state/problem-store.ts';
import { useDocument, useRun, useWorkbench } from '../state/workbench.ts';
import {
  drawFar,
  type FarColours,
  type FarPicture,
  type FarStep,
  type FarTone,
} from './draw-far.ts';
import { statusLine } from './step-status.ts';
import { tintedIcon } from './tinted-icons.ts';
import type { FlowEdgeType, StepNodeType } from './to-canvas.ts';
import css from './far-layer.module.css';

interface FarLayerProps {
  readonly nodes: readonly StepNodeType[];
  readonly edges: readonly FlowEdgeType[];
  readonly mounted: ReadonlySet<string>;
}

const noProblems: readonly never[] = [];

/** A long flow from far away: one layer under the few steps that are touched at the moment. */
export function FarLayer({ nodes, edges, mounted }: FarLayerProps) {
  const { catalog } = useWorkbench();
  const store = useStoreApi();
  const canvas = useRef<HTMLCanvasElement>(null);
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

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null) return;
    let frame = 0;
    const draw = () => {
      frame = 0;
      const { width, height, transform } = store.getState();
      const scale = Math.min(devicePixelRatio, 2);
      if (
        element.width !== Math.round(width * scale) ||
        element.height !== Math.round(height * scale)
      ) {
        element.width = Math.round(width * scale);
        element.height = Math.round(height * scale);
      }
      const viewport = { x: transform[0], y: transform[1], zoom: transform[2] };
      drawFar(context, {
        nodes,
        edges,
        mounted,
        steps,
        viewport,
        width,
        height,
        scale,
        colours,
      } satisfies FarPicture);
    };
    let seen = store.getState().transform;
    const stopFollowing = store.subscribe(({ transform, width }) => {
      if (
        (transform === seen && width * Math.min(devicePixelRatio, 2) === element.width) ||
        frame !== 0
      )
        return;
      seen = transform;
      frame = requestAnimationFrame(draw);
    });
    draw();
    return () => {
      stopFollowing();
      cancelAnimationFrame(frame);
    };
  }, [store, nodes, edges, mounted, steps, colours]);

  return <canvas ref={canvas} className={css.layer} aria-hidden />;
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
      refused: of('red'),
    },
  };
}
