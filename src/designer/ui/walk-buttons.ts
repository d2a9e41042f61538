import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** In a list of buttons (`data-walk`) the arrows go up and down, Home and End to its ends, → and ← to what is beside a button and back. */
export function walkButtons(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement)) return;
  const next = isBeside(target, key)
    ? besideOf(target, key)
    : inList([...currentTarget.querySelectorAll<HTMLElement>('[data-walk]')], target, key);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function isBeside(target: HTMLElement, key: string): boolean {
  return key === (target.dataset['walk'] === undefined ? 'ArrowLeft' : 'ArrowRight');
}

function besideOf(target: HTMLElement, key: string): HTMLElement | undefined {
  const beside = key === 'ArrowRight' ? target.nextElementSibling : target.previousElementSibling;
  return beside instanceof HTMLElement ? beside : undefined;
}

function inList(
  buttons: readonly HTMLElement[],
  target: HTMLElement,
  key: string,
): HTMLElement | undefined {
  if (key === 'Home') return buttons[0];
  if (key === 'End') return buttons.at(-1);
  const step = steps[key];
  return step === undefined ? undefined : buttons[buttons.indexOf(target) + step];
}
