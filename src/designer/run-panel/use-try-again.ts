import { entriesOf } from './model/run-summary.ts';
import { useWorkbench } from '../state/workbench.ts';

/** The same part of the flow again, with as many entries as before. */
export function useTryAgain(): () => void {
  const { document, run: store, runs } = useWorkbench();
  return () => {
    const { run, scope } = store.getState();
    const { flow } = document.getState();
    const entries = run === undefined || flow === undefined ? undefined : entriesOf(run, flow);
    void runs.start(scope ?? { kind: 'flow' }, entries === undefined ? {} : { firstRecords: entries });
  };
}
