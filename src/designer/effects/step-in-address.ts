import { openTab } from '../state/problem-place.ts';
import type { Workbench } from '../state/workbench.ts';

/**
 * The selected step is in the address (`?step=`), so that a link or a reload opens it again; where something is missing
 * in it, as soon as that is known.
 */
export function syncStepWithAddress({
  view,
  document,
  problems,
}: Pick<Workbench, 'view' | 'document' | 'problems'>): () => void {
  const wanted = new URLSearchParams(location.search).get('step');
  let applied = wanted === null;

  const stopWaiting = document.subscribe(({ flow }) => {
    if (applied || flow === undefined) return;
    applied = true;
    if (wanted !== null && flow.steps.some((step) => step.id === wanted)) view.selectStep(wanted);
  });
  const stopChecking = problems.subscribe(({ byStep, isComplete }) => {
    if (!applied || !isComplete) return;
    stopChecking();
    const { selectedStep, tab } = view.getState();
    if (wanted !== null && selectedStep === wanted && tab === 'operation')
      view.selectStep(wanted, openTab(byStep[wanted] ?? []));
  });
  const stopFollowing = view.subscribe((now, before) => {
    if (!applied || now.selectedStep === before.selectedStep) return;
    const address = new URL(location.href);
    if (now.selectedStep === undefined) address.searchParams.delete('step');
    else address.searchParams.set('step', now.selectedStep);
    history.replaceState(history.state, '', address);
  });
  return () => {
    stopWaiting();
    stopChecking();
    stopFollowing();
  };
}
