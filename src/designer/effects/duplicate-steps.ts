import { duplicateSteps } from '../../flow/index.ts';
import { sayCount } from './said-things.ts';
import { sayWording } from '../../words/index.ts';
import { noteNodeId } from '../state/node-ids.ts';
import type { Workbench } from '../state/workbench.ts';
import { focusStep } from '../ui/focus.ts';
import type { CommandTarget } from './commands/command.ts';
import { showWithUndo } from './way-back.ts';

/** Copies beside the steps and notes; the copies are selected, so that they can be moved at once. */
export function duplicateAloud(bench: Workbench, target: CommandTarget): void {
  const { document, view, toasts, newId } = bench;
  const { flow } = document.getState();
  if (flow === undefined) return;
  const { operation, steps, notes } = duplicateSteps(flow, target.steps, newId, target.notes);
  const applied = document.apply(operation);
  if (!applied.ok) {
    toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
    return;
  }
  view.selectSteps(steps, notes);
  focusStep(steps[0] ?? noteNodeId(notes[0] ?? ''));
  showWithUndo(bench, sayCount('duplicated', { steps, notes }));
}
