import { useEffect, useMemo, useState } from 'react';
import type { Flow } from '../../flow/index.ts';
import { useView, useWorkbench } from '../state/workbench.ts';
import type { LaidOutParts } from './laid-out/parts.ts';
import type { CanvasGraph } from './to-canvas.ts';

interface LaidOut {
  readonly graph: CanvasGraph;
  readonly parts: LaidOutParts | undefined;
  /** What draws each kind of node and connection, once there was something else than steps. */
  readonly types: LaidOutParts['types'] | undefined;
  /** False while what draws this flow's notes and groups is on its way: until then nothing is drawn, so that nothing jumps. */
  readonly isReady: boolean;
}

/** The steps with the notes beside them and the groups around them. Most flows have neither, and load nothing for it. */
export function useLaidOut(flow: Flow | undefined, graph: CanvasGraph): LaidOut {
  const bench = useWorkbench();
  const openGroups = useView((state) => state.openGroups);
  const [parts, setParts] = useState<LaidOutParts>();
  const [isMissing, setMissing] = useState(false);
  const isWanted =
    flow !== undefined && (flow.layout.notes.length > 0 || flow.layout.groups.length > 0);
  useEffect(() => {
    if (!isWanted || parts !== undefined || isMissing) return;
    import('./laid-out/parts.ts').then(
      ({ createLaidOut }) => setParts(createLaidOut(bench)),
      () => setMissing(true), // the steps are there without it
    );
  }, [isWanted, parts, isMissing, bench]);
  const whole = useMemo(
    () => (isWanted && parts !== undefined ? parts.layOut(flow, graph, openGroups) : graph),
    [isWanted, parts, flow, graph, openGroups],
  );
  return {
    graph: whole,
    parts: isWanted ? parts : undefined,
    types: parts?.types,
    isReady: !isWanted || parts !== undefined || isMissing,
  };
}
