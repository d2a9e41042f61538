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
  /** How it gets the focus. */
  readonly give?: (target: HTMLElement) => void;
  /** It was not drawn in time. */
  readonly onGivingUp?: () => void;
}

/**
 * Gives the focus to what is about to be drawn, as soon as it is; returns what stops that. A dialog that has opened meanwhile
 * keeps the focus until it is closed: who types there goes on typing there.
 */
export function focusSoon(
  find: () => HTMLElement | null | undefined,
  { frames = 60, give = (target) => target.focus(), onGivingUp }: Waiting = {},
): () => void {
  let left = frames;
  let request = requestAnimationFrame(look);
  return () => cancelAnimationFrame(request);

  function look(): void {
    const found = find() ?? undefined;
    if (found !== undefined && !isBehindDialog(found)) give(found);
    else if (left-- > 0) request = requestAnimationFrame(look);
    else onGivingUp?.();
  }
}

function isBehindDialog(target: HTMLElement): boolean {
  const dialog = globalThis.document.activeElement?.closest('[aria-modal="true"]');
  return dialog?.contains(target) === false;
}
