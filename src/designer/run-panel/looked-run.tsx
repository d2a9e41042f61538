import { useMemo } from 'react';
import type { LookedAtRun } from '../../worker/worker-client.ts';
import { LookedHeader } from './looked-header.tsx';
import { RunBody } from './run-body.tsx';
import { ShownRun, type LookedAt } from './shown-run.ts';
import css from './run-panel.module.css';

/** An earlier run, or one from a file, with the very same panel. */
export function LookedRun({
  of,
  onBack,
}: {
  readonly of: LookedAtRun;
  readonly onBack?: () => void;
}) {
  const { state, flow, row } = of;
  const from = onBack === undefined ? 'file' : 'history';
  const shown = useMemo<LookedAt>(
    () => ({ from, run: state, flow, firstRecords: row.asked.firstRecords }),
    [from, state, flow, row],
  );
  return (
    <ShownRun value={shown}>
      <div className={css.panel}>
        <LookedHeader of={of} {...(onBack !== undefined && { onBack })} />
        <RunBody run={state} flow={flow} />
      </div>
    </ShownRun>
  );
}
