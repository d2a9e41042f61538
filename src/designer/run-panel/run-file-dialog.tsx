import { Modal, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { Wording } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import type { LookedAtRun } from '../../worker/worker-client.ts';
import { WithQueries } from '../queries/with-queries.tsx';
import { useWorkbench } from '../state/workbench.ts';
import { ChooseFile } from '../ui/files/choose-file.tsx';
import { RefusedFile } from '../ui/files/refused-file.tsx';
import { lastAsked } from '../ui/last-asked.ts';
import { toFullTime } from '../ui/relative-time.ts';
import { LookedRun } from './looked-run.tsx';

const largestBytes = 200 * 1024 * 1024;

interface RunFileDialogProps {
  /** A file that was dropped; without one the person chooses. */
  readonly file?: File;
  readonly onClose: () => void;
}

type Read =
  | { readonly name: string; readonly run: LookedAtRun }
  | { readonly name: string; readonly why: Wording };

/** A run that somebody sent: looked at with the same panel as one's own, and nothing more. */
export function RunFileDialog({ file, onClose }: RunFileDialogProps) {
  const { runs } = useWorkbench();
  const [read, setRead] = useState<Read>();
  const [ask] = useState(lastAsked);
  const look = useCallback(
    async (chosen: File) => {
      const { name, size } = chosen;
      const isWanted = ask();
      if (size > largestBytes) {
        const megabytes = `${Math.round(size / 1024 / 1024)} MB`;
        setRead({ name, why: { code: 'earlier.file-too-big', params: { size: megabytes } } });
        return;
      }
      const result = await runs.readRunFile(chosen).catch(() => undefined);
      if (!isWanted()) return;
      if (result === undefined) setRead({ name, why: { code: 'runs.host-gone', params: {} } });
      else setRead(result.ok ? { name, run: result.value } : { name, why: result.reason });
    },
    [runs, ask],
  );
  useEffect(() => {
    if (file !== undefined) void look(file);
  }, [file, look]);
  const run = read !== undefined && 'run' in read ? read.run : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        run === undefined
          ? say('earlier.file-title')
          : say('earlier.file-of', { flow: run.flow.name, when: toFullTime(run.row.at) })
      }
      size={run === undefined ? 500 : '92%'}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say('earlier.file-text')}
        </Text>
        {read !== undefined && 'why' in read && (
          <RefusedFile title={say('earlier.file-failed')} name={read.name} why={read.why} />
        )}
        {run !== undefined && (
          <div style={{ height: '68dvh', minHeight: 320 }}>
            <WithQueries>
              <LookedRun of={run} />
            </WithQueries>
          </div>
        )}
        {run === undefined && (
          <ChooseFile
            accept="application/json,.json"
            label={say('flows.choose-file')}
            onChoose={(chosen) => void look(chosen)}
          />
        )}
      </Stack>
    </Modal>
  );
}
