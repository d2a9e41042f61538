import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Step } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';

/** The step's note, kept when the person leaves it. */
export function NoteEditor({
  step,
  onClose,
}: {
  readonly step: Step;
  readonly onClose: () => void;
}) {
  const { document } = useWorkbench();
  const [text, setText] = useState(step.note ?? '');
  function keep(): void {
    const note = text.trim() === '' ? undefined : text.trim();
    if (note !== step.note) document.apply({ type: 'step.set-note', step: step.id, note });
    if (note === undefined) onClose();
  }
  return (
    <Textarea
      label={say('inspector.note')}
      placeholder={say('inspector.note-placeholder')}
      autosize
      minRows={2}
      maxRows={8}
      autoFocus={step.note === undefined}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
    />
  );
}
