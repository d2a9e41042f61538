import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useView, useWorkbench } from '../state/workbench.ts';

/** While something is to be added at a place, the search has the focus; Esc gives it up and the focus back. */
export function useInsertion(
  field: RefObject<HTMLInputElement | null>,
): (event: KeyboardEvent<HTMLElement>) => void {
  const { view } = useWorkbench();
  const insertAt = useView((state) => state.insertAt);
  const asked = useRef<Element>(null);
  useEffect(() => {
    if (insertAt === undefined) return;
    asked.current = document.activeElement;
    field.current?.focus();
    // What was searched for before is written over.
    field.current?.select();
  }, [insertAt, field]);
  return (event) => {
    if (event.key !== 'Escape' || insertAt === undefined) return;
    view.setState({ insertAt: undefined });
    if (asked.current instanceof HTMLElement && asked.current.isConnected) asked.current.focus();
  };
}
