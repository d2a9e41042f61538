/**
 * What a key has pressed may go away with what it did: a dialog is answered, a card is done with. Browsers then leave the
 * keyboard at no place at all, and a screen reader with nothing to say.
 *
 * 1. Only after Enter, Space or Escape, only while nothing else was pressed since, and only where the focus went nowhere:
 *    who takes care of the focus is not meddled with.
 * 2. It goes to the nearest part that is still there around what was pressed; where all of it went (a dialog), to what was
 *    pressed before.
 */
const keys = new Set(['Enter', ' ', 'Escape']);
const parts =
  '[role="tabpanel"], [role="region"], [role="dialog"], section, aside, main, nav, form, header';
/** Answers come at once, after an animation, or when somebody has answered. */
const looksAfterMs = [60, 400, 1_000, 2_500];
const pressesKept = 4;

interface Press {
  readonly element: HTMLElement;
  /** The nearest first. */
  readonly around: readonly HTMLElement[];
}

/** Gives the way to stop. */
export function keepFocus(): () => void {
  let presses: Press[] = [];
  let timers: ReturnType<typeof setTimeout>[] = [];

  function stopLooking(): void {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
  }
  function look(): void {
    if (!isNowhere(document.activeElement)) return;
    const place = placeLeft(presses);
    if (place === undefined) return;
    stopLooking();
    if (place.tabIndex < 0) lend(place);
    place.focus({ preventScroll: true });
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    stopLooking();
    const element = document.activeElement;
    if (!keys.has(key) || !(element instanceof HTMLElement) || isNowhere(element)) return;
    presses = [{ element, around: partsAround(element) }, ...presses].slice(0, pressesKept);
    timers = looksAfterMs.map((ms) => setTimeout(look, ms));
  };
  const onPointerDown = () => {
    stopLooking();
    presses = [];
  };
  addEventListener('keydown', onKeyDown, { capture: true });
  addEventListener('pointerdown', onPointerDown, { capture: true });
  return () => {
    stopLooking();
    removeEventListener('keydown', onKeyDown, { capture: true });
    removeEventListener('pointerdown', onPointerDown, { capture: true });
  };
}

/** A part that takes no focus takes it for once: a press on it later is none of its business. */
function lend(part: HTMLElement): void {
  const isOwn = part.hasAttribute('tabindex');
  part.tabIndex = -1;
  part.dataset['keepsFocus'] = '';
  part.addEventListener(
    'blur',
    () => {
      delete part.dataset['keepsFocus'];
      if (!isOwn) part.removeAttribute('tabindex');
    },
    { once: true },
  );
}

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body;
}

function partsAround(element: HTMLElement): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  let at = element.parentElement?.closest<HTMLElement>(parts) ?? null;
  while (at !== null) {
    found.push(at);
    at = at.parentElement?.closest<HTMLElement>(parts) ?? null;
  }
  return found;
}

function placeLeft(presses: readonly Press[]): HTMLElement | undefined {
  for (const [at, { element, around }] of presses.entries()) {
    // The last one has lost the focus: it is gone, or can no longer be pressed.
    if (at > 0 && isThere(element) && element.tabIndex >= 0 && !element.matches(':disabled'))
      return element;
    const part = around.find(isThere);
    if (part !== undefined) return part;
  }
  return undefined;
}

function isThere(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility() && element.closest('[inert]') === null;
}
