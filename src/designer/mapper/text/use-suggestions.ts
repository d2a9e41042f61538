import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import type { Binding } from '../../../mapping/index.ts';
import type { EditedField } from '../edited-field.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import type { ListChoice } from '../model/insertion.ts';
import { cutParts, lengthOf, type TextPart } from '../model/text-parts.ts';
import { entryChoices, suggestedBinding } from './suggested-binding.ts';
import { suggestionsFor, type Suggestion } from './suggestions.ts';

interface Asked {
  /** The place of the `/` or `@` that opened the list. */
  readonly at: number;
  readonly typed: string;
  readonly active: number;
  /** The data that was chosen while it has still to be said which of its entries. */
  readonly chosen: Suggestion | undefined;
}

export interface Suggestions {
  readonly id: string;
  readonly asked: Asked | undefined;
  readonly found: readonly Suggestion[];
  readonly choices: readonly ListChoice[] | undefined;
  /** What was typed last, and the caret after it. */
  onTyped(parts: readonly TextPart[], caret: number, typed: string | null): void;
  /** Whether the key was for the list. */
  onKeyDown(event: KeyboardEvent): boolean;
  setActive(at: number): void;
  choose(at: number): void;
  close(): void;
}

/** The list of data that `/` or `@` opens anywhere in a text. `insert` puts a pill in place of what opened it and was typed since. */
export function useSuggestions(
  field: EditedField,
  scope: readonly ListScope[],
  insert: (pill: Binding, from: number, to: number) => void,
): Suggestions {
  const desk = useMappingDesk();
  const id = useId();
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const sources = useMemo(
    () => [...scope.map(({ source }) => source), ...desk.sources],
    [scope, desk.sources],
  );
  const typed = asked?.typed;
  const found = useMemo(
    () => (typed === undefined ? [] : suggestionsFor(sources, typed)),
    [sources, typed],
  );

  const close = () => setAsked(undefined);
  const put = (suggestion: Suggestion, choice: ListChoice | undefined) => {
    if (asked === undefined) return;
    const pill = suggestedBinding(suggestion.node, field, desk, scope, choice);
    if (pill === undefined) {
      setAsked({ ...asked, chosen: suggestion, active: 0 });
      return;
    }
    close();
    insert(pill, asked.at, asked.at + 1 + asked.typed.length);
  };
  const choose = (at: number) => {
    const suggestion = asked?.chosen ?? found[at];
    if (suggestion !== undefined) put(suggestion, asked?.chosen && entryChoices[at]);
  };

  return {
    id,
    asked:
      asked !== undefined && (found.length > 0 || asked.chosen !== undefined) ? asked : undefined,
    found,
    choices: asked?.chosen === undefined ? undefined : entryChoices,
    onTyped(parts, caret, last) {
      if (last === '/' || last === '@') {
        const [before] = cutParts(parts, Math.max(0, caret - 2), caret - 1);
        const isWordStart = before === undefined || typeof before !== 'string' || /\s/.test(before);
        // In the middle of a word ("and/or", an address) nothing is chosen before an arrow says so.
        setAsked({ at: caret - 1, typed: '', active: isWordStart ? 0 : -1, chosen: undefined });
        return;
      }
      if (asked === undefined) return;
      const since = cutParts(parts, asked.at, caret);
      const [words, ...pills] = since;
      if (
        caret <= asked.at ||
        caret > lengthOf(parts) ||
        pills.length > 0 ||
        typeof words !== 'string' ||
        !/^[/@][^\n]*$/.test(words)
      )
        close();
      else
        setAsked({
          ...asked,
          typed: words.slice(1),
          active: Math.min(asked.active, 0),
          chosen: undefined,
        });
    },
    onKeyDown(event) {
      const count = asked?.chosen === undefined ? found.length : entryChoices.length;
      if (asked === undefined || count === 0) return false;
      const keys: Record<string, () => void> = {
        ArrowDown: () => setAsked({ ...asked, active: (asked.active + 1) % count }),
        ArrowUp: () =>
          setAsked({ ...asked, active: (Math.max(asked.active, 0) + count - 1) % count }),
        Enter: () => choose(asked.active),
        Escape: close,
      };
      const act = keys[event.key];
      if (act === undefined || (event.key === 'Enter' && asked.active === -1)) return false;
      event.preventDefault();
      event.stopPropagation();
      act();
      return true;
    },
    setActive: (active) => asked !== undefined && setAsked({ ...asked, active }),
    choose,
    close,
  };
}
