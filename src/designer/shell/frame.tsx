import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { Canvas } from '../canvas/canvas.tsx';
import { useCommandKeys } from '../effects/commands/use-command-keys.ts';
import type { FlowSession } from '../effects/open-flow.ts';
import { Palette } from '../palette/palette.tsx';
import { firstViewStands } from '../state/first-view.ts';
import { useView } from '../state/workbench.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { AppBar } from './app-bar.tsx';
import { NarrowTabs } from './narrow-tabs.tsx';
import { RunDrawer } from './run-drawer.tsx';
import { StepAside } from './step-aside.tsx';
import { SurfaceSwitch } from './surface-switch.tsx';
import { WatchBanner } from './watch-banner.tsx';
import css from './frame.module.css';

const Outline = lazy(() =>
  import('../outline/outline.tsx').then(({ Outline }) => ({ default: Outline })),
);
const SurfaceOffer = lazy(() =>
  import('./surface-offer.tsx').then(({ SurfaceOffer }) => ({ default: SurfaceOffer })),
);
const ReadAlong = lazy(async () => {
  await firstViewStands();
  const { ReadAlong } = await import('../reading/read-along.tsx');
  return { default: ReadAlong };
});

const DroppedFile = lazy(async () => {
  await firstViewStands();
  const { DroppedFile } = await import('./dropped-file.tsx');
  return { default: DroppedFile };
});

/** Where everything stands around an open flow (look: "Frame"). */
export function Frame({ session }: { readonly session: FlowSession }) {
  const narrow = useMediaQuery('(max-width: 767.98px)', false, { getInitialValueInEffect: false });
  const tab = useView((state) => state.narrowTab);
  const surface = useView((state) => state.surface);
  useCommandKeys();
  return (
    <div className={css.frame} data-narrow={narrow || undefined} data-tab={tab}>
      <AppBar narrow={narrow} session={session} />
      <WatchBanner session={session} />
      {narrow && (
        <Suspense>
          <SurfaceOffer />
        </Suspense>
      )}
      <div className={css.body}>
        <div className={css.flow}>
          <ErrorBoundary>
            <Palette narrow={narrow} />
          </ErrorBoundary>
          <main className={css.canvas} id="flow">
            <ErrorBoundary>
              {surface === 'canvas' ? (
                <Canvas narrow={narrow} />
              ) : (
                <Suspense>
                  <Outline narrow={narrow} />
                </Suspense>
              )}
            </ErrorBoundary>
            <SurfaceSwitch />
            <Suspense>
              <ReadAlong />
            </Suspense>
          </main>
        </div>
        <StepAside narrow={narrow} />
      </div>
      <RunDrawer narrow={narrow} />
      {narrow && <NarrowTabs />}
      <Suspense>
        <DroppedFile />
      </Suspense>
    </div>
  );
}
