import { operationOf } from '../../../flow/index.ts';
import { useRun, useWorkbench } from '../../state/workbench.ts';

/** So many entries are enough to see how they vary, and few enough to wait for. */
const mostEntries = 50;

/** Tests an earlier step from beside its data. One that changes something is not run from here: its test tab asks first. */
export function useTestSource(step: string): {
  /** This step is being tested. */
  readonly isGoing: boolean;
  /** Some test is going on. */
  readonly isBusy: boolean;
  test(): void;
} {
  const { catalog, document, runs, samples, view } = useWorkbench();
  const isBusy = useRun(
    ({ run, scope }) => scope !== undefined && (run === undefined || run.status === 'running'),
  );
  const isOwn = useRun(
    ({ scope }) => scope !== undefined && 'step' in scope && scope.step === step,
  );
  return {
    isGoing: isBusy && isOwn,
    isBusy,
    test() {
      const { flow } = document.getState();
      const found = flow?.steps.find(({ id }) => id === step);
      const operation = found && operationOf(found, catalog);
      const waits = flow?.start.kind === 'webhook' && flow.edges.every(({ to }) => to !== step);
      if (operation === undefined || operation.effect !== 'read' || waits) {
        view.selectStep(step, 'test');
        return;
      }
      const { byStep } = samples.getState();
      const hasData = flow?.edges.every(
        ({ from, to }) => to !== step || byStep[from] !== undefined,
      );
      void runs.start(
        { kind: hasData === true ? 'only' : 'up-to', step },
        { firstRecords: mostEntries },
      );
    },
  };
}
