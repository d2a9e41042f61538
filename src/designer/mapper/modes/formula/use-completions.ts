import { useMemo, useState, type KeyboardEvent } from 'react';
import { completionsAt, type Completion, type FormulaField } from '../../../../mapping/formulas.ts';
import type { DataSource } from '../../model/data-tree.ts';
import { suggestionsFor, type Suggestion } from '../../text/suggestions.ts';

/** Something that can stand at the caret: what the formula knows, or data that it does not use yet. */
export type Offer =
  | { readonly kind: 'completion'; readonly completion: Completion }
  | { readonly kind: 'data'; readonly suggestion: Suggestion };

export interface CompletionOffers {
  readonly offers: readonly Offer[];
  readonly active: number;
  /** The stretch that a choice takes the place of. */
  readonly from: number;
  readonly to: number;
  open(): void;
  close(): void;
  setActive(at: number): void;
  /** Whether the key was for the list. */
  onKeyDown(event: KeyboardEvent): boolean;
}

/** Data that is not in the formula yet is offered from this many letters on. */
const lettersForData = 2;
const mostData = 5;

export function useCompletions(
  text: string,
  caret: number,
  fields: readonly FormulaField[],
  sources: readonly DataSource[],
  onChoose: (offer: Offer, from: number, to: number) => void,
): CompletionOffers {
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { from, to, offers } = useMemo(
    () => (isOpen ? offersAt(text, caret, fields, sources) : nothing),
    [isOpen, text, caret, fields, sources],
  );
  const close = () => {
    setIsOpen(false);
    setActive(0);
  };
  const at = Math.min(active, offers.length - 1);
  return {
    offers,
    active: at,
    from,
    to,
    open() {
      setIsOpen(true);
      setActive(0);
    },
    close,
    setActive,
    onKeyDown(event) {
      if (event.key === ' ' && event.ctrlKey) {
        event.preventDefault();
        setIsOpen(true);
        return true;
      }
      if (offers.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return false;
      const keys: Record<string, () => void> = {
        ArrowDown: () => setActive((at + 1) % offers.length),
        ArrowUp: () => setActive((at + offers.length - 1) % offers.length),
        Escape: close,
        Enter: () => choose(at),
      };
      const act = keys[event.key];
      if (act === undefined) return false;
      event.preventDefault();
      event.stopPropagation();
      act();
      return true;
    },
  };

  function choose(which: number): void {
    const offer = offers[which];
    close();
    if (offer !== undefined) onChoose(offer, from, to);
  }
}

const nothing = { from: 0, to: 0, offers: [] as readonly Offer[] };

function offersAt(
  text: string,
  caret: number,
  fields: readonly FormulaField[],
  sources: readonly DataSource[],
): { readonly from: number; readonly to: number; readonly offers: readonly Offer[] } {
  const { from, to, options } = completionsAt(text, caret, fields);
  const typed = text.slice(from, caret).replace(/^\$/, '');
  const known = options.map((completion): Offer => ({ kind: 'completion', completion }));
  const isInside = text.slice(0, from).trimEnd().endsWith('.');
  const data =
    typed.length < lettersForData || isInside
      ? []
      : suggestionsFor(sources, typed)
          .slice(0, mostData)
          .map((suggestion): Offer => ({ kind: 'data', suggestion }));
  const first = known.filter(
    (offer) => offer.kind === 'completion' && offer.completion.kind !== 'function',
  );
  const offers = [...first, ...data, ...known.filter((offer) => !first.includes(offer))];
  // What is typed already needs no list.
  const [only] = offers;
  const isDone =
    offers.length === 1 &&
    only?.kind === 'completion' &&
    only.completion.insert === text.slice(from, to);
  return { from, to, offers: isDone ? [] : offers };
}
