import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { ShieldCheck } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  historyLimits,
  historyRoom,
  keepHistoryRoom,
  storageFailure,
} from '../../storage/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { database } from '../storage/open-database.ts';
import { clearRuns, roomTaken, type RoomTaken } from '../storage/room.ts';
import { useWorkbench } from '../state/workbench.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { Notice } from '../ui/notice.tsx';
import { sizeWords } from '../ui/size-words.ts';
import css from './backup.module.css';

const parts = ['flows', 'histories', 'samples', 'runs'] as const;

/** How much room there is, what takes it, whether the browser keeps it, and what can be let go. */
export function RoomDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, toasts } = useWorkbench();
  const [estimate, setEstimate] = useState<StorageEstimate>();
  const [taken, setTaken] = useState<RoomTaken>();
  const [trouble, setTrouble] = useState<string>();
  const used = useRef<HTMLDivElement>(null);
  const look = useCallback(() => {
    const explain = (cause: unknown) => setTrouble(sayWording(storageFailure(cause)));
    roomTaken(database).then(setTaken, explain);
    navigator.storage?.estimate().then(setEstimate, () => undefined);
  }, []);
  useEffect(look, [look]);

  function clear(): void {
    clearRuns(database).then(
      () => {
        toasts.show({ text: say('workspace.cleared') });
        look();
        // The button is gone, with what it could delete.
        used.current?.focus();
      },
      (cause: unknown) => setTrouble(sayWording(storageFailure(cause))),
    );
  }

  return (
    <Modal opened onClose={onClose} title={say('workspace.room')} size={480}>
      <Stack gap="md">
        <div ref={used} tabIndex={-1} className={css.place}>
          <Used estimate={estimate} />
        </div>
        {trouble !== undefined && <Notice tone="wrong">{trouble}</Notice>}
        {taken !== undefined && (
          <table className={css.room} aria-label={say('workspace.room-what')}>
            <tbody>
              {parts.map((part) => (
                <tr key={part}>
                  <th scope="row">{say(`workspace.room-${part}`)}</th>
                  <td>
                    {taken[part] === 0
                      ? say('workspace.room-none')
                      : say('workspace.room-about', { size: sizeWords(taken[part]) })}
                  </td>
                </tr>
              ))}
              <PageItself used={estimate?.usage} taken={taken} />
            </tbody>
          </table>
        )}
        {taken !== undefined && taken.runCount > 0 && (
          <ClearRuns count={taken.runCount} onClear={clear} />
        )}
        <HistoryRoom />
        <Stays />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {say('common.close')}
          </Button>
          <Button onClick={() => view.setState({ dialog: 'backup' })}>
            {say('workspace.backup-open')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}

function Used({ estimate }: { readonly estimate: StorageEstimate | undefined }) {
  const { usage, quota } = estimate ?? {};
  if (usage === undefined || quota === undefined)
    return <Text size="sm">{say('workspace.room-unknown')}</Text>;
  const words = say('workspace.room-used', { used: sizeWords(usage), quota: sizeWords(quota) });
  return (
    <div>
      <Text size="sm" mb={6}>
        {words}
      </Text>
      <div className={css.bar} aria-hidden>
        <div style={{ width: `${Math.min(100, (100 * usage) / Math.max(1, quota))}%` }} />
      </div>
    </div>
  );
}

/** The sum is the browser's own: what is none of the parts is the page, kept for when there is no connection. */
function PageItself({
  used = 0,
  taken: { flows, histories, samples, runs },
}: {
  readonly used: number | undefined;
  readonly taken: RoomTaken;
}) {
  const rest = used - flows - histories - samples - runs;
  if (rest < megabyte / 10) return null;
  return (
    <tr>
      <th scope="row">{say('workspace.room-page')}</th>
      <td>{say('workspace.room-about', { size: sizeWords(rest) })}</td>
    </tr>
  );
}

const megabyte = 1_000_000;
const roomsOffered = [50, 100, 200, 500, 1_000, 2_000].map((megabytes) => megabytes * megabyte);

/** How much of earlier runs is kept. Nothing goes at once: the next run makes the room that is left. */
function HistoryRoom() {
  const { toasts } = useWorkbench();
  const [room, setRoom] = useState<number>();
  useEffect(() => {
    historyRoom(database).then(setRoom, () => undefined); // where nothing is kept there is nothing to say
  }, []);
  if (room === undefined) return null;

  function choose(next: number): void {
    keepHistoryRoom(database, next).then(
      () => {
        setRoom(next);
        toasts.show({ text: say('limits.history-kept', { megabytes: next / megabyte }) });
      },
      (cause: unknown) => toasts.show({ text: sayWording(storageFailure(cause)), tone: 'trouble' }),
    );
  }

  return (
    <NativeSelect
      label={say('limits.history')}
      description={say('limits.history-help')}
      value={room}
      data={[...new Set([...roomsOffered, room])]
        .toSorted((one, other) => one - other)
        .map((size) => ({
          value: String(size),
          label: say(
            size === historyLimits.total ? 'limits.history-usual' : 'limits.history-size',
            { megabytes: size / megabyte },
          ),
        }))}
      onChange={({ currentTarget }) => choose(Number(currentTarget.value))}
    />
  );
}

/** Runs are deleted for good, so it is asked once more. */
function ClearRuns({ count, onClear }: { readonly count: number; readonly onClear: () => void }) {
  const [isAsked, setAsked] = useState<boolean>();
  if (isAsked !== true)
    return (
      <Group>
        <Button
          variant="default"
          size="compact-sm"
          // Back from the question.
          autoFocus={isAsked === false}
          onClick={() => setAsked(true)}
        >
          {say('workspace.clear-runs')}
        </Button>
      </Group>
    );
  return (
    <div className={css.stays} role="group" aria-label={say('workspace.clear-runs')}>
      <Text size="sm">{say('workspace.clear-sure', { count })}</Text>
      <Group gap="xs">
        <Button
          color="red"
          size="compact-sm"
          autoFocus
          onClick={() => {
            setAsked(false);
            onClear();
          }}
        >
          {say('workspace.clear-yes')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setAsked(false)}>
          {say('workspace.clear-no')}
        </Button>
      </Group>
    </div>
  );
}

/** Whether the browser has agreed not to clear what is kept here; the file is the real safety. */
function Stays() {
  const [stays, setStays] = useState<boolean>();
  const [isRefused, setRefused] = useState(false);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    navigator.storage?.persisted().then(setStays, () => setStays(false));
  }, []);
  function ask(): void {
    navigator.storage.persist().then(
      (agreed) => {
        setStays(agreed);
        setRefused(!agreed);
      },
      () => setRefused(true),
    );
    // The button goes with the answer.
    section.current?.focus();
  }
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={`${css.stays} ${css.place}`}
      aria-labelledby="stays"
    >
      <h3 className={css.heading} id="stays">
        {say('workspace.stays-title')}
      </h3>
      {stays !== undefined && (
        <Text size="sm">{say(stays ? 'workspace.stays-yes' : 'workspace.stays-no')}</Text>
      )}
      {isRefused && (
        <Text size="sm" role="status">
          {say('workspace.stays-refused')}
        </Text>
      )}
      {stays === false && !isRefused && (
        <Button variant="default" size="compact-sm" onClick={ask}>
          {say('workspace.stays-ask')}
        </Button>
      )}
      <Text size="sm" className={css.safe}>
        <ShieldCheck size={16} aria-hidden />
        <span>{say('workspace.stays-file')}</span>
      </Text>
    </section>
  );
}
