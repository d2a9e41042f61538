import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { FormulaBinding } from '../../../../mapping/index.ts';
import type { ChangeField } from '../../edited-field.ts';
import { useDraft } from '../../../ui/use-draft.ts';

/** A formula's text while it is typed, and the caret in it. */
export interface FormulaText {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  /** The caret, or the begin of what is chosen. */
  readonly caret: number;
  noteCaret(): void;
  type(text: string): void;
  /** Puts something in place of a stretch, and the caret so far behind its begin; new data comes with its name. */
  replace(
    from: number,
    to: number,
    put: string,
    caret: number,
    refs?: FormulaBinding['refs'],
  ): void;
  /** The same in place of what is chosen. */
  insert(put: string, caret: number, refs?: FormulaBinding['refs']): void;
  jump(from: number, to: number): void;
  end(): void;
}

export function useFormulaText(
  formula: FormulaBinding,
  onChange: ChangeField,
  onTyping: ((formula: FormulaBinding) => void) | undefined,
): FormulaText {
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(formula.text.length);
  const goTo = useRef<number | undefined>(undefined);
  const draft = useDraft<string>((text, joins) => onChange({ ...formula, text }, { joins }));
  const text = draft.value ?? formula.text;

  const { pending, drop } = draft;
  useEffect(() => {
    if (pending() === undefined) drop();
  }, [formula, pending, drop]);
  useLayoutEffect(() => {
    if (goTo.current === undefined) return;
    const place = goTo.current;
    goTo.current = undefined;
    area.current?.focus();
    area.current?.setSelectionRange(place, place);
    setCaret(place);
  }, [text]);

  const replace: FormulaText['replace'] = (from, to, put, behind, refs) => {
    draft.drop();
    goTo.current = from + behind;
    onChange({
      ...formula,
      text: text.slice(0, from) + put + text.slice(to),
      refs: refs ?? formula.refs,
    });
  };
  return {
    area,
    text,
    caret,
    noteCaret: () => setCaret(area.current?.selectionStart ?? text.length),
    type(next) {
      draft.type(next);
      setCaret(area.current?.selectionStart ?? next.length);
      onTyping?.({ ...formula, text: next });
    },
    replace,
    insert(put, behind, refs) {
      const from = area.current?.selectionStart ?? text.length;
      replace(from, area.current?.selectionEnd ?? from, put, behind, refs);
    },
    jump(from, to) {
      area.current?.focus();
      area.current?.setSelectionRange(from, to);
      setCaret(from);
    },
    end: draft.end,
  };
}
