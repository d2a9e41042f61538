import { useEffect, useRef, type RefObject } from 'react';
import { cutParts, isPill, pillBeside, type TextPart } from '../model/text-parts.ts';
import type { TextBox } from './use-text-box.ts';

interface BeforeInput {
  readonly isLong: boolean;
  readonly parts: () => readonly TextPart[];
  readonly replace: (start: number, end: number, put: readonly TextPart[]) => void;
  readonly travel: (back: boolean) => void;
}

/**
 * What the browser is about to do to the text. Plain typing is its own business; what touches a pill, breaks a line or
 * comes from elsewhere is done on the parts.
 */
export function useBeforeInput(
  box: TextBox,
  { isLong, parts, replace, travel }: BeforeInput,
): void {
  const onBeforeInput = (event: InputEvent) => {
    const chosen = box.dom()?.selection();
    const { inputType } = event;
    if (chosen === undefined || event.target !== box.ref.current || event.isComposing) return;
    const isBreak = inputType === 'insertParagraph' || inputType === 'insertLineBreak';
    if (inputType.startsWith('history')) {
      event.preventDefault();
      travel(inputType === 'historyUndo');
    } else if (inputType.startsWith('format') || (isBreak && !isLong)) event.preventDefault();
    else if (inputType.startsWith('delete') && chosen.start === chosen.end) {
      const side = inputType.endsWith('Backward') ? 'before' : 'after';
      const pill = pillBeside(parts(), chosen.end, side);
      if (pill === undefined) return;
      event.preventDefault();
      box.focusPill(pill);
    } else {
      const covers = cutParts(parts(), chosen.start, chosen.end).some(isPill);
      if (!covers && !isBreak && event.dataTransfer === null) return;
      event.preventDefault();
      const given = event.dataTransfer?.getData('text/plain') ?? event.data ?? '';
      const put = isBreak ? '\n' : isLong ? given : onOneLine(given);
      replace(chosen.start, chosen.end, put === '' ? [] : [put]);
    }
  };
  // React's own `onBeforeInput` is another event, made of key presses.
  useListener(box.ref, onBeforeInput);
}

function useListener(
  ref: RefObject<HTMLElement | null>,
  listen: (event: InputEvent) => void,
): void {
  const latest = useRef(listen);
  useEffect(() => {
    latest.current = listen;
  });
  useEffect(() => {
    const here = ref.current;
    const call = (event: InputEvent) => latest.current(event);
    here?.addEventListener('beforeinput', call);
    return () => here?.removeEventListener('beforeinput', call);
  }, [ref]);
}

export function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
