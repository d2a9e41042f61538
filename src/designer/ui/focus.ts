/** Gives the focus to a step on the canvas, after the next paint (it may have to come back into view first). */
export function focusStep(step: string): void {
  focusSoon(() =>
    globalThis.document.querySelector<HTMLElement>(`[data-step-button="${CSS.escape(step)}"]`),
  );
}

/** Gives the focus to the step panel, which may have to be loaded first, or to come to the selected step. */
export function focusStepPanel(): void {
  focusSoon(() =>
    globalThis.document.querySelector<HTMLElement>(
      'aside:not([inert]) [role="tab"][aria-selected="true"]',
    ),
  );
}

/** Gives the focus to the way in which the flow starts, in the panel of its first step. */
export function focusStart(): void {
  focusSoon(() =>
    globalThis.document.querySelector<HTMLElement>(
      'aside:not([inert]) [data-start] :is(input:checked, button)',
    ),
  );
}

/** Gives the focus to the search of the palette. */
export function focusPalette(): void {
  focusSoon(() => globalThis.document.querySelector<HTMLElement>('[data-palette-search]'));
}

/** Gives the focus to the menu with the help, or to the menu that has it on a phone. */
export function focusHelp(): void {
  focusSoon(() => globalThis.document.querySelector<HTMLElement>('[data-help-button]'));
}

interface Waiting {
  readonly frames?: number;
  /** What asked goes first, and gives the focus back as it does: a menu, a dialog. */
  readonly afterMs?: number;
  /** How it gets the focus. */
  readonly give?: (target: HTMLElement) => void;
  /** It was not drawn in time, or the person has gone on. */
  readonly onGivingUp?: () => void;
}

/** How long a menu takes to close, until it has given the focus back to its button. */
export const menuClosesAfterMs = 200;

const dialogs = '[aria-modal="true"]';

/**
 * Gives the focus to what is about to be drawn, as soon as it is; returns what stops that.
 *
 * 1. A dialog that has opened meanwhile keeps the focus until it is closed: who types there goes on typing there.
 * 2. Who has meanwhile put the focus somewhere, or types somewhere, has gone on: it stays there. A key that is pressed before
 *    there is a place for it is no such thing.
 */
export function focusSoon(
  find: () => HTMLElement | null | undefined,
  { frames = 60, afterMs, give = (target) => target.focus(), onGivingUp }: Waiting = {},
): () => void {
  let left = frames;
  let request = 0;
  const person = watchPerson();
  const ask = () => (request = requestAnimationFrame(look));
  const timer = afterMs === undefined ? undefined : setTimeout(ask, afterMs);
  if (afterMs === undefined) ask();
  return stop;

  function stop(): void {
    clearTimeout(timer);
    cancelAnimationFrame(request);
    person.stop();
  }
  function look(): void {
    const found = find() ?? undefined;
    if (found !== undefined && person.isElsewhere(found)) end(() => onGivingUp?.());
    else if (found !== undefined && !isBehindDialog(found)) end(() => giveAs(give, found));
    else if (found !== undefined || left-- > 0) ask();
    else end(() => onGivingUp?.());
  }
  function end(act: () => void): void {
    stop();
    act();
  }
}

let isGiving = false;

/** What is given is no place where the person has put the focus, whoever else waits. */
function giveAs(give: (target: HTMLElement) => void, target: HTMLElement): void {
  isGiving = true;
  try {
    give(target);
  } finally {
    isGiving = false;
  }
}

function isBehindDialog(target: HTMLElement): boolean {
  const dialog = globalThis.document.activeElement?.closest(dialogs);
  return dialog?.contains(target) === false;
}

/** Where the person has put the focus since, by a press or a key, or has typed; `told` at each place that is not in a dialog. */
export function watchPerson(told?: () => void) {
  const over = new AbortController();
  const places = new Set<Element>();
  let isPressing = false;
  const onPress = () => {
    isPressing = true;
    // What the page gives the focus to later was not pressed.
    setTimeout(() => (isPressing = false));
  };
  const onPlace = ({ type, target }: Event) => {
    const isByPerson = type === 'input' || (isPressing && !isGiving);
    if (!isByPerson || !(target instanceof Element)) return;
    places.add(target);
    if (target.closest(dialogs) === null) told?.();
  };
  const how = { capture: true, signal: over.signal };
  // A finger's press gives the focus when it is lifted, with the mouse's press that comes of it.
  for (const press of ['pointerdown', 'mousedown', 'click', 'keydown'])
    addEventListener(press, onPress, how);
  addEventListener('focusin', onPlace, how);
  addEventListener('input', onPlace, how);
  return {
    stop: () => over.abort(),
    /** What was done in a dialog counts only for what is in it: one that is closed gives the focus back. */
    isElsewhere(target: HTMLElement): boolean {
      const { activeElement, body } = globalThis.document;
      if (activeElement === null || activeElement === body) return false;
      return [...places].some((place) => place.closest(dialogs)?.contains(target) ?? true);
    },
  };
}
