import { Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { say, sayWording } from '../../words/index.ts';
import { reopenRun } from '../effects/reopen-run.ts';
import { openFlow, type FlowSession, type OpenState } from '../effects/open-flow.ts';
import { syncStepWithAddress } from '../effects/step-in-address.ts';
import { saveRaw } from '../export/flow-file.ts';
import { whenShown } from '../state/first-view.ts';
import { useWorkbench } from '../state/workbench.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { BootScreen } from './boot-screen.tsx';
import { openDatabase } from './create-workbench.ts';
import { Frame } from './frame.tsx';

/** When the canvas stands and nobody has tested yet. */
const warmAfterMs = 1_500;

/** One flow: opened from the browser's store, kept there, and closed when the address changes. */
export function FlowPage({ id }: { readonly id: string }) {
  const workbench = useWorkbench();
  const [, navigate] = useLocation();
  const [state, setState] = useState<OpenState>({ kind: 'opening' });
  const [session, setSession] = useState<FlowSession>();

  useEffect(() => {
    const opened = openFlow(workbench, openDatabase, id, setState);
    const unsync = syncStepWithAddress(workbench);
    setSession(opened);
    return () => {
      unsync();
      opened.stop();
    };
  }, [workbench, id]);

  const isOpen = state.kind === 'open';
  useEffect(() => {
    if (isOpen) void whenShown.then(() => reopenRun(workbench));
  }, [workbench, isOpen]);

  useEffect(() => {
    const timer = setTimeout(() => workbench.runs.warm(), warmAfterMs);
    return () => clearTimeout(timer);
  }, [workbench]);

  if (state.kind === 'open' && session !== undefined)
    return (
      <ErrorBoundary>
        <Frame session={session} />
      </ErrorBoundary>
    );
  if (state.kind === 'opening' || state.kind === 'open') return <BootScreen />;
  return (
    <main style={{ display: 'grid', height: '100%', placeItems: 'center' }}>
      <EmptyState
        title={state.kind === 'missing' ? say('flows.missing') : say('flows.storage-title')}
        text={state.kind === 'missing' ? say('flows.missing-text') : sayWording(state.why)}
      >
        <Group gap="xs" mt="xs">
          {state.kind === 'failed' && state.why.code === 'flows.stored-unreadable' && (
            <Button
              variant="default"
              onClick={() => void openDatabase().then((db) => saveRaw(db, id))}
            >
              {say('flows.save-raw')}
            </Button>
          )}
          <Button onClick={() => navigate('/')}>{say('common.back-to-flows')}</Button>
        </Group>
      </EmptyState>
    </main>
  );
}
