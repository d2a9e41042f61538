import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Wording } from '../../shared/index.ts';
import { storageFailure } from '../../storage/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { openFlows } from '../effects/write-lock.ts';
import type { Backup } from '../storage/backup/backup-file.ts';
import { readBackup } from '../storage/backup/read-backup.ts';
import { restoreBackup, standingsOf, type Standing } from '../storage/backup/restore-backup.ts';
import { database } from '../storage/open-database.ts';
import { hasRoomFor } from '../storage/room.ts';
import { whyFailed } from '../state/need-components.ts';
import { useWorkbench } from '../state/workbench.ts';
import { ChooseFile } from '../ui/files/choose-file.tsx';
import { RefusedFile } from '../ui/files/refused-file.tsx';
import { Notice } from '../ui/notice.tsx';
import { sizeWords } from '../ui/size-words.ts';
import { BackupReview, type RestoreChoice } from './backup-review.tsx';

type Read =
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly why: Wording }
  | {
      readonly kind: 'read';
      readonly name: string;
      readonly size: number;
      readonly backup: Backup;
      readonly standings: ReadonlyMap<string, Standing>;
    };

/** The review of a backup: until "Restore" nothing of this browser changes. */
export function RestoreDialog({ onClose }: { readonly onClose: () => void }) {
  const { writtenCatalog: catalog, needComponents, toasts } = useWorkbench();
  const [read, setRead] = useState<Read>();
  const [choice, setChoice] = useState<RestoreChoice>({ others: 'both', withRuns: false });
  const [trouble, setTrouble] = useState<string>();
  const [isRestoring, setRestoring] = useState(false);

  async function look(file: File): Promise<void> {
    const { name, size } = file;
    setTrouble(undefined);
    setRead({ kind: 'reading', name });
    try {
      const result = await readBackup(file);
      if (!result.ok) {
        setRead({ kind: 'refused', name, why: result.reason });
        return;
      }
      const backup = result.value;
      await needComponents(catalog.list.map(({ id }) => id));
      const standings = await standingsOf(database, backup, catalog);
      setRead({ kind: 'read', name, size, backup, standings });
    } catch (cause) {
      setRead({ kind: 'refused', name, why: whyFailed(cause) });
    }
  }

  async function whyNot({ backup, size, standings }: Read & { kind: 'read' }) {
    if (!(await hasRoomFor(size))) return say('workspace.no-room', { size: sizeWords(size) });
    if (choice.others === 'both') return undefined;
    const replaced = backup.flows.filter(({ flow }) => standings.get(flow.id) === 'other');
    const open = await openFlows(replaced.map(({ flow }) => flow.id));
    const inUse = replaced.find(({ flow }) => open.has(flow.id));
    return inUse && say('workspace.is-open', { name: inUse.flow.name });
  }

  async function restore(ready: Read & { kind: 'read' }): Promise<void> {
    const { backup, standings } = ready;
    setRestoring(true);
    try {
      const why = await whyNot(ready);
      setTrouble(why);
      if (why !== undefined) return;
      const { flows, beside } = await restoreBackup(database, backup, standings, {
        ...choice,
        copyName: (name) => say('workspace.copy-name', { name }),
        keptName: say('versions.before-backup'),
        newId: () => crypto.randomUUID(),
        now: Date.now,
      });
      const missing = say(
        beside === 0 ? 'workspace.nothing-to-restore' : 'workspace.restored-beside',
      );
      toasts.show({ text: flows === 0 ? missing : say('workspace.restored', { count: flows }) });
      onClose();
    } catch (cause) {
      setTrouble(sayWording(storageFailure(cause)));
    } finally {
      setRestoring(false);
    }
  }

  const isRead = read?.kind === 'read';
  return (
    <Modal opened onClose={onClose} title={say('workspace.restore')} size={560}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {say('workspace.restore-text')}
        </Text>
        {read?.kind === 'reading' && (
          <Group gap="xs" role="status">
            <Loader size="xs" />
            <Text size="sm">{say('workspace.reading')}</Text>
          </Group>
        )}
        {read?.kind === 'refused' && (
          <RefusedFile
            title={say('workspace.file-refused')}
            name={read.name}
            why={read.why}
            unchanged={say('workspace.file-kept')}
          />
        )}
        {isRead && (
          <BackupReview
            backup={read.backup}
            standings={read.standings}
            choice={choice}
            onChoose={setChoice}
          />
        )}
        {trouble !== undefined && <Notice tone="wrong">{trouble}</Notice>}
        <Group justify="flex-end" gap="xs">
          <ChooseFile
            accept=".jsonl,application/x-ndjson,application/json"
            label={say(read === undefined ? 'workspace.choose-file' : 'workspace.other-file')}
            isSecond={isRead}
            onChoose={(file) => void look(file)}
          />
          {isRead && (
            <Button loading={isRestoring} onClick={() => void restore(read)}>
              {say('workspace.restore-now')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
