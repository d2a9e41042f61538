import { operationOf } from '../../../flow/index.ts';
import { useWorkbench } from '../../state/workbench.ts';

/** Tests the step that is being mapped, on one sample, and shows how it went. */
export function useTestStep(step: string): () => void {
  const { catalog, document, runs, samples, view } = useWorkbench();
  return () => {
    const { flow } = document.getState();
    const found = flow?.steps.find(({ id }) => id === step);
    if (flow === undefined || found === undefined || operationOf(found, catalog) === undefined)
      return;
    const { byStep } = samples.getState();
    const hasData = flow.edges.every(({ from, to }) => to !== step || byStep[from] !== undefined);
    view.selectStep(step, 'test');
    void runs.start({ kind: hasData ? 'only' : 'up-to', step }, { firstRecords: 1 });
  };
}
