import { duplicateSteps } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import type { Workbench } from '../state/workbench.ts';
import { focusStep } from '../ui/focus.ts';
import { showWithUndo } from './way-back.ts';

/** Copies beside the steps; the copies are selected, so that they can be moved at once. */
export function duplicateAloud(bench: Workbench, ids: readonly string[]): void {
  const { document, view, toasts, newId } = bench;
  const { flow } = document.getState();
  if (flow === undefined) return;
  const { operation, steps } = duplicateSteps(flow, ids, newId);
  const applied = document.apply(operation);
  if (!applied.ok) {
    toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
    return;
  }
  view.selectSteps(steps);
  focusStep(steps[0] ?? '');
  showWithUndo(bench, say('arranging.duplicated', { count: steps.length }));
}
