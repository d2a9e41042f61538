import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Step } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';

/** The step's note, kept when the person leaves it. */
export function NoteEditor({
  step,
  asked,
  onClose,
}: {
  readonly step: Step;
  /** The person wants to write it now. */
  readonly asked: boolean;
  readonly onClose: () => void;
}) {
  const { document } = useWorkbench();
  const [text, setText] = useState(step.note ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  // The menu that asked gives the focus back to its button when it closes.
  useEffect(() => {
    if (!asked) return undefined;
    const timer = setTimeout(() => field.current?.focus(), 200);
    return () => clearTimeout(timer);
  }, [asked]);
  function keep(): void {
    const note = text.trim() === '' ? undefined : text.trim();
    if (note !== step.note) document.apply({ type: 'step.set-note', step: step.id, note });
    onClose();
  }
  return (
    <Textarea
      ref={field}
      label={say('inspector.note')}
      placeholder={say('inspector.note-placeholder')}
      autosize
      minRows={2}
      maxRows={8}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
    />
  );
}
