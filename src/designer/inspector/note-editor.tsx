import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Step } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { focusSoon, menuClosesAfterMs } from '../ui/focus.ts';
import { useDraft } from '../ui/use-draft.ts';

/** The step's note, kept while it is written. */
export function NoteEditor({
  step,
  asked,
  onOpen,
  onClose,
}: {
  readonly step: Step;
  /** The person wants to write it now. */
  readonly asked: boolean;
  /** It is written in: the field stays, also while nothing stands in it. */
  readonly onOpen: () => void;
  readonly onClose: () => void;
}) {
  const { document } = useWorkbench();
  const draft = useDraft<string>((text, joins) => {
    const note = text.trim() === '' ? undefined : text.trim();
    if (note !== step.note)
      document.apply({ type: 'step.set-note', step: step.id, note }, { joins });
  });
  const field = useRef<HTMLTextAreaElement>(null);
  // The menu that asked gives the focus back to its button when it closes.
  useEffect(() => {
    if (!asked) return undefined;
    return focusSoon(() => field.current, { afterMs: menuClosesAfterMs });
  }, [asked]);
  return (
    <Textarea
      ref={field}
      label={say('inspector.note')}
      placeholder={say('inspector.note-placeholder')}
      autosize
      minRows={2}
      maxRows={8}
      value={draft.value ?? step.note ?? ''}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onFocus={onOpen}
      onBlur={() => {
        draft.end();
        onClose();
      }}
    />
  );
}
