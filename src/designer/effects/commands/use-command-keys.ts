import { useEffect } from 'react';
import { useWorkbench } from '../../state/workbench.ts';
import { noTarget } from './command.ts';
import { runPressed } from './commands.ts';

/** The keys that act everywhere but in a field, which undoes its own typing. */
export function useCommandKeys(): void {
  const bench = useWorkbench();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || isField(event.target)) return;
      if (runPressed(bench, event, 'everywhere', noTarget) !== undefined) event.preventDefault();
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
