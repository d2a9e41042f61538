import { useWorkbench } from '../state/workbench.ts';

/** The same part of the flow again, with as many entries as were asked for before. */
export function useTryAgain(): () => void {
  const { run, runs } = useWorkbench();
  return () => {
    const { scope, firstRecords } = run.getState();
    void runs.start(scope ?? { kind: 'flow' }, firstRecords === undefined ? {} : { firstRecords });
  };
}
