import { useEffect } from 'react';
import { say } from '../../words/index.ts';
import { sayWording } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';

/** Undo and redo, said in a toast when they change something that may be out of sight. */
export function useHistory() {
  const { document, toasts } = useWorkbench();
  return {
    undo() {
      const label = document.undo();
      if (label !== undefined)
        toasts.show({
          text: say('common.undone', { what: sayWording(label) }),
          action: { label: say('common.redo'), run: () => void document.redo() },
        });
    },
    redo: () => void document.redo(),
  };
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) anywhere but in a field, which undoes its own typing; `?` shows all keys. */
export function useShortcuts(): void {
  const { document, view } = useWorkbench();
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
      if (key === 'z' && !event.shiftKey) document.undo();
      else if ((key === 'z' && event.shiftKey) || key === 'y') document.redo();
      else return;
      event.preventDefault();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [document, view]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="textbox"]') !== null)
  );
}
