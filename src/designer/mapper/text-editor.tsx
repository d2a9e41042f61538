import { useEffect, useMemo, type ClipboardEvent, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Binding } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { isLongText, type ChangeField, type EditedField } from './edited-field.ts';
import { useMappingDesk } from './mapping-desk.ts';
import { usePickTarget } from './pick-target.ts';
import type { ListScope } from './model/scope.ts';
import {
  addPill,
  bindingOf,
  cutParts,
  isPill,
  lengthOf,
  partsOf,
  pillBeside,
  placeOfPill,
  replaceParts,
  type TextPart,
} from './model/text-parts.ts';
import { Pill } from './pill.tsx';
import { putOnClipboard, takeFromClipboard } from './text/parts-clipboard.ts';
import { SuggestionList } from './text/suggestion-list.tsx';
import { onOneLine, useBeforeInput } from './text/use-before-input.ts';
import { useDraft } from '../ui/use-draft.ts';
import { useSuggestions } from './text/use-suggestions.ts';
import { useTextBox } from './text/use-text-box.ts';
import css from './text-editor.module.css';

interface TextEditorProps {
  readonly field: EditedField;
  readonly binding: Binding | undefined;
  readonly scope: readonly ListScope[];
  readonly onChange: ChangeField;
  /** The person is in the middle of a word, with what it would be: not the moment to judge it. */
  readonly onTyping?: ((binding?: Binding) => void) | undefined;
}

