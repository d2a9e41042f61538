import { say } from '../../words/index.ts';
import { useWhyStale } from '../state/use-why-stale.ts';
import { useDocument } from '../state/workbench.ts';
import { Notice } from '../ui/notice.tsx';

/** What is shown below was recorded before something changed: what, so that the person knows whether to try again. */
export function StaleNote({ step }: { readonly step: string }) {
  const why = useWhyStale(step);
  const before = useDocument(({ flow }) =>
    why?.what === 'before' ? flow?.steps.find(({ id }) => id === why.step)?.name : undefined,
  );
  if (why === undefined) return null;
  return <Notice tone="open">{say(`run-panel.stale-${why.what}`, { step: before ?? '' })}</Notice>;
}
