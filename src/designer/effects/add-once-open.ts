import type { CameFrom } from '../state/catalogue-address.ts';
import { onceOpen } from '../state/once-open.ts';
import type { Workbench } from '../state/workbench.ts';
import { addStepInWords } from './add-step-in-words.ts';

/**
 * Adds a component to a flow that is about to be opened: where it was asked for, else after the last step. Nothing is added
 * to another flow that is opened instead, or when the flow is opened anew after it was left.
 */
export function addOnceOpen(
  bench: Workbench,
  { flow: wanted, step, port, edge }: CameFrom,
  component: string,
  operation?: string,
): void {
  // What opens the flow begins to write it down in this very turn of the loop.
  onceOpen(bench.document, wanted, () => setTimeout(add));

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
