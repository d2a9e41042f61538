import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Binding } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { useMappingDesk, type PickTarget } from './mapping-desk.ts';
import { bindingOf, insertPill, partsOf, removePart, type TextPart } from './model/text-parts.ts';
import { Pill } from './pill.tsx';
import type { FieldEditorProps } from './field-editor.tsx';
import css from './mapper.module.css';

const commitAfterMs = 400;

/** Text and pills in one control. Typing is local; it reaches the document at a pause or when the focus leaves. */
export function TextEditor({ field, binding, scope, target }: FieldEditorProps) {
  const desk = useMappingDesk();
  const [draft, setDraft] = useState<readonly TextPart[] | undefined>(undefined);
  const parts = draft ?? partsOf(binding);
  const caret = useRef<{ index: number; offset: number } | undefined>(undefined);
  const frame = useRef<HTMLDivElement>(null);
  const pending = useRef<readonly TextPart[] | undefined>(undefined);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const commit = (next: readonly TextPart[]) => {
    clearTimeout(pause.current);
    pending.current = undefined;
    setDraft(undefined);
    desk.set(field.path, bindingOf(next));
  };
  const commitRef = useRef(commit);
  useEffect(() => {
    commitRef.current = commit;
  });
  // A field that goes away in the middle of typing keeps what was typed.
  useEffect(
    () => () => {
      if (pending.current !== undefined) commitRef.current(pending.current);
    },
    [],
  );

  const type = (index: number, words: string) => {
    const next = parts.map((part, at) => (at === index ? words : part));
    setDraft(next);
    pending.current = next;
    desk.draft(field.path, bindingOf(next));
    clearTimeout(pause.current);
    pause.current = setTimeout(() => commitRef.current(next), commitAfterMs);
  };
  const own: PickTarget = {
    ...target,
    accept: (pill: Binding) => {
      const now = pending.current ?? parts;
      const at = caret.current ?? { index: now.length - 1, offset: lengthOf(now.at(-1)) };
      commit(insertPill(now, at.index, at.offset, pill));
    },
  };
  const focusPart = (index: number) =>
    frame.current?.querySelectorAll<HTMLElement>('input, button[data-part]')[index]?.focus();

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const isAtStart = selectionStart === 0 && selectionEnd === 0;
    const pills = () => frame.current?.querySelectorAll<HTMLElement>(`.${css.pillMain}`) ?? [];
    if ((event.key === '/' || event.key === '@') && value === '') {
      event.preventDefault();
      desk.offer(own);
      desk.openData();
    } else if ((event.key === 'Backspace' || event.key === 'ArrowLeft') && isAtStart && index > 0) {
      event.preventDefault();
      pills()[(index - 2) / 2]?.focus();
    } else if (
      event.key === 'ArrowRight' &&
      selectionStart === value.length &&
      index < parts.length - 1
    ) {
      event.preventDefault();
      pills()[index / 2]?.focus();
    }
  };

  const isEmpty = parts.length === 1 && parts[0] === '';
  return (
    <div
      ref={frame}
      className={css.textEditor}
      data-readonly={desk.readOnly || undefined}
      onPointerDown={(event) => {
        if (event.target !== frame.current) return;
        event.preventDefault();
        frame.current
          .querySelectorAll<HTMLElement>('input')
          .item(parts.length - 1 - Math.floor(parts.length / 2))
          ?.focus();
      }}
    >
      {parts.map((part, index) =>
        typeof part === 'string' ? (
          <input
            // Parts have no identity of their own: their place is who they are.
            key={`words-${index}`}
            className={css.words}
            aria-label={index === 0 ? field.label : say('mapper.text-part', { field: field.label })}
            id={index === 0 ? field.inputId : undefined}
            aria-describedby={field.describedBy}
            aria-required={field.required}
            readOnly={desk.readOnly}
            placeholder={isEmpty ? say('mapper.type-here') : undefined}
            data-alone={isEmpty || parts.length === 1 || undefined}
            value={part}
            autoComplete="off"
            onFocus={(event) => {
              desk.offer(own);
              caret.current = { index, offset: event.currentTarget.selectionStart ?? part.length };
            }}
            onSelect={(event) => {
              caret.current = { index, offset: event.currentTarget.selectionStart ?? part.length };
            }}
            onChange={(event) => type(index, event.currentTarget.value)}
            onBlur={() => pending.current !== undefined && commit(pending.current)}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
        ) : (
          <Pill
            key={`pill-${index}`}
            binding={part}
            scope={scope}
            onChange={(next) => commit(parts.map((old, at) => (at === index ? next : old)))}
            onRemove={() => {
              commit(removePart(parts, index));
              requestAnimationFrame(() => focusPart(Math.max(0, index - 1)));
            }}
            onLeave={(direction) =>
              frame.current
                ?.querySelectorAll<HTMLElement>('input')
                .item((index + direction) / 2)
                ?.focus()
            }
          />
        ),
      )}
    </div>
  );
}

function lengthOf(part: TextPart | undefined): number {
  return typeof part === 'string' ? part.length : 0;
}
