import { Button } from '@mantine/core';
import { History, Play } from 'lucide-react';
import { useState } from 'react';
import type { Flow } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { useEarlierRuns } from '../queries/earlier-runs.ts';
import { useDocument, useRun, useWorkbench } from '../state/workbench.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { EarlierRuns } from './earlier-runs.tsx';
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
  const earlier = useEarlierRuns(flow.id) ?? [];
  const [lists, setLists] = useState(false);
  const hasRun = scope !== undefined || run !== undefined;
  const showList = () => setLists(true);

  if (looked !== undefined)
    return <LookedRun of={looked} onBack={() => store.setState({ looked: undefined })} />;
  if (!hasRun && !listening)
    return (
      <div className={css.panel}>
        <NoRun flow={flow} />
        {earlier.length > 0 && <EarlierRuns flow={flow} runs={earlier} />}
      </div>
    );
  if (lists)
    return (
      <div className={css.panel}>
        <EarlierRuns flow={flow} runs={earlier} onBack={() => setLists(false)} />
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
            earlier={
              earlier.length === 0 ? undefined : (
                <Button
                  size="xs"
                  variant="subtle"
                  color="gray"
                  leftSection={<History size={13} />}
                  onClick={showList}
                >
                  {say('earlier.open')}
                </Button>
              )
            }
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
