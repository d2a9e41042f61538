import { indexOf } from '../../state/step-index.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { Act, CommandTarget } from './command.ts';

export const noTarget: CommandTarget = { steps: [] };

/** What is selected, as far as it is there. */
export function selectedTarget({ document, view }: Workbench): CommandTarget {
  const { flow } = document.getState();
  const { selectedSteps, selectedEdge } = view.getState();
  const steps = flow === undefined ? [] : selectedSteps.filter((id) => indexOf(flow).steps.has(id));
  return { steps, ...(selectedEdge !== undefined && { edge: selectedEdge }) };
}

/** What keys on the flow are for: what is selected, or the step that has the focus where it is none of these. */
export function focusedTarget(bench: Workbench, focused: string | undefined): CommandTarget {
  const selected = selectedTarget(bench);
  return focused === undefined || selected.steps.includes(focused)
    ? selected
    : { steps: [focused] };
}

export function isOffered(bench: Workbench, command: Act, target: CommandTarget): boolean {
  if (command.changes === true && bench.document.getState().readOnly) return false;
  return command.isOffered?.(bench, target) ?? true;
}
