import type { KeyboardEvent, RefObject } from 'react';
import { focusSoon } from '../ui/focus.ts';

/** The menu that chose it closes first, and what it lazily needs may have to be loaded. */
const waits = { frames: 120 };

const controls =
  'input:not([type="hidden"]), textarea, select, button:not([disabled]), [contenteditable="true"]';

/**
 * Gives the focus to the control of an editor that is about to be drawn: the one that asks for it, else the first. Where
 * another editor may take the place of the frame's, `id` names its control.
 */
export function focusInside(frame: RefObject<HTMLElement | null>, id?: string): void {
  focusSoon(() => {
    const here = frame.current;
    return (
      here?.querySelector<HTMLElement>('[data-focus-first]') ??
      here?.querySelector<HTMLElement>(controls) ??
      (id === undefined ? undefined : document.getElementById(id))
    );
  }, waits);
}

/**
 * The same for one of several parts of a frame, or for a control in it: a button that goes away with what it does leaves
 * the focus where one goes on.
 */
export function focusPart(frame: RefObject<HTMLElement | null>, part: string): void {
  focusSoon(() => {
    const found = frame.current?.querySelector<HTMLElement>(part);
    return found?.matches(controls) === true ? found : found?.querySelector<HTMLElement>(controls);
  }, waits);
}

/** Alt+Down: how is this filled? Also where the browser would open a list of its own. */
export function opensModes(event: KeyboardEvent): boolean {
  if (event.key !== 'ArrowDown' || !event.altKey || event.ctrlKey || event.metaKey) return false;
  event.preventDefault();
  return true;
}
