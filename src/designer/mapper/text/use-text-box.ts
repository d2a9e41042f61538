import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { TextPart } from '../model/text-parts.ts';
import { createTextDom, type TextDom } from './text-dom.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** An editable box that shows parts, in places of the parts. */
export interface TextBox {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Where the pills are drawn, in order. */
  readonly hosts: readonly HTMLElement[];
  readonly dom: () => TextDom | undefined;
  /** The last caret in the box, wherever the focus is now. */
  readonly caret: RefObject<Stretch | undefined>;
  /** A word is being composed: the browser's own business until it is done. */
  readonly composes: RefObject<boolean>;
  /** Takes note of where the caret is. */
  noteCaret(): void;
  /** Gives the box the focus and puts the caret there, once what is shown now is another one. */
  goTo(place: number | undefined): void;
  focusAt(place: number): void;
  focusPill(pill: number): void;
}

export function useTextBox(parts: readonly TextPart[]): TextBox {
  const ref = useRef<HTMLDivElement>(null);
  const dom = useRef<TextDom | undefined>(undefined);
  const caret = useRef<Stretch | undefined>(undefined);
  const composes = useRef(false);
  const next = useRef<number | undefined>(undefined);
  const [hosts, setHosts] = useState<readonly HTMLElement[]>([]);

  const focusAt = useMemo(
    () => (place: number) => {
      ref.current?.focus();
      dom.current?.place(place);
      caret.current = { start: place, end: place };
    },
    [],
  );
  useLayoutEffect(() => {
    if (ref.current === null || composes.current) return;
    dom.current ??= createTextDom(ref.current);
    setHosts(dom.current.draw(parts));
    if (next.current !== undefined) focusAt(next.current);
    next.current = undefined;
  }, [parts, focusAt]);

  return {
    ref,
    hosts,
    dom: () => dom.current,
    caret,
    composes,
    noteCaret() {
      const chosen = dom.current?.selection();
      if (chosen !== undefined && document.activeElement === ref.current) caret.current = chosen;
    },
    goTo(place) {
      next.current = place;
    },
    focusAt,
    focusPill: (pill) => hosts[pill]?.querySelector<HTMLElement>('button[data-pill]')?.focus(),
  };
}
