import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import { Check, Copy, Radio, Square, TriangleAlert } from 'lucide-react';
import { say, spokenLocale } from '../../words/index.ts';
import type { Waiting } from '../state/run-store.ts';
import { useDocument, useRun, useWorkbench } from '../state/workbench.ts';
import css from './run-panel.module.css';

/** The flow waits for its trigger while the page is open: where to call, and how to stop. */
export function WaitingCard() {
  const { runs } = useWorkbench();
  const waiting = useRun((state) => state.waiting);
  const isCalled = useDocument((state) => state.flow?.start.kind === 'webhook');
  const isLost = waiting?.lost === true;
  const webhook = isLost ? undefined : waiting?.webhook;
  const address = webhook?.url;
  return (
    <section className={css.waiting} role="status" data-lost={isLost || undefined}>
      {isLost ? (
        <TriangleAlert aria-hidden size={16} className={css.mark} data-tone="red" />
      ) : (
        <Radio aria-hidden size={16} className={css.mark} data-tone="accent" />
      )}
      <div className={css.waitingWords}>
        <strong>{wordsOf(waiting, isCalled)}</strong>
        {address !== undefined && (
          <span className={css.addressLine}>
            <code className={css.address}>{address}</code>
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Tooltip label={say(copied ? 'run-panel.copied' : 'run-panel.copy-address')}>
                  <ActionIcon size="sm" aria-label={say('run-panel.copy-address')} onClick={copy}>
                    {copied ? <Check size={14} /> : <Copy size={14} />}
                  </ActionIcon>
                </Tooltip>
              )}
            </CopyButton>
          </span>
        )}
        {webhook !== undefined && (
          <span className={css.quiet}>
            {say(
              webhook.reach === 'public' ? 'run-panel.webhook-public' : 'run-panel.webhook-here',
            )}
          </span>
        )}
      </div>
      <div className={css.waitingActs}>
        {isLost && (
          <Button size="xs" onClick={() => void runs.listen()}>
            {say('run-panel.wait-again')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<Square size={11} fill="currentColor" />}
          onClick={() => runs.stopListening()}
        >
          {say('run-panel.webhook-stop')}
        </Button>
      </div>
    </section>
  );
}

function wordsOf(waiting: Waiting | undefined, isCalled: boolean): string {
  if (waiting?.lost === true)
    return say(waiting.webhook === undefined ? 'run-panel.wait-lost' : 'run-panel.webhook-lost');
  if (isCalled && waiting?.webhook === undefined) return say('run-panel.webhook-begins');
  return waiting?.next === undefined
    ? say('run-panel.webhook-waiting')
    : say('run-panel.wait-until', { time: timeOf(waiting.next) });
}

function timeOf(at: number): string {
  return new Intl.DateTimeFormat(spokenLocale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
}
