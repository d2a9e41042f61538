import { VisuallyHidden } from '@mantine/core';
import { useStore } from 'zustand';
import { useWorkbench } from '../state/workbench.ts';

/** The page's one place for what is said and not shown. */
export function LiveRegion() {
  const { words, count } = useStore(useWorkbench().announcer);
  return (
    <VisuallyHidden component="div" aria-live="polite">
      {/* New text, not changed text: the same words are said again. */}
      <span key={count}>{words}</span>
    </VisuallyHidden>
  );
}
