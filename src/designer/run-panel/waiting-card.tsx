import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import { Check, Copy, Radio, Square } from 'lucide-react';
import { say, spokenLocale } from '../../words/index.ts';
import { useRun, useWorkbench } from '../state/workbench.ts';
import css from './run-panel.module.css';

/** The flow waits for its trigger while the page is open: where to call, and how to stop. */
export function WaitingCard() {
  const { runs } = useWorkbench();
  const waiting = useRun((state) => state.waiting);
  const address = waiting?.webhook?.url;
  return (
    <section className={css.waiting} role="status">
      <Radio aria-hidden size={16} className={css.mark} data-tone="accent" />
      <div className={css.waitingWords}>
        <strong>
          {waiting?.lost === true && address === undefined
            ? say('run-panel.wait-lost')
            : waiting?.next === undefined
              ? say('run-panel.webhook-waiting')
              : say('run-panel.wait-until', { time: timeOf(waiting.next) })}
        </strong>
        {waiting?.lost === true && address !== undefined && (
          <span className={css.trouble}>{say('run-panel.webhook-lost')}</span>
        )}
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
        {waiting?.webhook !== undefined && (
          <span className={css.quiet}>
            {say(
              waiting.webhook.reach === 'public'
                ? 'run-panel.webhook-public'
                : 'run-panel.webhook-here',
            )}
          </span>
        )}
      </div>
      <Button
        size="xs"
        variant="default"
        leftSection={<Square size={11} fill="currentColor" />}
        onClick={() => runs.stopListening()}
      >
        {say('run-panel.webhook-stop')}
      </Button>
    </section>
  );
}

function timeOf(at: number): string {
  return new Intl.DateTimeFormat(spokenLocale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
}
