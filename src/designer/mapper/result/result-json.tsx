import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { writeJson } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { useDesk } from '../mapping-desk.ts';
import css from './result.module.css';

const lineHeight = 20;

/** The same as raw data, line by line. */
export function ResultJson() {
  const result = useDesk((state) => state.result);
  const cuts = useDesk((state) => state.cuts);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(
    () => (result === undefined ? [] : writeJson(result, 2).split('\n')),
    [result],
  );
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 8,
    initialRect: { width: 260, height: 480 },
  });
  return (
    <>
      {cuts.size > 0 && (
        <p className={css.quiet}>
          {say('mapper.result-cut', { count: Math.max(...cuts.values()) })}
        </p>
      )}
      <div
        ref={scroller}
        className={css.scroller}
        role="group"
        aria-label={say('mapper.result-json')}
        tabIndex={0}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <code
              key={index}
              className={css.jsonLine}
              style={{ transform: `translateY(${start}px)` }}
            >
              {lines[index]}
            </code>
          ))}
        </div>
      </div>
    </>
  );
}
