import type { Workbench } from '../state/workbench.ts';

/** The selected step is in the address (`?step=`), so that a link or a reload opens it again. */
export function syncStepWithAddress({
  view,
  document,
}: Pick<Workbench, 'view' | 'document'>): () => void {
  const wanted = new URLSearchParams(location.search).get('step');
  let applied = wanted === null;

  const stopWaiting = document.subscribe(({ flow }) => {
    if (applied || flow === undefined) return;
    applied = true;
    if (flow.steps.some((step) => step.id === wanted)) view.selectStep(wanted ?? undefined);
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
    stopFollowing();
  };
}
