import type { KeyboardEvent, RefObject } from 'react';

const controls =
  'input:not([type="hidden"]), textarea, select, button:not([disabled]), [contenteditable="true"]';

/**
 * Gives the focus to the control of an editor that is about to be drawn: the one that asks for it, else the first. Where
 * another editor may take the place of the frame's, `id` names its control.
 */
export function focusInside(frame: RefObject<HTMLElement | null>, id?: string): void {
  // The menu that chose it closes first, and what it lazily needs may have to be loaded.
  const tries = 120;
  const go = (left: number): void => {
    requestAnimationFrame(() => {
      const here = frame.current;
      const found =
        here?.querySelector<HTMLElement>('[data-focus-first]') ??
        here?.querySelector<HTMLElement>(controls) ??
        (id === undefined ? undefined : document.getElementById(id));
      if (found !== undefined && found !== null) found.focus();
      else if (left > 0) go(left - 1);
    });
  };
  go(tries);
}

/** Alt+Down: how is this filled? Also where the browser would open a list of its own. */
export function opensModes(event: KeyboardEvent): boolean {
  if (event.key !== 'ArrowDown' || !event.altKey || event.ctrlKey || event.metaKey) return false;
  event.preventDefault();
  return true;
}
