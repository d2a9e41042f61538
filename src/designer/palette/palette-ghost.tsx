import { Portal } from '@mantine/core';
import { useStore } from 'zustand';
import { wordsOf } from '../../shared/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import css from './palette.module.css';

/** What is held, under the pointer; above a finger. */
export function PaletteGhost({ raised = false }: { readonly raised?: boolean }) {
  const { placement, catalog } = useWorkbench();
  const held = useStore(placement, (state) => state.held);
  if (held === undefined) return null;
  return (
    <Portal>
      <div
        className={css.ghost}
        style={{ transform: `translate(${held.x}px, ${held.y}px) translate(-50%, -50%)` }}
        data-raised={raised || undefined}
        aria-hidden
      >
        <ComponentIcon component={held.component} />
        {wordsOf(catalog.summary(held.component)?.title)}
      </div>
    </Portal>
  );
}
