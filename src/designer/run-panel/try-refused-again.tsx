import { Button } from '@mantine/core';
import { RotateCcw } from 'lucide-react';
import { recordsKept, type StepRun } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { useDocument, useRun, useWorkbench } from '../state/workbench.ts';
import { againScope } from './model/again-scope.ts';
import type { LookedAt } from './shown-run.ts';
import css from './run-panel.module.css';

/** What an earlier run refused, tried again now, while its step is still in the flow. */
export function TryRefusedAgain({
  of,
  step,
  state,
}: {
  readonly of: LookedAt;
  readonly step: string;
  readonly state: StepRun | undefined;
}) {
  const { runs } = useWorkbench();
  const scope = useRun(({ looked }) => looked?.row.asked.scope);
  const isThere = useDocument(
    ({ flow }) =>
      flow?.id === of.flow.id &&
      flow.steps.some(({ id }) => id === step) &&
      flow.edges.some(({ to }) => to === step),
  );
  const count = Math.min(state?.counts.refused ?? 0, recordsKept);
  if (of.from === 'file' || !isThere || count === 0) return null;
  return (
    <div className={css.actions}>
      <Button
        size="xs"
        leftSection={<RotateCcw size={14} />}
        onClick={() =>
          void runs.start(againScope(step, scope), { again: { runId: of.run.runId, step } })
        }
      >
        {say('run-panel.again-refused', { count })}
      </Button>
    </div>
  );
}
