import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { Download, ShieldCheck, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../words/index.ts';
import type { LookedAtRun } from '../../worker/worker-client.ts';
import { useWorkbench } from '../state/workbench.ts';
import { download } from '../ui/download.ts';
import css from './earlier-runs.module.css';

/** What a run file holds, said before it is made: it is real data. */
export function SaveRunDialog({
  of: { row, flow, state },
  onClose,
}: {
  readonly of: LookedAtRun;
  readonly onClose: () => void;
}) {
  const { runs, toasts } = useWorkbench();
  const [busy, setBusy] = useState(false);
  const messages = Object.values(state.steps).reduce((sum, { counts }) => sum + counts.in, 0);
  async function save() {
    setBusy(true);
    const text = await runs.writeRunFile(row.id, flow).catch(() => undefined);
    const file = fileName(flow.name, row.at);
    if (text === undefined) toasts.show({ text: say('earlier.save-failed'), tone: 'trouble' });
    else {
      download(file, text);
      toasts.show({ text: say('earlier.saved', { file }) });
    }
    onClose();
  }
  return (
    <Modal opened onClose={onClose} title={say('earlier.save-title')} size={500}>
      <Stack gap="sm">
        <Text size="sm">{say('earlier.save-text')}</Text>
        <div>
          <Text size="sm" fw={600}>
            {say('earlier.save-holds')}
          </Text>
          <ul className={css.holds}>
            <li>{say('earlier.save-flow', { name: flow.name, count: flow.steps.length })}</li>
            <li>{say('earlier.save-messages', { count: messages })}</li>
          </ul>
        </div>
        <Alert variant="light" color="yellow" icon={<UsersRound size={16} />}>
          {say('earlier.save-personal')}
        </Alert>
        <Alert variant="light" color="green" icon={<ShieldCheck size={16} />}>
          {say('earlier.save-secrets')}
        </Alert>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {say('common.cancel')}
          </Button>
          <Button
            data-autofocus
            loading={busy}
            leftSection={<Download size={15} />}
            onClick={() => void save()}
          >
            {say('earlier.save-now')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** "orders-2026-11-25-2130.run.json": what every system accepts. */
function fileName(name: string, at: number): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
  const time = new Date(at).toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  return `${plain === '' ? 'flow' : plain}-${time}.run.json`;
}
