import { lazy, Suspense, useEffect, useState } from 'react';
import { reopenRun } from '../effects/reopen-run.ts';
import { openFlow, type FlowSession, type OpenState } from '../effects/open-flow.ts';
import { syncStepWithAddress } from '../effects/step-in-address.ts';
import { withdrawPointing } from '../effects/withdraw-pointing.ts';
import { firstViewStands } from '../state/first-view.ts';
import { waitNoLonger } from '../state/once-open.ts';
import { useWorkbench } from '../state/workbench.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { BootScreen } from './boot-screen.tsx';
import { openDatabase } from './create-workbench.ts';
import { Frame } from './frame.tsx';

const FlowTrouble = lazy(() =>
  import('./flow-trouble.tsx').then(({ FlowTrouble }) => ({ default: FlowTrouble })),
);

/** When the canvas stands and nobody has tested yet. */
const warmAfterMs = 1_500;

/** One flow: opened from the browser's store, kept there, and closed when the address changes. */
export function FlowPage({ id }: { readonly id: string }) {
  const workbench = useWorkbench();
  const [state, setState] = useState<OpenState>({ kind: 'opening' });
  const [session, setSession] = useState<FlowSession>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const opened = openFlow(workbench, openDatabase, id, setState);
    const unsync = syncStepWithAddress(workbench);
    setSession(opened);
    return () => {
      unsync();
      opened.stop();
    };
  }, [workbench, id, attempt]);

  useEffect(() => waitNoLonger, []);
  useEffect(() => withdrawPointing(workbench), [workbench]);

  const isOpen = state.kind === 'open';
  useEffect(() => {
    if (isOpen) void firstViewStands().then(() => reopenRun(workbench));
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
    <Suspense fallback={<BootScreen />}>
      <FlowTrouble
        id={id}
        state={state}
        onRetry={() => {
          setState({ kind: 'opening' });
          setAttempt(attempt + 1);
        }}
      />
    </Suspense>
  );
}
