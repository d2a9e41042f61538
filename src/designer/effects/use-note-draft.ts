import { useDocument, useWorkbench } from '../state/workbench.ts';
import { useDraft } from '../ui/use-draft.ts';
import { writeNote } from './note-acts.ts';

export const longestNote = 5_000;

/** What is typed into a note of the canvas: kept while it is typed, and when the page is left. */
export function useNoteDraft(id: string) {
  const bench = useWorkbench();
  const kept = useDocument(({ flow }) => flow?.layout.notes.find((note) => note.id === id)?.text);
  const { value, type, end } = useDraft<string>((text) => writeNote(bench, id, text));
  return { text: value ?? kept ?? '', type, end };
}
