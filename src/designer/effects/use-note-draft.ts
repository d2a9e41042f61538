import { useCallback, useEffect, useRef, useState } from 'react';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { writeNote } from './note-acts.ts';

/** Kept when the person stops for as long. */
const restMs = 500;
export const longestNote = 5_000;

/** What is typed into a note, kept while it is typed: a page that ends takes no more than the last half second. */
export function useNoteDraft(id: string) {
  const bench = useWorkbench();
  const kept = useDocument(({ flow }) => flow?.layout.notes.find((note) => note.id === id)?.text);
  const [typed, setTyped] = useState<string>();
  const latest = useRef<string>(undefined);

  const keep = useCallback(() => {
    if (latest.current !== undefined) writeNote(bench, id, latest.current);
    latest.current = undefined;
  }, [bench, id]);

  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(keep, restMs);
    return () => clearTimeout(timer);
  }, [typed, keep]);
  useEffect(() => {
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);

  return {
    text: typed ?? kept ?? '',
    type(text: string): void {
      latest.current = text;
      setTyped(text);
    },
    keep,
  };
}
