import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { Download, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { say, sayWording } from '../../words/index.ts';
import { useFlows } from '../queries/flows.ts';
import { makeBackup } from '../storage/backup/make-backup.ts';
import { writeBackup } from '../storage/backup/write-backup.ts';
import { database } from '../storage/open-database.ts';
import { whyFailed } from '../state/need-components.ts';
import { useWorkbench } from '../state/workbench.ts';
import { download } from '../ui/download.ts';
import { Notice } from '../ui/notice.tsx';
import { sizeWords } from '../ui/size-words.ts';
import css from './backup.module.css';

interface Runs {
  readonly count: number;
  readonly size: number;
}

/** What will be in the file, before it is made. */
export function BackupDialog({ onClose }: { readonly onClose: () => void }) {
  const { writtenCatalog: catalog, needComponents, toasts } = useWorkbench();
  const flows = useFlows();
  const [runs, setRuns] = useState<Runs>({ count: 0, size: 0 });
  const [withRuns, setWithRuns] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    runsHere().then(setRuns, () => undefined); // the list of flows says why
  }, []);

  async function save(): Promise<void> {
    setWriting(true);
    setTrouble(undefined);
    const savedAt = Date.now();
    try {
      // What is secret in any of them stays here.
      await needComponents(catalog.list.map(({ id }) => id));
      const file = await makeBackup(writeBackup(database, { catalog, savedAt, withRuns }));
      if (!file.ok) {
        setTrouble(sayWording(file.reason));
        setWriting(false);
        return;
      }
      download(nameOf(savedAt), file.value);
      toasts.show({ text: say('workspace.backup-made') });
      onClose();
    } catch (cause) {
      toasts.show({ text: sayWording(whyFailed(cause)), tone: 'trouble' });
      setWriting(false);
    }
  }

  const count = flows.kind === 'ready' ? flows.flows.length : 0;
  return (
    <Modal opened onClose={onClose} title={say('workspace.backup')} size={500}>
      <Stack gap="md">
        {flows.kind === 'failed' && <Notice tone="wrong">{sayWording(flows.why)}</Notice>}
        {flows.kind === 'ready' && count === 0 && (
          <Text size="sm">{say('workspace.backup-none')}</Text>
        )}
        {count > 0 && (
          <>
            <Text size="sm">{say('workspace.backup-text')}</Text>
            <Text size="sm" fw={600}>
              {say('workspace.backup-flows', { count })}
            </Text>
            <Text size="sm" className={css.safe}>
              <ShieldCheck size={16} aria-hidden />
              <span>{say('workspace.backup-no-keys')}</span>
            </Text>
            {runs.count > 0 && (
              <Checkbox
                checked={withRuns}
                onChange={(event) => {
                  setWithRuns(event.currentTarget.checked);
                  setTrouble(undefined);
                }}
                label={say('workspace.backup-runs', { count: runs.count })}
                description={say('workspace.backup-runs-size', { size: sizeWords(runs.size) })}
              />
            )}
          </>
        )}
        {trouble !== undefined && <Notice tone="wrong">{trouble}</Notice>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {say('common.close')}
          </Button>
          {count > 0 && (
            <Button
              loading={isWriting}
              leftSection={<Download size={15} />}
              onClick={() => void save()}
            >
              {say('workspace.backup-now')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

async function runsHere(): Promise<Runs> {
  const rows = await database.runs.toArray();
  return { count: rows.length, size: rows.reduce((sum, { size }) => sum + size, 0) };
}

/** The day in its name, as the person's clock has it. */
function nameOf(at: number): string {
  const day = new Date(at);
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return `footbridge-${parts.map((part) => String(part).padStart(2, '0')).join('-')}.backup.jsonl`;
}
