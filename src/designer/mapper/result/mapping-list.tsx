import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { say } from '../../../words/index.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import { mappingLines } from './mapping-lines.ts';
import css from './result.module.css';

const rowHeight = 44;

/** "All mappings": each filled field and what it is made of, in words. A line leads to its field. */
export function MappingList() {
  const desk = useMappingDesk();
  const binding = useDesk((state) => state.binding);
  const types = useDesk((state) => state.types);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => mappingLines(binding, desk.root, types), [binding, desk.root, types]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 260, height: 480 },
  });
  if (lines.length === 0) return <p className={css.quiet}>{say('mapper.result-empty')}</p>;
  return (
    <div ref={scroller} className={css.scroller}>
      <ul className={css.mappings} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return (
            line && (
              <li key={line.key} style={{ transform: `translateY(${start}px)` }}>
                <button
                  type="button"
                  className={css.mapping}
                  onClick={() => desk.reveal(line.path)}
                >
                  <strong>{line.field}</strong>
                  <span>← {line.from}</span>
                </button>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
