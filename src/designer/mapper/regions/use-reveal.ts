import { useEffect, type RefObject } from 'react';
import type { DeskStore } from '../desk/desk-state.ts';
import { focusSoon } from '../../ui/focus.ts';
import { useDesk } from '../mapping-desk.ts';

const framesWaited = 90;
const control =
  'input:not([type="search"]), select, textarea, [contenteditable="true"], button:not([disabled])';

/** When a field is to be revealed: as soon as it is drawn it comes into sight and gets the focus. */
export function useReveal(frame: RefObject<HTMLElement | null>, desk: DeskStore): void {
  const revealed = useDesk((state) => state.revealed);
  useEffect(() => {
    if (revealed === undefined) return undefined;
    const seen = () => desk.setState({ revealed: undefined });
    const place = () =>
      frame.current?.querySelector<HTMLElement>(
        `[data-place="${CSS.escape(JSON.stringify(revealed))}"]`,
      );
    return focusSoon(() => mainControl(place()), {
      frames: framesWaited,
      give(target) {
        place()?.scrollIntoView({ block: 'center' });
        target.focus({ preventScroll: true });
        seen();
      },
      onGivingUp: seen,
    });
  }, [revealed, frame, desk]);
}

/** What fills the field: not the buttons in the row's head, unless there is nothing else. */
function mainControl(place: HTMLElement | null | undefined): HTMLElement | undefined {
  const controls = [...(place?.querySelectorAll<HTMLElement>(control) ?? [])].filter((element) =>
    element.checkVisibility(),
  );
  return controls.find((element) => element.closest('[data-field-head]') === null) ?? controls[0];
}
