import { Button, Group, Modal, Textarea } from '@mantine/core';
import { say } from '../../words/index.ts';
import { longestNote, useNoteDraft } from '../effects/use-note-draft.ts';
import { noteNodeId } from '../state/node-ids.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { focusStep } from '../ui/focus.ts';

/** Writing in a note where it does not stand, or is too small: in the outline, on a phone, from far away. */
export function NoteDialog({ onClose }: { readonly onClose: () => void }) {
  const id = useView((state) => state.editedNote);
  const isThere = useDocument(({ flow }) => flow?.layout.notes.some((note) => note.id === id));
  if (id === undefined || isThere !== true) return null;
  return <Writing id={id} onClose={onClose} />;
}

function Writing({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { view } = useWorkbench();
  const draft = useNoteDraft(id);
  const readOnly = useDocument((state) => state.readOnly);
  function end(): void {
    draft.end();
    view.setState({ editedNote: undefined });
    onClose();
    focusStep(noteNodeId(id));
  }
  return (
    <Modal opened onClose={end} title={say('notes.title')} size="md" returnFocus={false}>
      <Textarea
        data-autofocus
        aria-label={say('notes.text')}
        description={say('notes.marks')}
        inputWrapperOrder={['input', 'description']}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={longestNote}
        readOnly={readOnly}
        value={draft.text}
        onChange={(event) => draft.type(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button onClick={end}>{say('notes.done')}</Button>
      </Group>
    </Modal>
  );
}
