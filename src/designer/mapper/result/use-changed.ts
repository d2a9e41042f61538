import { useMemo, useRef } from 'react';
import type { ResultRow } from './result-rows.ts';

/** How often each line has changed since the result was first shown; a line that never did is absent. */
export function useChanged(rows: readonly ResultRow[]): ReadonlyMap<string, number> {
  const before = useRef<ReadonlyMap<string, unknown> | undefined>(undefined);
  const counts = useRef<ReadonlyMap<string, number>>(new Map());
  return useMemo(() => {
    const now = new Map(rows.map(({ key, value, head }) => [key, head?.count ?? value]));
    if (before.current !== undefined) {
      const next = new Map(counts.current);
      for (const [key, value] of now)
        if (!before.current.has(key) || before.current.get(key) !== value)
          next.set(key, (next.get(key) ?? 0) + 1);
      counts.current = next;
    }
    // What was closed away is not new when it comes back.
    before.current = new Map([...(before.current ?? []), ...now]);
    return counts.current;
  }, [rows]);
}
