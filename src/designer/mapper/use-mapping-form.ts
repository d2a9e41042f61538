import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useWorkbench } from '../state/workbench.ts';
import { createDesk, type Desk } from './desk/create-desk.ts';
import type { MappingDesk } from './mapping-desk.ts';

/** The desk of one slot of a step; it lives as long as the form is shown. */
export function useMappingForm(
  step: string,
  slot: string,
): { readonly desk: MappingDesk; readonly setContent: Desk['actions']['setContent'] } {
  const bench = useWorkbench();
  const { store, actions, start } = useMemo(
    () => createDesk(bench, step, slot),
    [bench, step, slot],
  );
  useEffect(() => start(), [start]);

  const root = useStore(store, (state) => state.root);
  const sources = useStore(store, (state) => state.sources);
  const readOnly = useStore(store, (state) => state.readOnly);
  const locale = useStore(store, (state) => state.locale);
  const timeZone = useStore(store, (state) => state.timeZone);
  const desk = useMemo(
    (): MappingDesk => ({
      stepId: step,
      slot,
      root,
      sources,
      readOnly,
      locale,
      timeZone,
      store,
      ...actions,
    }),
    [step, slot, root, sources, readOnly, locale, timeZone, store, actions],
  );
  return { desk, setContent: actions.setContent };
}
