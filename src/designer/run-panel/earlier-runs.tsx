import { ActionIcon, Button, Modal, Group, Text } from '@mantine/core';
import { ArrowLeft, History, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Flow } from '../../flow/index.ts';
import { markOf } from '../../runtime/contract.ts';
import { removeRun, removeRunsOf, storageFailure, type RunRow } from '../../storage/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { partsInWords, timeInWords } from '../../words/run-words.ts';
import { useEarlierRuns } from '../queries/earlier-runs.ts';
import { useRun, useWorkbench } from '../state/workbench.ts';
import { database } from '../storage/open-database.ts';
import { toFullTime, toRelativeTime } from '../ui/relative-time.ts';
import { askedInWords } from './model/asked-words.ts';
import { StatusMark } from './status-mark.tsx';
import { useNow } from './use-now.ts';
import css from './earlier-runs.module.css';

interface EarlierRunsProps {
  readonly flow: Flow;
  /** The way to what was shown before; without one the list is beside an empty panel, and shown only where it holds something. */
  readonly onBack?: () => void;
}

/** The way to the list, once it holds something. It follows the store alone: no other part is drawn when a run is kept. */
export function EarlierButton({
  flow,
  onPress,
}: {
  readonly flow: Flow;
  readonly onPress: () => void;
}) {
  if (!useEarlierRuns(flow.id)?.length) return null;
  return (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      leftSection={<History size={13} />}
      onClick={onPress}
    >
      {say('earlier.open')}
    </Button>
  );
}

/** The runs of this flow that the browser keeps: when, how they were asked for, what came of them. */
export function EarlierRuns({ flow, onBack }: EarlierRunsProps) {
  const runs = useEarlierRuns(flow.id) ?? [];
  const now = useNow(true, 30_000);
  const notKept = useRun((state) => state.notKept);
  const [deleting, setDeleting] = useState(false);
  const tell = useStoreTrouble();
  if (onBack === undefined && runs.length === 0) return null;
  return (
    <section className={css.earlier} aria-label={say('earlier.title')}>
      <header className={css.head}>
        {onBack !== undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<ArrowLeft size={14} />}
            onClick={onBack}
          >
            {say('earlier.back')}
          </Button>
        )}
        <h3>{say('earlier.title')}</h3>
        {runs.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<Trash2 size={14} />}
            onClick={() => setDeleting(true)}
          >
            {say('earlier.delete-all')}
          </Button>
        )}
      </header>
      {notKept !== undefined && (
        <p className={css.trouble} role="alert">
          {say('earlier.not-kept', { why: sayWording(notKept) })}
        </p>
      )}
      {runs.length === 0 && <p className={css.quiet}>{say('earlier.none')}</p>}
      <ul className={css.list}>
        {runs.map((row) => (
          <EarlierRun key={row.id} row={row} flow={flow} now={now} />
        ))}
      </ul>
      <p className={css.quiet}>{say('earlier.kept-here')}</p>
      <Modal
        opened={deleting}
        onClose={() => setDeleting(false)}
        title={say('earlier.delete-all-title')}
      >
        <Text size="sm">{say('earlier.delete-all-text')}</Text>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={() => setDeleting(false)}>
            {say('common.cancel')}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setDeleting(false);
              removeRunsOf(database, flow.id).catch(tell);
            }}
          >
            {say('earlier.delete-all')}
          </Button>
        </Group>
      </Modal>
    </section>
  );
}

/** Says why the browser's store did not do it. */
function useStoreTrouble(): (cause: unknown) => void {
  const { toasts } = useWorkbench();
  return (cause) => void toasts.show({ text: sayWording(storageFailure(cause)), tone: 'trouble' });
}

function EarlierRun({
  row,
  flow,
  now,
}: {
  readonly row: RunRow;
  readonly flow: Flow;
  readonly now: number;
}) {
  const { runs, toasts } = useWorkbench();
  const tell = useStoreTrouble();
  const when = toRelativeTime(row.at, now);
  const asked = askedInWords(row.asked, flow);
  const counts = partsInWords(row.parts);
  const status = say(`run-panel.status-${row.status}`);
  async function open() {
    if (!(await runs.lookAt(row.id))) toasts.show({ text: say('earlier.gone'), tone: 'trouble' });
  }
  return (
    <li className={css.row}>
      <button
        type="button"
        className={css.open}
        title={toFullTime(row.at)}
        aria-label={say('earlier.look-at', { when, asked, status, counts })}
        onClick={() => void open()}
      >
        <StatusMark of={markOf(row.status, row.parts)} size={16} />
        <span className={css.words}>
          <strong>{when}</strong>
          <span>{asked}</span>
        </span>
        <span className={css.counts}>
          {counts} · {timeInWords(row.ms)}
        </span>
      </button>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={say('earlier.delete', { when })}
        onClick={() => void removeRun(database, row.id).catch(tell)}
      >
        <Trash2 size={15} />
      </ActionIcon>
    </li>
  );
}
