import { Button, Text } from '@mantine/core';
import { Play, Radio } from 'lucide-react';
import { say } from '../../words/index.ts';
import { useRun, useSamples, useWorkbench } from '../state/workbench.ts';
import { WaitingCard } from './waiting-card.tsx';
import css from './test-tab.module.css';

/** A step that a call starts: wait for a real one, or try with what came last or with the example. */
export function WebhookTest({ step }: { readonly step: string }) {
  const { runs } = useWorkbench();
  const listening = useRun((state) => state.listening);
  const hasCome = useSamples((state) => state.byStep[step] !== undefined);
  return (
    <section className={css.try} aria-label={say('run-panel.try-this')}>
      {listening ? (
        <div className={css.waits}>
          <WaitingCard />
        </div>
      ) : (
        <div className={css.buttons}>
          <Button leftSection={<Radio size={14} />} onClick={() => void runs.listen()}>
            {say('run-panel.webhook-wait')}
          </Button>
          <Button
            variant="default"
            leftSection={<Play size={13} fill="currentColor" />}
            onClick={() => void runs.start({ kind: 'only', step })}
          >
            {say(hasCome ? 'run-panel.webhook-try-last' : 'run-panel.webhook-try-example')}
          </Button>
        </div>
      )}
      <Text size="xs" c="dimmed">
        {say('run-panel.webhook-explain')}
      </Text>
    </section>
  );
}
