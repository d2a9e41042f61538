import { useEffect, useMemo, useRef, useState } from 'react';
import type { Json } from '../../../shared/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import { nodeId } from '../model/data-tree.ts';

/** Rows whose sample values hold the words, and which entry of a list shows them. */
export interface FoundValues {
  readonly ids: ReadonlySet<string>;
  /** By the list's id. */
  readonly entries: ReadonlyMap<string, number>;
}

const nothing: FoundValues = { ids: new Set(), entries: new Map() };
/** Short words are in nearly every value. */
const fewestCharacters = 2;
const afterMs = 150;

/** Looks through all values of the samples, off the page's thread: 10 MB hold up no key. */
export function useFoundValues(words: string): FoundValues {
  const { preview } = useWorkbench();
  const { sources } = useMappingDesk();
  const [found, setFound] = useState(nothing);
  const samples = useMemo(
    (): Readonly<Record<string, Json | undefined>> =>
      Object.fromEntries(sources.map(({ type, sample }) => [type.from, sample])),
    [sources],
  );
  const asked = useRef(0);
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    if (words.trim().length < fewestCharacters) {
      setFound(nothing);
      return undefined;
    }
    const timer = setTimeout(() => {
      void preview.find(samples, words).then((places) => {
        if (mine !== asked.current) return;
        const entries = new Map<string, number>();
        for (const { from, path, entries: shown } of places) {
          let list = 0;
          for (const [at, segment] of path.entries()) {
            if (typeof segment === 'string') continue;
            const id = nodeId(from, path.slice(0, at));
            if (!entries.has(id)) entries.set(id, shown[list] ?? 0);
            list++;
          }
        }
        setFound({ ids: new Set(places.map(({ from, path }) => idOfRow(from, path))), entries });
      });
    }, afterMs);
    return () => clearTimeout(timer);
  }, [preview, samples, words]);
  return found;
}

/** A value that is itself an entry of a list is shown by the list's row. */
function idOfRow(from: string, path: Parameters<typeof nodeId>[1]): string {
  const row = [...path];
  while (typeof row.at(-1) === 'object') row.pop();
  return nodeId(from, row);
}
