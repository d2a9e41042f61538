import { useCallback } from 'react';
import { say } from '../../words/index.ts';
import { useRemoveSteps } from '../effects/use-remove-steps.ts';
import { showWithUndo } from '../effects/way-back.ts';
import { useWorkbench } from '../state/workbench.ts';

/** Removes what is selected: steps, or a connection at once with a toast that offers to undo. */
export function useRemove(): { steps(ids: readonly string[]): void; edge(id: string): void } {
  const { document, view, toasts } = useWorkbench();
  const steps = useRemoveSteps();
  const edge = useCallback(
    (id: string) => {
      if (!document.apply({ type: 'edge.disconnect', edge: id }).ok) return;
      view.setState({ selectedEdge: undefined });
      showWithUndo({ document, toasts }, say('canvas.removed-edge'));
    },
    [document, view, toasts],
  );
  return { steps, edge };
}
