import { lazy, Suspense } from 'react';
import { focusedTarget } from '../effects/commands/targets.ts';
import { useWorkbench } from '../state/workbench.ts';
import { focusStep } from '../ui/focus.ts';
import { useCanvas, useCanvasStore } from './canvas-store.ts';

const TargetMenu = lazy(() =>
  import('../ui/target-menu.tsx').then(({ TargetMenu }) => ({ default: TargetMenu })),
);

const PaneMenu = lazy(() =>
  import('./pane-menu.tsx').then(({ PaneMenu }) => ({ default: PaneMenu })),
);

/** One menu for all steps, opened at the one that asked, and one for the canvas. */
export function StepMenu() {
  const bench = useWorkbench();
  const canvas = useCanvasStore();
  const at = useCanvas((state) => state.menu);
  const pane = useCanvas((state) => state.paneMenu);
  if (pane !== undefined)
    return (
      <Suspense>
        <PaneMenu at={pane} onClose={() => canvas.setState({ paneMenu: undefined })} />
      </Suspense>
    );
  if (at === undefined) return null;
  return (
    <Suspense>
      <TargetMenu
        key={at.step}
        target={focusedTarget(bench, at.step)}
        at={at}
        onBack={() => focusStep(at.step)}
        onClose={() => canvas.setState({ menu: undefined })}
      />
    </Suspense>
  );
}
