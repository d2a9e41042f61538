import { useEffect, useRef, type KeyboardEvent } from 'react';
import { say } from '../../../words/index.ts';
import { longestNote, useNoteDraft } from '../../effects/use-note-draft.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { focusStep } from '../../ui/focus.ts';
import css from './note-node.module.css';

interface NoteInPlaceProps {
  readonly note: string;
  /** What gets the focus afterwards. */
  readonly node: string;
}

/** Writing in a note where it stands; Esc and a press beside it end that, and what was typed stays. */
export function NoteInPlace({ note, node }: NoteInPlaceProps) {
  const { view } = useWorkbench();
  const draft = useNoteDraft(note);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  function end(): void {
    draft.end();
    if (view.getState().editedNote === note) view.setState({ editedNote: undefined });
  }
  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    end();
    focusStep(node);
  }

  return (
    <textarea
      ref={field}
      className={`${css.field} nodrag nopan nowheel`}
      dir="auto"
      aria-label={say('notes.text')}
      placeholder={say('notes.placeholder')}
      maxLength={longestNote}
      value={draft.text}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={end}
      onKeyDown={onKeyDown}
    />
  );
}
