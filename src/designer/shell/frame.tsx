import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { Canvas } from '../canvas/canvas.tsx';
import type { FlowSession } from '../effects/open-flow.ts';
import { Palette } from '../palette/palette.tsx';
import { useView } from '../state/workbench.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { AppBar } from './app-bar.tsx';
import { NarrowTabs } from './narrow-tabs.tsx';
import { RunDrawer } from './run-drawer.tsx';
import { StepAside } from './step-aside.tsx';
import { useShortcuts } from './shortcuts.ts';
import { WatchBanner } from './watch-banner.tsx';
import css from './frame.module.css';

const ProblemsDrawer = lazy(() =>
  import('../problems/problems-drawer.tsx').then(({ ProblemsDrawer }) => ({
    default: ProblemsDrawer,
  })),
);

const ShortcutDialog = lazy(() =>
  import('./shortcut-dialog.tsx').then(({ ShortcutDialog }) => ({ default: ShortcutDialog })),
);
const RemovalDialog = lazy(() =>
  import('./removal-dialog.tsx').then(({ RemovalDialog }) => ({ default: RemovalDialog })),
);

const TestsDialog = lazy(() =>
  import('../tests/tests-dialog.tsx').then(({ TestsDialog }) => ({ default: TestsDialog })),
);

/** Where everything stands around an open flow (look: "Frame"). */
export function Frame({ session }: { readonly session: FlowSession }) {
  const narrow = useMediaQuery('(max-width: 767.98px)', false, { getInitialValueInEffect: false });
  const tab = useView((state) => state.narrowTab);
  const problemsOpen = useView((state) => state.problemsOpen);
  const shortcutsOpen = useView((state) => state.shortcutsOpen);
  const testsOpen = useView((state) => state.testsOpen);
  const removing = useView((state) => state.removing !== undefined);
  useShortcuts();
  return (
    <div className={css.frame} data-narrow={narrow || undefined} data-tab={tab}>
      <AppBar narrow={narrow} session={session} />
      <WatchBanner session={session} />
      <div className={css.body}>
        <div className={css.flow}>
          <ErrorBoundary>
            <Palette narrow={narrow} />
          </ErrorBoundary>
          <main className={css.canvas} id="flow">
            <ErrorBoundary>
              <Canvas narrow={narrow} />
            </ErrorBoundary>
          </main>
        </div>
        <StepAside narrow={narrow} />
      </div>
      <RunDrawer narrow={narrow} />
      {narrow && <NarrowTabs />}
      {removing && (
        <Suspense>
          <RemovalDialog />
        </Suspense>
      )}
      {testsOpen && (
        <Suspense>
          <TestsDialog />
        </Suspense>
      )}
      {shortcutsOpen && (
        <Suspense>
          <ShortcutDialog />
        </Suspense>
      )}
      {problemsOpen && (
        <Suspense>
          <ProblemsDrawer />
        </Suspense>
      )}
    </div>
  );
}
