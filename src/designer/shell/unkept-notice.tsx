import { Button, Paper, Text } from '@mantine/core';
import { Download } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { say } from '../../words/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import css from './page-notices.module.css';

/** Work that is not kept is asked about before the tab is left; a flow that lasts as long as its tab is said all the time. */
export function UnkeptNotice() {
  const { saving, view } = useWorkbench();
  const isOpen = useDocument((state) => state.flow !== undefined);
  const isUnkept = useStore(saving, (state) => state.kind === 'failed') && isOpen;
  const isForTabOnly = useStore(
    saving,
    (state) => state.kind === 'failed' && state.why.code === 'flows.storage-off',
  );
  useEffect(() => {
    if (!isUnkept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnkept]);
  if (!isOpen || !isForTabOnly) return null;
  return (
    <Paper className={css.notice} role="alert">
      <Text size="sm" className={css.text}>
        {say('workspace.unkept')}
      </Text>
      <Button
        size="compact-sm"
        leftSection={<Download size={14} aria-hidden />}
        onClick={() => view.setState({ dialog: 'export' })}
      >
        {say('common.export')}
      </Button>
    </Paper>
  );
}
