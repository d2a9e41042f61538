import type { Flow } from '../../flow/index.ts';
import { stepRows, stepToInspect, type RunState } from '../../runtime/contract.ts';
import { useView } from '../state/workbench.ts';
import { StepDetail } from './step-detail.tsx';
import { StepList } from './step-list.tsx';
import css from './run-panel.module.css';

/** The steps of a run, and the one that is looked at. */
export function RunBody({
  run,
  flow,
}: {
  readonly run: RunState | undefined;
  readonly flow: Flow;
}) {
  const inspected = useView((state) => state.inspected);
  const rows = run === undefined ? [] : stepRows(run, flow);
  const chosen = rows.some(({ id }) => id === inspected?.step)
    ? inspected?.step
    : run && stepToInspect(run, flow);
  return (
    <div className={css.body}>
      <StepList rows={rows} inspected={chosen} />
      {run !== undefined && chosen !== undefined && (
        <StepDetail key={`${run.runId} ${chosen}`} run={run} step={chosen} />
      )}
    </div>
  );
}
