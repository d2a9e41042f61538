import { lazy, Suspense } from 'react';
import { useCanvas, useCanvasStore } from './canvas-store.ts';

const OpenStepMenu = lazy(() =>
  import('./open-step-menu.tsx').then(({ OpenStepMenu }) => ({ default: OpenStepMenu })),
);

/** One menu for all steps, opened at the one that asked. */
export function StepMenu() {
  const canvas = useCanvasStore();
  const at = useCanvas((state) => state.menu);
  if (at === undefined) return null;
  return (
    <Suspense>
      <OpenStepMenu key={at.step} at={at} onClose={() => canvas.setState({ menu: undefined })} />
    </Suspense>
  );
}
