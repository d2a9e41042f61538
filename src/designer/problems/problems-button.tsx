import { lazy, Suspense } from 'react';
import { useProblems, useDocument } from '../state/workbench.ts';

const ShownProblems = lazy(() =>
  import('./shown-problems.tsx').then(({ ShownProblems }) => ({ default: ShownProblems })),
);

/** Nothing until the flow was checked, which comes after the first view. */
export function ProblemsButton({ compact }: { readonly compact: boolean }) {
  const hasSteps = useDocument((state) => (state.flow?.steps.length ?? 0) > 0);
  const isKnown = useProblems((state) => state.isKnown);
  if (!hasSteps || !isKnown) return null;
  return (
    <Suspense>
      <ShownProblems compact={compact} />
    </Suspense>
  );
}
