import { useEffect } from 'react';
import { useRun, useView, useWorkbench } from '../state/workbench.ts';
import { useCanvas, useCanvasStore } from './canvas-store.ts';

/** The step that a test is working on, as long as the person has neither selected one in this run nor moved the view. */
export function useFollowedStep(): string | undefined {
  const { run } = useWorkbench();
  const canvas = useCanvasStore();
  const selected = useView((state) => state.selectedStep);
  const runId = useRun((state) => state.run?.runId);
  const ownViewIn = useCanvas((state) => state.ownViewIn);
  const working = useRun((state) =>
    state.run?.status === 'running'
      ? Object.entries(state.run.steps).findLast(([, { status }]) => status === 'running')?.[0]
      : undefined,
  );
  useEffect(() => {
    if (selected !== undefined) canvas.setState({ ownViewIn: run.getState().run?.runId });
  }, [selected, runId, canvas, run]);
  return selected === undefined && ownViewIn !== runId ? working : undefined;
}
