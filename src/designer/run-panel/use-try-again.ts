import { useWorkbench } from '../state/workbench.ts';

/** The same part of the flow again, on the same messages, on the data of the same earlier run, or with as many entries as were asked for before. */
export function useTryAgain(): () => void {
  const { run, runs } = useWorkbench();
  return () => {
    const { scope, firstRecords, again, sameDataAs } = run.getState();
    void runs.start(scope ?? { kind: 'flow' }, {
      ...(firstRecords !== undefined && { firstRecords }),
      ...(again !== undefined && { again }),
      ...(sameDataAs !== undefined && { sameDataAs }),
    });
  };
}
