import { Button, Group, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { exampleOf, schemaFromSample } from '../../../catalog/index.ts';
import { writeJson, type Json } from '../../../shared/index.ts';
import { operationOf, type Step } from '../../../flow/index.ts';
import { say, spokenLocale } from '../../../words/index.ts';
import { useDocument, useRun, useSamples, useWorkbench } from '../../state/workbench.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { curlCommand } from './curl-command.ts';
import { WebhookSender } from './webhook-sender.tsx';
import css from './webhook-listen.module.css';

interface WebhookListenProps {
  readonly step: Step;
}

/**
 * A flow that starts when it is called: it waits while the page is open, says its address, shows what came in, and
 * brings a sender of its own to try it with. What came in last is the step's sample, so mapping shows real values.
 */
export function WebhookListen({ step }: WebhookListenProps) {
  const { runs, document, catalog } = useWorkbench();
  const listening = useRun((state) => state.listening);
  const waiting = useRun((state) => state.waiting);
  const starts = useDocument((state) => state.flow?.start.kind === 'webhook');
  const [busy, setBusy] = useState(false);
  const shape = step.shapes?.output?.schema;
  const given = operationOf(step, catalog)?.sample.output;
  const example = shape === undefined ? (given ?? { name: 'Ada' }) : exampleOf(shape);
  const isLost = waiting?.lost === true;
  const address = listening && !isLost ? waiting?.webhook : undefined;

  async function listen(): Promise<void> {
    if (!starts) document.apply({ type: 'flow.set-start', start: { kind: 'webhook' } });
    setBusy(true);
    await runs.listen();
    setBusy(false);
  }

  return (
    <section>
      <Title order={3} size="13px" mb={8}>
        {say('inspector.start')}: {say('inspector.start-webhook')}
      </Title>
      {address === undefined ? (
        <Stack gap={12} align="start">
          <Text size="sm" c={isLost ? 'var(--fb-red)' : 'dimmed'}>
            {say(isLost ? 'run-panel.webhook-lost' : 'inspector.webhook-get-help')}
          </Text>
          <Button
            variant="light"
            loading={busy || (listening && !isLost)}
            onClick={() => void listen()}
          >
            {say('inspector.webhook-get')}
          </Button>
        </Stack>
      ) : (
        <Stack gap={12}>
          <Address url={address.url} example={example} />
          <Text size="xs" c="dimmed">
            {say(
              address.reach === 'public' ? 'inspector.webhook-public' : 'inspector.webhook-here',
            )}{' '}
            {say('inspector.webhook-until', {
              time: new Intl.DateTimeFormat(spokenLocale(), {
                dateStyle: 'medium',
                timeStyle: 'short',
              }).format(address.expires),
            })}
          </Text>
          <WebhookSender url={address.url} example={example} />
        </Stack>
      )}
      <Arrived step={step} waits={address !== undefined} />
    </section>
  );
}

function Address({ url, example }: { readonly url: string; readonly example: Json }) {
  const command = curlCommand(url, example);
  return (
    <div>
      <Group gap={8} align="end" wrap="nowrap">
        <TextInput
          className={css.grow}
          readOnly
          label={say('inspector.webhook-address')}
          value={url}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyText value={url} />
      </Group>
      <details className={css.command}>
        <summary>{say('inspector.webhook-command')}</summary>
        <Group gap={8} align="start" wrap="nowrap" mt={6}>
          <pre tabIndex={0} role="region" aria-label={say('inspector.webhook-command')}>
            {command}
          </pre>
          <CopyText value={command} />
        </Group>
      </details>
    </div>
  );
}

interface ArrivedProps {
  readonly step: Step;
  readonly waits: boolean;
}

function Arrived({ step, waits }: ArrivedProps) {
  const { document } = useWorkbench();
  const sample = useSamples((state) => state.byStep[step.id]);
  const last = sample?.origin === 'recorded' ? sample.messages.at(-1) : undefined;
  if (last === undefined && !waits) return null;
  const shape = last === undefined ? undefined : schemaFromSample(last);
  const used = shape !== undefined && textOf(shape) === textOf(step.shapes?.output?.schema);
  return (
    <div className={css.arrivals}>
      <Group gap={8} role="status">
        {waits && last === undefined && <Loader size={16} type="dots" aria-hidden />}
        <Text size="sm" fw={500}>
          {say(last === undefined ? 'inspector.webhook-waiting' : 'inspector.webhook-last')}
        </Text>
      </Group>
      {last !== undefined && (
        <>
          <pre tabIndex={0} role="region" aria-label={say('inspector.webhook-last')}>
            {writeJson(last, 2)}
          </pre>
          {used || shape === undefined ? (
            <Text size="xs" c="dimmed">
              {say('inspector.webhook-shape-used')}
            </Text>
          ) : (
            <Button
              size="compact-sm"
              variant="light"
              onClick={() =>
                document.apply({
                  type: 'step.set-shape',
                  step: step.id,
                  side: 'output',
                  shape: { schema: shape, origin: 'sample' },
                })
              }
            >
              {say('inspector.webhook-use-shape')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function textOf(schema: object | undefined): string {
  return writeJson((schema ?? null) as Json); // a schema is JSON
}
