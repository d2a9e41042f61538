import { removeSteps, usesOfSteps, type Flow } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { indexOf } from '../state/step-index.ts';
import type { Workbench } from '../state/workbench.ts';
import { showWithUndo } from './way-back.ts';

/** Removes steps: at once, with an undo in a toast, where nothing else uses them; else the person is asked first. */
export function removeStepsInWords(
  bench: Pick<Workbench, 'catalog' | 'document' | 'view' | 'toasts'>,
  ids: readonly string[],
  isSure?: 'sure',
): void {
  const { catalog, document, view, toasts } = bench;
  const { flow } = document.getState();
  const [first] = ids;
  if (flow === undefined || first === undefined) return;
  if (isSure === undefined && usesOfSteps(flow, catalog, ids).length > 0) {
    view.setState({ dialog: 'removal', removing: ids });
    return;
  }
  const name = indexOf(flow).steps.get(first)?.step.name ?? '';
  const applied = document.apply(removeSteps(flow, ids));
  if (!applied.ok) {
    toasts.show({ text: sayWording(applied.reason), tone: 'trouble' });
    return;
  }
  view.selectSteps(view.getState().selectedSteps.filter((id) => !ids.includes(id)));
  showWithUndo(
    bench,
    ids.length === 1
      ? say('canvas.removed-step', { name })
      : say('canvas.removed-steps', { count: ids.length }),
  );
}

/** Where one goes on when steps are gone: what followed them, else what led to them, else the nearest in the list. */
export function besideSteps(flow: Flow, removed: readonly string[]): string | undefined {
  const { after, before } = indexOf(flow);
  const stays = (id: string): boolean => !removed.includes(id);
  const following = removed.flatMap((id) => after.get(id) ?? []).map(({ to }) => to);
  const leading = removed.flatMap((id) => before.get(id) ?? []).map(({ from }) => from);
  const first = flow.steps.findIndex(({ id }) => removed.includes(id));
  const inList = [...flow.steps.slice(first), ...flow.steps.slice(0, first).toReversed()];
  return [...following, ...leading, ...inList.map(({ id }) => id)].find(stays);
}
