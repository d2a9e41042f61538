import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { say, spokenLanguage } from '../../words/first.ts';
import { loadCatalog, type LoadedCatalog } from '../queries/catalog.ts';
import { OtherBuild } from '../queries/other-build.ts';
import { useWorkbench, WorkbenchContext } from '../state/workbench.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { cssVariables, theme } from '../ui/theme.ts';
import { Toasts } from '../ui/toasts.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { BootScreen } from './boot-screen.tsx';
import { createWorkbench } from './create-workbench.ts';
import { Dialogs } from './dialogs.tsx';
import { PanelsContext, type Panels } from './panels.ts';
import { Routes } from './routes.tsx';

const Guide = lazy(() => import('../guide/guide.tsx').then((m) => ({ default: m.Guide })));
const PageNotices = lazy(() =>
  import('./page-notices.tsx').then((m) => ({ default: m.PageNotices })),
);

/** Session and connection are looked after once the first view stands. */
const noticesAfterMs = 3_000;

interface PageProps {
  readonly panels: Panels;
  /** Asked for before the page is made. */
  readonly catalog: Promise<LoadedCatalog>;
}

/** The whole page: theme, the workbench, and what the address asks for. */
export function Page({ panels, catalog }: PageProps) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <ErrorBoundary>
        <PanelsContext value={panels}>
          <Boot asked={catalog} />
        </PanelsContext>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Boot({ asked }: { readonly asked: Promise<LoadedCatalog> }) {
  const [loading, setLoading] = useState(asked);
  const [loaded, setLoaded] = useState<LoadedCatalog>();
  const [failed, setFailed] = useState<unknown>();
  useEffect(() => void loading.then(setLoaded, setFailed), [loading]);
  function retry() {
    setFailed(undefined);
    setLoading(loadCatalog(spokenLanguage()));
  }
  if (loaded !== undefined) return <Started loaded={loaded} />;
  // The catalog of another build: only the page of that build reads it.
  if (failed instanceof OtherBuild)
    return <BootScreen trouble={say('offline.renewed')} onRetry={() => location.reload()} />;
  if (failed !== undefined)
    return <BootScreen trouble={say('common.server-gone')} onRetry={retry} />;
  return <BootScreen />;
}

function Started({ loaded }: { readonly loaded: LoadedCatalog }) {
  const [workbench] = useState(() => createWorkbench(loaded));
  const [stands, setStands] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStands(true), noticesAfterMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (stands) void import('../effects/printing.ts').then(({ printInLight }) => printInLight());
  }, [stands]);
  return (
    <WorkbenchContext value={workbench}>
      <Routes />
      <GuideSlot />
      <Dialogs />
      <Toasts />
      <LiveRegion />
      <Suspense>{stands && <PageNotices />}</Suspense>
    </WorkbenchContext>
  );
}

/** Loaded for who is in a lesson, or has asked for one. */
function GuideSlot() {
  const isWanted = useStore(
    useWorkbench().guide,
    ({ asked, guided }) => asked !== undefined || guided?.paused === false,
  );
  return <Suspense>{isWanted && <Guide />}</Suspense>;
}
