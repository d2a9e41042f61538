import { startTransition, useEffect, useState } from 'react';

/**
 * A value as it was when the page was last painted: what may come a moment later does not hold up what is seen first. `atOnce`
 * takes it as it is, for good.
 */
export function useAfterPaint<Value>(value: Value, atOnce = false): Value {
  const [painted, setPainted] = useState(value);
  if (atOnce && !Object.is(value, painted)) setPainted(value);
  useEffect(() => {
    if (Object.is(value, painted)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The frame that shows the rest is painted after its callbacks.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, painted]);
  return painted;
}
