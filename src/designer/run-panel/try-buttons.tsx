import { Button, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Forward, Play, StepForward } from 'lucide-react';
import { say } from '../../words/index.ts';
import { useRun, useSamples, useWorkbench } from '../state/workbench.ts';
import { Notice } from '../ui/notice.tsx';
import { useSendsAlways } from './use-sends-always.ts';
import type { StepFacts } from './use-step-facts.ts';
import css from './test-tab.module.css';

const AskAll = lazy(() => import('./ask-all.tsx').then(({ AskAll }) => ({ default: AskAll })));

const amounts = [
  { records: 1, word: 'run-panel.try-one', label: 'run-panel.try-one' },
  { records: 5, word: 'run-panel.try-five', label: 'run-panel.try-five-label' },
  { records: undefined, word: 'run-panel.try-all', label: 'run-panel.try-all-label' },
] as const;

/** This step alone on what the steps before it gave, or everything up to it. What is best now is the filled button. */
export function TryButtons({ facts }: { readonly facts: StepFacts }) {
  const { runs } = useWorkbench();
  const step = facts.step.id;
  const going = useRun(
    ({ run, scope }) => scope !== undefined && (run === undefined || run.status === 'running'),
  );
  const ready = useSamples(({ byStep }) => facts.before.every((id) => byStep[id] !== undefined));
  const [always, setAlways] = useSendsAlways(facts.flow, facts.step);
  const isFirst = facts.before.length === 0;
  const isLast = !facts.flow.edges.some(({ from }) => from === step);
  const [asksAll, setAsksAll] = useState(false);
  const start = (records: number | undefined) => {
    if (records === undefined) setAsksAll(true);
    else void runs.start({ kind: 'only', step }, { firstRecords: records });
  };
  return (
    <section className={css.try} aria-label={say('run-panel.try-this')}>
      <div className={css.buttons}>
        <Button.Group>
          {amounts.map(({ records, word, label }) => (
            <Button
              key={label}
              variant={ready && records === 1 ? 'filled' : 'default'}
              disabled={going || !ready}
              aria-label={say(label)}
              leftSection={records === 1 ? <Play size={13} fill="currentColor" /> : undefined}
              onClick={() => start(records)}
            >
              {say(word)}
            </Button>
          ))}
        </Button.Group>
        {!isFirst && (
          <Button
            variant={ready ? 'default' : 'filled'}
            disabled={going}
            leftSection={<StepForward size={14} />}
            title={say('run-panel.up-to-here-help')}
            onClick={() => void runs.start({ kind: 'up-to', step }, { firstRecords: 1 })}
          >
            {say('run-panel.up-to-here')}
          </Button>
        )}
        {!isFirst && !isLast && (
          <Button
            variant="default"
            disabled={going || !ready}
            leftSection={<Forward size={14} />}
            title={say('run-panel.continue-here-help')}
            onClick={() => void runs.start({ kind: 'from', step }, { firstRecords: 5 })}
          >
            {say('run-panel.continue-here')}
          </Button>
        )}
      </div>
      {asksAll && (
        <Suspense>
          <AskAll scope={{ kind: 'only', step }} onClose={() => setAsksAll(false)} />
        </Suspense>
      )}
      {always ? (
        <Notice tone="open">
          {say('run-panel.sends-always')}{' '}
          <Button size="compact-xs" variant="default" onClick={() => setAlways(false)}>
            {say('run-panel.sends-always-end')}
          </Button>
        </Notice>
      ) : (
        <Text size="xs" c="dimmed">
          {!ready ? say('run-panel.try-samples-missing') : say('common.try-help')}
        </Text>
      )}
    </section>
  );
}
