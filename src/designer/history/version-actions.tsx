import { Button, Group, Text } from '@mantine/core';
import { History, PenLine, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { diffFlow } from '../../flow/index.ts';
import { storageFailure, type CheckpointRow } from '../../storage/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { restoreVersion } from '../effects/restore-version.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import {
  keepCheckpoint,
  removeCheckpoint,
  renameCheckpoint,
} from '../storage/checkpoint-storage.ts';
import { database } from '../storage/open-database.ts';
import { CheckpointName } from './checkpoint-name.tsx';
import { changesWith, nameOf, type Version } from './versions.ts';

interface VersionActionsProps {
  readonly version: Version;
  /** How many changes are done now. */
  readonly done: number;
}

/** The ways back to a version. A place of the history is gone to; a checkpoint becomes one more change. */
export function VersionActions({ version, done }: VersionActionsProps) {
  const readOnly = useDocument((state) => state.readOnly);
  if (readOnly) return null;
  if (version.kind === 'checkpoint') return <OfCheckpoint checkpoint={version.checkpoint} />;
  return version.isNow ? null : <GoTo version={version} count={version.place - done} />;
}

function GoTo({
  version,
  count,
}: {
  readonly version: Extract<Version, { kind: 'place' }>;
  readonly count: number;
}) {
  const { document, toasts, announcer } = useWorkbench();
  function go() {
    const gone = document.goTo(version.place);
    if (gone.ok) announcer.announce(say('versions.gone-to', { version: nameOf(version) }));
    else {
      const why = sayWording(gone.reason);
      toasts.show({ text: say('versions.not-gone', { why }), tone: 'trouble' });
    }
  }
  return (
    <Group gap="sm" mt={4}>
      <Button size="xs" leftSection={<History size={14} />} onClick={go}>
        {say('versions.go')}
      </Button>
      <Text size="xs" c="dimmed">
        {count < 0 ? say('versions.undoes', { count: -count }) : say('versions.redoes', { count })}
      </Text>
    </Group>
  );
}

function OfCheckpoint({ checkpoint }: { readonly checkpoint: CheckpointRow }) {
  const bench = useWorkbench();
  const { toasts, announcer } = bench;
  const flow = useDocument((state) => state.flow);
  const isSame = useMemo(
    () => flow !== undefined && diffFlow(checkpoint.content, flow).length === 0,
    [checkpoint, flow],
  );
  const [isNamed, setNamed] = useState(false);
  const attempt = (act: () => Promise<void>) =>
    act().catch((cause: unknown) => {
      toasts.show({ text: sayWording(storageFailure(cause)), tone: 'trouble' });
    });
  const rename = (name: string | undefined) =>
    attempt(async () => {
      setNamed(false);
      if (name === undefined || !changesWith(checkpoint, name)) return;
      await renameCheckpoint(database, checkpoint.id, name);
      announcer.announce(say('versions.renamed', { version: name }));
    });
  const remove = () =>
    attempt(async () => {
      await removeCheckpoint(database, checkpoint.id);
      toasts.show({
        text: say('versions.deleted', { version: checkpoint.name }),
        action: {
          label: say('common.undo'),
          run: () => void attempt(() => keepCheckpoint(database, checkpoint)),
        },
      });
    });
  if (isNamed)
    return <CheckpointName name={checkpoint.name} onNamed={(name) => void rename(name)} />;
  return (
    <Group gap="xs" mt={4}>
      <Button
        size="xs"
        disabled={isSame}
        leftSection={<History size={14} />}
        onClick={() => restoreVersion(bench, checkpoint)}
      >
        {say('versions.restore')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        leftSection={<PenLine size={14} />}
        onClick={() => setNamed(true)}
      >
        {say('versions.rename')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        leftSection={<Trash2 size={14} />}
        onClick={() => void remove()}
      >
        {say('versions.delete')}
      </Button>
    </Group>
  );
}
