import { Button } from '@mantine/core';
import { Play } from 'lucide-react';
import { useState } from 'react';
import type { Flow } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { useDocument, useRun, useWorkbench } from '../state/workbench.ts';
import { ChooseFirst } from '../ui/choose-first.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { EarlierButton, EarlierRuns } from './earlier-runs.tsx';
import { LookedRun } from './looked-run.tsx';
import { RunBody } from './run-body.tsx';
import { RunHeader } from './run-header.tsx';
import { WaitingCard } from './waiting-card.tsx';
import css from './run-panel.module.css';

/** The last test run, or an earlier one: what became of it, and what went in and came out of each step. */
export function RunPanel() {
  const flow = useDocument((state) => state.flow);
  return flow === undefined ? null : <RunsOf key={flow.id} flow={flow} />;
}

function RunsOf({ flow }: { readonly flow: Flow }) {
  const { run: store } = useWorkbench();
  const run = useRun((state) => state.run);
  const scope = useRun((state) => state.scope);
  const listening = useRun((state) => state.listening);
  const looked = useRun((state) => state.looked);
  const [lists, setLists] = useState(false);
  const hasRun = scope !== undefined || run !== undefined;

  if (looked !== undefined)
    return <LookedRun of={looked} onBack={() => store.setState({ looked: undefined })} />;
  if (!hasRun && !listening)
    return (
      <div className={css.panel}>
        <NoRun flow={flow} />
        <EarlierRuns flow={flow} />
      </div>
    );
  if (lists)
    return (
      <div className={css.panel}>
        <EarlierRuns flow={flow} onBack={() => setLists(false)} />
      </div>
    );
  return (
    <div className={css.panel}>
      {listening && <WaitingCard />}
      {!hasRun && <EmptyState text={say('run-panel.waiting-empty')} />}
      {hasRun && (
        <>
          <RunHeader
            run={run}
            flow={flow}
            earlier={<EarlierButton flow={flow} onPress={() => setLists(true)} />}
          />
          <RunBody run={run} flow={flow} />
        </>
      )}
    </div>
  );
}

function NoRun({ flow }: { readonly flow: Flow }) {
  const { runs } = useWorkbench();
  const none = flow.steps.length === 0;
  return (
    <EmptyState text={say(none ? 'run-panel.no-steps' : 'run-panel.empty')}>
      {none ? (
        <ChooseFirst />
      ) : (
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
