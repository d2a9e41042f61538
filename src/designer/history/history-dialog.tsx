import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Flow } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { useCheckpoints } from '../queries/checkpoints.ts';
import { useDocument } from '../state/workbench.ts';
import { KeepCheckpoint } from './keep-checkpoint.tsx';
import { VersionDetail } from './version-detail.tsx';
import { VersionList } from './version-list.tsx';
import { versionsOf } from './versions.ts';
import css from './history.module.css';

/** What was done to the flow, change by change, and the versions that were kept of it: look at one, compare, go back. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const narrow = useMediaQuery('(max-width: 767.98px)', false, { getInitialValueInEffect: false });
  const flow = useDocument((state) => state.flow);
  if (flow === undefined) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      size={1040}
      fullScreen={narrow}
      title={say('versions.title')}
      classNames={{ body: css.body }}
    >
      <History flow={flow} />
    </Modal>
  );
}

function History({ flow }: { readonly flow: Flow }) {
  const past = useDocument((state) => state.past);
  const future = useDocument((state) => state.future);
  const readOnly = useDocument((state) => state.readOnly);
  const checkpoints = useCheckpoints(flow.id);
  const versions = useMemo(
    () => versionsOf({ past, future }, checkpoints),
    [past, future, checkpoints],
  );
  const [chosen, setChosen] = useState<string>();
  const now = versions.find((version) => version.kind === 'place' && version.isNow);
  const version = versions.find(({ id }) => id === chosen) ?? now;
  return (
    <div className={css.panes}>
      <div className={css.side}>
        {!readOnly && <KeepCheckpoint flow={flow} onKept={(id) => setChosen(`kept-${id}`)} />}
        <VersionList versions={versions} chosen={version?.id} onChoose={setChosen} />
      </div>
      {version !== undefined && (
        <VersionDetail
          key={version.id}
          version={version}
          state={{ flow, past, future }}
          checkpoints={checkpoints}
        />
      )}
    </div>
  );
}
