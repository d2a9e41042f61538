import { useDocument, useWorkbench } from '../state/workbench.ts';
import { useDraft } from '../ui/use-draft.ts';
import { writeNote } from './note-acts.ts';

export const longestNote = 5_000;

/** What is typed into a note, kept while it is typed. */
export function useNoteDraft(id: string) {
  const bench = useWorkbench();
  const kept = useDocument(({ flow }) => flow?.layout.notes.find((note) => note.id === id)?.text);
  const draft = useDraft<string>((text) => writeNote(bench, id, text));
  return { text: draft.value ?? kept ?? '', type: draft.type, keep: draft.keep };
}
