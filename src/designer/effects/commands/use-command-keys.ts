import { useEffect } from 'react';
import { useWorkbench } from '../../state/workbench.ts';
import { runPressed } from './pressed-commands.ts';
import { noTarget } from './targets.ts';

/** The keys that act everywhere; in a field, which undoes its own typing, only those that mean nothing to it. */
export function useCommandKeys(): void {
  const bench = useWorkbench();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      const done = runPressed(bench, event, 'everywhere', noTarget, isField(event.target));
      if (done !== undefined) event.preventDefault();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [bench]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="textbox"]') !== null)
  );
}
