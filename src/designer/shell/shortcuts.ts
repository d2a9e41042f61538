import { useEffect, useMemo } from 'react';
import { redoInWords, undoInWords } from '../effects/way-back.ts';
import { useWorkbench } from '../state/workbench.ts';

/** Undo and redo, by button or key: said in a toast, for what they change may be out of sight. */
export function useHistory() {
  const bench = useWorkbench();
  return useMemo(
    () => ({ undo: () => undoInWords(bench), redo: () => redoInWords(bench) }),
    [bench],
  );
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) anywhere but in a field, which undoes its own typing; `?` shows all keys. */
export function useShortcuts(): void {
  const { view } = useWorkbench();
  const history = useHistory();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.altKey || event.defaultPrevented || isField(event.target)) return;
      if (event.key === '?' && !event.ctrlKey && !event.metaKey) {
        view.setState({ shortcutsOpen: true });
        event.preventDefault();
        return;
      }
      if (!(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) history.undo();
      else if ((key === 'z' && event.shiftKey) || key === 'y') history.redo();
      else return;
      event.preventDefault();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [history, view]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="textbox"]') !== null)
  );
}
