import { useCallback } from 'react';
import { useWorkbench } from '../state/workbench.ts';
import type { Where } from './add-step.ts';
import { withFetched } from './fetched.ts';

/**
 * Adds a component as a step, selects it and opens it where its operation is chosen; with an operation that was chosen
 * already, where signing in comes next. How a step is added is fetched when one is.
 */
export function useAddStep(): (component: string, where?: Where, operation?: string) => void {
  const bench = useWorkbench();
  return useCallback(
    (component, where, operation) => {
      // Where "+" was pressed is taken at once: the next "+" may be pressed before the code has come.
      const place = where ?? bench.view.getState().insertAt;
      bench.view.setState({ insertAt: undefined });
      withFetched(
        bench,
        () => import('./add-step-in-words.ts'),
        ({ addStepInWords }) => addStepInWords(bench, component, place, operation),
      );
    },
    [bench],
  );
}
