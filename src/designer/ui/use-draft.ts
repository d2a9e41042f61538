import { useEffect, useId, useMemo, useRef, useState } from 'react';

/** What a person is typing, before the document has it. */
export interface Draft<Value> {
  readonly value: Value | undefined;
  type(value: Value): void;
  /** What was typed and is not in the document yet. */
  pending(): Value | undefined;
  /** Gives the document what it has not yet; the draft stays as it is shown. */
  keep(): void;
  /** Gives the document what it has not yet, and ends the draft: the document is shown again. */
  end(): void;
  /** Throws the draft away. */
  drop(): void;
}

const pauseMs = 350;
/** Who never pauses loses no more than this, plus what saving takes. */
const longestMs = 600;
/** Two stretches of typing that are further apart than this are undone one by one. */
const stretchMs = 2_000;

/**
 * Typing is local; it reaches the document at a pause, soon in any case, and when the field or the page is left.
 * `commit` gets a name for the stretch of typing, so that it is undone as one.
 */
export function useDraft<Value>(commit: (value: Value, joins: string) => void): Draft<Value> {
  const [value, setValue] = useState<Value | undefined>(undefined);
  const id = useId();
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });
  const draft = useMemo(() => {
    let waiting: { readonly value: Value } | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let since = 0;
    let lastKey = 0;
    let stretch = 0;
    const keep = () => {
      clearTimeout(timer);
      const now = waiting;
      waiting = undefined;
      if (now !== undefined) latest.current(now.value, `${id}-${stretch}`);
    };
    return {
      type(next: Value) {
        const now = performance.now();
        if (now - lastKey > stretchMs) stretch++;
        lastKey = now;
        if (waiting === undefined) since = now;
        waiting = { value: next };
        setValue(next);
        clearTimeout(timer);
        timer = setTimeout(keep, Math.max(0, Math.min(pauseMs, since + longestMs - now)));
      },
      pending: () => waiting?.value,
      keep,
      end() {
        keep();
        lastKey = 0;
        setValue(undefined);
      },
      drop() {
        clearTimeout(timer);
        waiting = undefined;
        setValue(undefined);
      },
    };
  }, [id]);

  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') draft.keep();
    };
    // Before those who save when the page is left: they listen without `capture`.
    addEventListener('pagehide', draft.keep, { capture: true });
    addEventListener('visibilitychange', onHidden, { capture: true });
    return () => {
      removeEventListener('pagehide', draft.keep, { capture: true });
      removeEventListener('visibilitychange', onHidden, { capture: true });
      // A field that goes away in the middle of typing keeps what was typed.
      draft.keep();
    };
  }, [draft]);

  return { value, ...draft };
}
