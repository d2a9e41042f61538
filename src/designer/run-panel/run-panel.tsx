import { Button } from '@mantine/core';
import { Play } from 'lucide-react';
import { stepRows, stepToInspect } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { useDocument, useRun, useView, useWorkbench } from '../state/workbench.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { RunHeader } from './run-header.tsx';
import { StepDetail } from './step-detail.tsx';
import { StepList } from './step-list.tsx';
import { WaitingCard } from './waiting-card.tsx';
import css from './run-panel.module.css';

/** The last test run: what became of it, and what went in and came out of each step. */
export function RunPanel() {
  const { runs } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const run = useRun((state) => state.run);
  const scope = useRun((state) => state.scope);
  const listening = useRun((state) => state.listening);
  const inspected = useView((state) => state.inspected);
  if (flow === undefined) return null;

  if (scope === undefined && run === undefined && !listening) {
    const none = flow.steps.length === 0;
    return (
      <EmptyState text={say(none ? 'run-panel.no-steps' : 'run-panel.empty')}>
        {!none && (
          <Button
            leftSection={<Play size={14} fill="currentColor" />}
            onClick={() => void runs.start({ kind: 'flow' }, { firstRecords: 1 })}
          >
            {say('run-panel.empty-action')}
          </Button>
        )}
      </EmptyState>
    );
  }

  const rows = run === undefined ? [] : stepRows(run, flow);
  const chosen = rows.some(({ id }) => id === inspected?.step)
    ? inspected?.step
    : run && stepToInspect(run, flow);
  return (
    <div className={css.panel}>
      {listening && <WaitingCard />}
      {scope === undefined && run === undefined && (
        <EmptyState text={say('run-panel.waiting-empty')} />
      )}
      {(scope !== undefined || run !== undefined) && (
        <>
          <RunHeader run={run} flow={flow} />
          <div className={css.body}>
            <StepList rows={rows} inspected={chosen} />
            {run !== undefined && chosen !== undefined && (
              <StepDetail key={`${run.runId} ${chosen}`} run={run} step={chosen} />
            )}
          </div>
        </>
      )}
    </div>
  );
}
