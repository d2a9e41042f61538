import { Button, Paper, Text } from '@mantine/core';
import { Download } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { say } from '../../words/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import css from './page-notices.module.css';

/** A flow that lasts as long as its tab: said all the time, and asked about before the tab is left. */
export function UnkeptNotice() {
  const { saving, view } = useWorkbench();
  const isOpen = useDocument((state) => state.flow !== undefined);
  const isUnkept = useStore(
    saving,
    (state) => state.kind === 'failed' && state.why.code === 'flows.storage-off',
  );
  const isShown = isOpen && isUnkept;
  useEffect(() => {
    if (!isShown) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isShown]);
  if (!isShown) return null;
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