/** Text and pills in one control. `/` or `@` offers data at the caret; a pill is walked over and deleted like a character. */
export function TextEditor({ field, binding, scope, onChange, onTyping }: TextEditorProps) {
  const desk = useMappingDesk();
  const { document: history } = useWorkbench();
  const draft = useDraft<readonly TextPart[]>((parts, joins) =>
    onChange(bindingOf(parts), { joins }),
  );
  const kept = useMemo(() => partsOf(binding), [binding]);
  const parts = draft.value ?? kept;
  const isLong = isLongText(field) || parts.some((part) => !isPill(part) && part.includes('\n'));
  const box = useTextBox(parts);
  const now = () => draft.pending() ?? parts;

  // What the document holds is shown again as soon as it has what was typed.
  const { pending, drop } = draft;
  useEffect(() => {
    if (pending() === undefined) drop();
  }, [binding, pending, drop]);

  /** A change that is more than typing: it reaches the document at once, and the caret goes where it belongs. */
  const set = (next: readonly TextPart[], place?: number) => {
    draft.drop();
    box.goTo(place);
    onChange(bindingOf(next));
  };
  const replace = (start: number, end: number, put: readonly TextPart[]) =>
    set(replaceParts(now(), start, end, put), start + lengthOf(put));
  const travel = (back: boolean) => {
    draft.end();
    if (back) history.undo();
    else history.redo();
  };
  useBeforeInput(box, { isLong, parts: now, replace, travel });
  const suggestions = useSuggestions(field, scope, (pill, from, to) => replace(from, to, [pill]));

  const target = usePickTarget({ ...field, scope }, (pill, how) => {
    const old = now();
    const holdsOnlyPill = old.every((part) => isPill(part) || part === '');
    const go = (next: readonly TextPart[], place: number) => {
      box.caret.current = { start: place, end: place };
      set(next, box.ref.current?.contains(document.activeElement) === true ? place : undefined);
    };
    if (how === 'after') {
      const next = addPill(old, pill);
      go(next, lengthOf(next));
    } else if (how === 'replace' || holdsOnlyPill) go(['', pill, ''], 1);
    else {
      const at = box.caret.current ?? { start: lengthOf(old), end: lengthOf(old) };
      go(replaceParts(old, at.start, at.end, [pill]), at.start + 1);
    }
  });

  const onType = (data: string | null) => {
    const dom = box.dom();
    if (dom === undefined || box.composes.current) return;
    const read = dom.read();
    const at = dom.selection()?.end;
    draft.type(read);
    onTyping?.(bindingOf(read));
    if (at === undefined) return;
    box.noteCaret();
    suggestions.onTyped(read, at, data);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || suggestions.onKeyDown(event)) return;
    const isMod = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (isMod && !event.altKey && (key === 'z' || key === 'y')) {
      event.preventDefault();
      travel(key === 'z' && !event.shiftKey);
      return;
    }
    const chosen = box.dom()?.selection();
    const side = sides[event.key];
    if (side === undefined || chosen === undefined || chosen.start !== chosen.end) return;
    const pill = event.shiftKey || isMod ? undefined : pillBeside(now(), chosen.end, side);
    if (pill === undefined) return;
    event.preventDefault();
    box.focusPill(pill);
  };
  const copy = (event: ClipboardEvent) => {
    const chosen = box.dom()?.selection();
    if (chosen === undefined || chosen.start === chosen.end) return undefined;
    event.preventDefault();
    putOnClipboard(event.clipboardData, cutParts(now(), chosen.start, chosen.end));
    return chosen;
  };
  const paste = (event: ClipboardEvent) => {
    const chosen = box.dom()?.selection();
    event.preventDefault();
    if (chosen === undefined || desk.readOnly) return;
    const taken = takeFromClipboard(event.clipboardData);
    const put = taken.map((part) => (isPill(part) || isLong ? part : onOneLine(part)));
    replace(chosen.start, chosen.end, put);
  };

  const isEmpty = parts.length === 1 && parts[0] === '';
  const open = suggestions.asked;
  const below = open && box.dom()?.boxAt(open.at);
  return (
    <div
      className={css.frame}
      onFocus={() => desk.offer(target)}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        suggestions.close();
        draft.end();
      }}
    >
      <div
        ref={box.ref}
        id={field.inputId}
        className={css.box}
        role="textbox"
        aria-label={field.label}
        aria-multiline={isLong}
        aria-required={field.required}
        aria-describedby={field.describedBy}
        aria-readonly={desk.readOnly}
        aria-autocomplete="list"
        aria-controls={open && suggestions.id}
        aria-activedescendant={
          open && open.active >= 0 ? `${suggestions.id}-${open.active}` : undefined
        }
        aria-placeholder={isEmpty ? say('mapper.type-here') : undefined}
        dir="auto"
        contentEditable={!desk.readOnly}
        tabIndex={0}
        spellCheck={isLong}
        data-long={isLong || undefined}
        data-empty={isEmpty || undefined}
        data-placeholder={say('mapper.type-here')}
        onSelect={box.noteCaret}
        onInput={(event) => onType((event.nativeEvent as InputEvent).data)} // React hands on the input event
        onCompositionStart={() => {
          box.composes.current = true;
        }}
        onCompositionEnd={() => {
          box.composes.current = false;
          onType(null);
        }}
        onCopy={copy}
        onCut={(event) => {
          const chosen = copy(event);
          if (chosen !== undefined && !desk.readOnly) replace(chosen.start, chosen.end, []);
        }}
        onPaste={paste}
        onDragStart={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
      />
      {parts.filter(isPill).map((pill, at) => {
        const host = box.hosts[at];
        if (host === undefined) return null;
        const place = placeOfPill(parts, at);
        // Pills have no identity of their own: their place is who they are.
        return createPortal(
          <Pill
            binding={pill}
            scope={scope}
            field={field}
            onChange={(next) => set(replaceParts(now(), place, place + 1, [next]))}
            onRemove={() => replace(place, place + 1, [])}
            onLeave={(direction) => box.focusAt(direction === 1 ? place + 1 : place)}
            onAddAfter={(next) =>
              set(replaceParts(now(), place + 1, place + 1, addPill([pill], next).slice(2)))
            }
          />,
          host,
          `pill-${at}`,
        );
      })}
      {open !== undefined && below !== undefined && (
        <SuggestionList
          id={suggestions.id}
          below={below}
          locale={desk.locale}
          suggestions={suggestions.found}
          choices={suggestions.choices}
          active={open.active}
          onActive={suggestions.setActive}
          onChoose={suggestions.choose}
        />
      )}
    </div>
  );
}

const sides: Readonly<Record<string, 'before' | 'after'>> = {
  ArrowLeft: 'before',
  Backspace: 'before',
  ArrowRight: 'after',
  Delete: 'after',
};
