import { useCallback } from 'react';
import { removeSteps } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { indexOf } from '../state/step-index.ts';
import { useWorkbench } from '../state/workbench.ts';

/** Removes steps or a connection at once; a toast offers to undo. */
export function useRemove(): { steps(ids: readonly string[]): void; edge(id: string): void } {
  const { document, view, toasts } = useWorkbench();
  const undo = useCallback(
    (text: string) =>
      toasts.show({ text, action: { label: say('common.undo'), run: () => void document.undo() } }),
    [document, toasts],
  );
  const steps = useCallback(
    (ids: readonly string[]) => {
      const { flow } = document.getState();
      const [first] = ids;
      if (flow === undefined || first === undefined) return;
      const name = indexOf(flow).steps.get(first)?.step.name ?? '';
      const applied = document.apply(removeSteps(flow, ids));
      if (!applied.ok) {
        toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
        return;
      }
      if (ids.includes(view.getState().selectedStep ?? '')) view.selectStep(undefined);
      undo(
        ids.length === 1
          ? say('canvas.removed-step', { name })
          : say('canvas.removed-steps', { count: ids.length }),
      );
    },
    [document, view, toasts, undo],
  );
  const edge = useCallback(
    (id: string) => {
      if (!document.apply({ type: 'edge.disconnect', edge: id }).ok) return;
      view.setState({ selectedEdge: undefined });
      undo(say('canvas.removed-edge'));
    },
    [document, view, undo],
  );
  return { steps, edge };
}
