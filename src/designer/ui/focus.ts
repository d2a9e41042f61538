/** Gives the focus to a step on the canvas, after the next paint (it may have to come back into view first). */
export function focusStep(step: string): void {
  soon(() =>
    globalThis.document.querySelector<HTMLElement>(`[data-step-button="${CSS.escape(step)}"]`),
  );
}

/** Gives the focus to the step panel, which may have to be loaded first, or to come to the selected step. */
export function focusStepPanel(): void {
  soon(() =>
    globalThis.document.querySelector<HTMLElement>(
      'aside:not([inert]) [role="tab"][aria-selected="true"]',
    ),
  );
}

/** Gives the focus to the way in which the flow starts, in the panel of its first step. */
export function focusStart(): void {
  soon(() =>
    globalThis.document.querySelector<HTMLElement>(
      'aside:not([inert]) [data-start] :is(input:checked, button)',
    ),
  );
}

/** Gives the focus to the search of the palette. */
export function focusPalette(): void {
  soon(() => globalThis.document.querySelector<HTMLElement>('[data-palette-search]'));
}

/** Gives the focus to the menu with the help, or to the menu that has it on a phone. */
export function focusHelp(): void {
  soon(() => globalThis.document.querySelector<HTMLElement>('[data-help-button]'));
}

const framesWaited = 60;

function soon(find: () => HTMLElement | null, frames = framesWaited): void {
  requestAnimationFrame(() => {
    const found = find();
    if (found !== null) found.focus();
    else if (frames > 0) soon(find, frames - 1);
  });
}
