import { indexOf } from '../../state/step-index.ts';
import type { Workbench } from '../../state/workbench.ts';
import { targetOfNode } from '../../state/node-ids.ts';
import type { Act, CommandTarget } from './command.ts';

export const noTarget: CommandTarget = { steps: [] };

/** What is selected, as far as it is there. */
export function selectedTarget({ document, view }: Workbench): CommandTarget {
  const { flow } = document.getState();
  const { selectedSteps, selectedEdge, selectedNotes, selectedGroup } = view.getState();
  if (flow === undefined) return noTarget;
  const { notes, groups } = flow.layout;
  const chosen = notes.filter(({ id }) => selectedNotes.includes(id)).map(({ id }) => id);
  return {
    steps: selectedSteps.filter((id) => indexOf(flow).steps.has(id)),
    ...(selectedEdge !== undefined && { edge: selectedEdge }),
    ...(chosen.length > 0 && { notes: chosen }),
    ...(selectedGroup !== undefined &&
      groups.some(({ id }) => id === selectedGroup) && { group: selectedGroup }),
  };
}

/** What keys on the flow are for: what is selected, or what has the focus where it is none of these. */
export function focusedTarget(bench: Workbench, focused: string | undefined): CommandTarget {
  const selected = selectedTarget(bench);
  if (focused === undefined) return selected;
  const own = targetOfNode(focused);
  const isSelected =
    own.group !== undefined
      ? own.group === selected.group
      : [...own.steps, ...(own.notes ?? [])].every(
          (id) => selected.steps.includes(id) || selected.notes?.includes(id) === true,
        );
  return isSelected ? selected : own;
}

export function isOffered(bench: Workbench, command: Act, target: CommandTarget): boolean {
  if (command.changes === true && bench.document.getState().readOnly) return false;
  return command.isOffered?.(bench, target) ?? true;
}
