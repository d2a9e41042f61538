import type { CameFrom } from '../state/catalogue-address.ts';
import type { Workbench } from '../state/workbench.ts';
import { addStepInWords } from './add-step-in-words.ts';

/**
 * Adds a component to a flow that is about to be opened: where it was asked for, else after the last step. Nothing is added
 * to another flow that is opened instead.
 */
export function addOnceOpen(
  bench: Workbench,
  { flow: wanted, step, port, edge }: CameFrom,
  component: string,
  operation?: string,
): void {
  const stop = bench.document.subscribe(({ flow }) => {
    if (flow === undefined) return;
    stop();
    // What opens the flow begins to write it down in this very turn of the loop.
    if (flow.id === wanted) setTimeout(add);
  });

  function add(): void {
    const where =
      edge !== undefined
        ? { edge }
        : step !== undefined && port !== undefined
          ? { after: step, port }
          : undefined;
    const { flow } = bench.document.getState();
    if (flow?.id !== wanted) return;
    if (where === undefined && flow?.steps.some(({ id }) => id === step) === true)
      bench.view.selectStep(step);
    addStepInWords(bench, component, where, operation);
  }
}
