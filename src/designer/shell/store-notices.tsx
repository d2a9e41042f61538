import { Button, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { storageFailure } from '../../storage/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { keepAgain } from '../effects/keep-again.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { storeState } from '../storage/open-database.ts';
import css from './page-notices.module.css';

/** What happened to the browser's store while the page was open: an older page holds it, a newer one has taken it, it is gone. */
export function StoreNotices() {
  const is = useStore(storeState, (state) => state.is);
  if (is === 'renewed') return <Renewed />;
  if (is === 'deleted') return <Deleted />;
  return is === 'waiting' ? (
    <Paper className={css.notice} role="alert">
      <Text size="sm" className={css.text}>
        {say('workspace.store-waiting')}
      </Text>
    </Paper>
  ) : null;
}

/** All that was done is kept: the page wrote it before it let the store go. */
function Renewed() {
  return (
    <Unavoidable title={say('workspace.store-renewed-title')}>
      <Stack gap="md">
        <Text size="sm">{say('workspace.store-renewed')}</Text>
        <Group justify="flex-end">
          <Button onClick={() => location.reload()}>{say('offline.load-again')}</Button>
        </Group>
      </Stack>
    </Unavoidable>
  );
}

/** What is open is still in this tab: it can be kept again, or exported. */
function Deleted() {
  const bench = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const isExporting = useView((state) => state.dialog === 'export');
  const [trouble, setTrouble] = useState<string>();
  const again = () =>
    keepAgain(bench).then(
      () => location.reload(),
      (cause: unknown) => setTrouble(sayWording(storageFailure(cause))),
    );
  if (isExporting) return null;
  return (
    <Unavoidable title={say('workspace.store-deleted-title')}>
      <Stack gap="md">
        <Text size="sm">{say('workspace.store-deleted')}</Text>
        {flow !== undefined && (
          <Text size="sm">{say('workspace.store-deleted-open', { name: flow.name })}</Text>
        )}
        {trouble !== undefined && (
          <Text size="sm" role="alert" c="var(--fb-red)">
            {trouble}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          {flow === undefined ? (
            <Button onClick={() => location.reload()}>{say('offline.load-again')}</Button>
          ) : (
            <>
              <Button variant="default" onClick={() => bench.view.setState({ dialog: 'export' })}>
                {say('common.export')}
              </Button>
              <Button onClick={() => void again()}>{say('workspace.store-keep-again')}</Button>
            </>
          )}
        </Group>
      </Stack>
    </Unavoidable>
  );
}

/** Nothing can be done in this page before it is answered. */
function Unavoidable({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Modal
      opened
      centered
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      onClose={() => undefined}
      title={title}
      size={460}
    >
      {children}
    </Modal>
  );
}
