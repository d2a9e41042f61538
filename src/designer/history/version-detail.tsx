import { Group, NativeSelect, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { diffFlow, type Flow } from '../../flow/index.ts';
import type { CheckpointRow, HistoryEntry } from '../../storage/contract.ts';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { toFullTime } from '../ui/relative-time.ts';
import { DifferenceList } from './difference-list.tsx';
import { fieldTitles } from './field-titles.ts';
import { VersionActions } from './version-actions.tsx';
import { VersionsPicture } from './versions-picture.tsx';
import { flowOf, nameOf, type Version } from './versions.ts';
import css from './history.module.css';

interface VersionDetailProps {
  readonly version: Version;
  readonly state: {
    readonly flow: Flow;
    readonly past: readonly HistoryEntry[];
    readonly future: readonly HistoryEntry[];
  };
  readonly checkpoints: readonly CheckpointRow[];
}

const nowId = 'now';

/** What is different between a version and another one (the flow as it is now, unless said otherwise), and the way back. */
export function VersionDetail({ version, state, checkpoints }: VersionDetailProps) {
  const { catalog } = useWorkbench();
  const [otherId, setOtherId] = useState(nowId);
  const { flow: now, past, future } = state;
  const checkpoint = checkpoints.find(({ id }) => id === otherId);
  const other = checkpoint?.content ?? now;
  const content = useMemo(
    () => flowOf(version, { flow: now, past, future }),
    [version, now, past, future],
  );
  const differences = useMemo(
    () => (content === undefined ? [] : diffFlow(content, other, fieldTitles(catalog))),
    [content, other, catalog],
  );
  const own = version.kind === 'checkpoint' ? version.checkpoint.id : undefined;
  const name = nameOf(version);
  return (
    <section className={css.detail} aria-label={name}>
      <header className={css.head}>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        {version.at !== undefined && (
          <Text size="xs" c="dimmed">
            {toFullTime(version.at)}
          </Text>
        )}
        <VersionActions version={version} done={past.length} />
      </header>
      <Group gap="xs" align="center">
        <Text size="sm" fw={600} component="h4" m={0}>
          {say('versions.compared')}
        </Text>
        <NativeSelect
          size="xs"
          aria-label={say('versions.compare-with')}
          value={checkpoint?.id ?? nowId}
          onChange={(event) => setOtherId(event.currentTarget.value)}
          data={[
            { value: nowId, label: say('versions.as-now') },
            ...checkpoints
              .filter(({ id }) => id !== own)
              .map(({ id, name: label }) => ({ value: id, label })),
          ]}
        />
      </Group>
      {content === undefined ? (
        <Text size="sm">{say('versions.not-known')}</Text>
      ) : differences.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say(
            version.kind === 'place' && version.isNow && checkpoint === undefined
              ? 'versions.same-now'
              : 'versions.same',
          )}
        </Text>
      ) : (
        <>
          <VersionsPicture before={content} after={other} differences={differences} />
          <DifferenceList differences={differences} />
        </>
      )}
      <Text size="xs" c="dimmed">
        {say('versions.outside')}
      </Text>
    </section>
  );
}
