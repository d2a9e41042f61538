import { Button, Group, Text, Textarea } from '@mantine/core';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { parseJson, writeJson, type Json } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { sendToAddress, type Answered } from '../../queries/send-to-address.ts';
import { asCode } from '../../ui/theme.ts';
import css from './webhook-listen.module.css';

/** Sends to the flow's address from here, so that nobody needs a terminal to try it. */
export function WebhookSender({ url, example }: { readonly url: string; readonly example: Json }) {
  const [text, setText] = useState(() => writeJson(example, 2));
  const [sent, setSent] = useState<Answered | 'no'>();
  const [busy, setBusy] = useState(false);
  const answered = sent === 'no' ? undefined : sent;
  // The address itself says no in these ways; whatever else comes is the flow's answer.
  const isLost = answered?.isRefused === true;
  const hasAnswer = answered !== undefined && !isLost && answered.text !== '';
  const read = parseJson(text);
  async function send(): Promise<void> {
    setBusy(true);
    setSent(undefined);
    const answered = await sendToAddress(url, text).catch(() => undefined);
    setBusy(false);
    setSent(answered ?? 'no');
  }
  return (
    <details className={css.sender}>
      <summary>{say('inspector.webhook-send')}</summary>
      <Textarea
        mt={8}
        label={say('inspector.webhook-body')}
        autosize
        minRows={4}
        maxRows={12}
        attributes={asCode}
        spellCheck={false}
        classNames={{ input: css.code ?? '' }}
        error={read.ok ? undefined : say('inspector.webhook-bad-json', { line: read.reason.line })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={12} mt={8}>
        <Button
          size="compact-sm"
          leftSection={<Send size={14} />}
          loading={busy}
          disabled={!read.ok}
          onClick={() => void send()}
        >
          {say('inspector.webhook-send-now')}
        </Button>
        <Text size="xs" c="dimmed" role="status">
          {busy && say('inspector.webhook-sending')}
          {answered?.ok === true && answered.text === '' && say('inspector.webhook-sent')}
          {hasAnswer && say('inspector.webhook-answered', { status: answered.status })}
          {(sent === 'no' || isLost) && say('inspector.webhook-not-sent')}
        </Text>
      </Group>
      {hasAnswer && (
        <pre tabIndex={0} role="region" aria-label={say('inspector.webhook-answer')}>
          {answered.text}
        </pre>
      )}
    </details>
  );
}
