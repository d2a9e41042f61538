import { Button, Group, Text, Textarea } from '@mantine/core';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { parseJson, writeJson, type Json } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { sendToAddress } from '../../queries/send-to-address.ts';
import css from './webhook-listen.module.css';

/** Sends to the flow's address from here, so that nobody needs a terminal to try it. */
export function WebhookSender({ url, example }: { readonly url: string; readonly example: Json }) {
  const [text, setText] = useState(() => writeJson(example, 2));
  const [sent, setSent] = useState<'yes' | 'no'>();
  const [busy, setBusy] = useState(false);
  const read = parseJson(text);
  async function send(): Promise<void> {
    setBusy(true);
    setSent(undefined);
    const done = await sendToAddress(url, text).catch(() => false);
    setBusy(false);
    setSent(done ? 'yes' : 'no');
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
          {sent === 'yes' && say('inspector.webhook-sent')}
          {sent === 'no' && say('inspector.webhook-not-sent')}
        </Text>
      </Group>
    </details>
  );
}
