import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { say } from '../../../words/index.ts';
import { useDesk, useMappingDesk } from '../mapping-desk.ts';
import { inWords } from '../value-words.ts';
import { resultRows, type ResultRow } from './result-rows.ts';
import { useChanged } from './use-changed.ts';
import css from './result.module.css';

const rowHeight = 28;

/** Labels and values, line by line; a value that changes lights up for a moment. */
export function ResultTable() {
  const { root } = useMappingDesk();
  const result = useDesk((state) => state.result);
  const cuts = useDesk((state) => state.cuts);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => (result === undefined ? [] : resultRows(result, root, cuts, (key) => closed.has(key))),
    [result, root, cuts, closed],
  );
  const changed = useChanged(rows);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 260, height: 480 },
  });
  const toggle = (key: string) =>
    setClosed(
      new Set(closed.has(key) ? [...closed].filter((other) => other !== key) : [...closed, key]),
    );
  return (
    // What scrolls by itself must be reachable by the keyboard.
    <div
      ref={scroller}
      className={css.scroller}
      role="group"
      aria-label={say('mapper.result-table')}
      tabIndex={0}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <Line
                // A change makes a new element, so that the light starts again.
                key={`${row.key} ${changed.get(row.key) ?? 0}`}
                row={row}
                isChanged={changed.has(row.key)}
                isClosed={closed.has(row.key)}
                top={start}
                onToggle={() => toggle(row.key)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface LineProps {
  readonly row: ResultRow;
  readonly isChanged: boolean;
  readonly isClosed: boolean;
  readonly top: number;
  readonly onToggle: () => void;
}

function Line({ row, isChanged, isClosed, top, onToggle }: LineProps) {
  const { locale } = useMappingDesk();
  const style = { transform: `translateY(${top}px)`, paddingLeft: 6 + Math.min(row.depth, 8) * 14 };
  if (row.head !== undefined)
    return (
      <button
        type="button"
        className={css.line}
        data-head
        style={style}
        aria-expanded={!isClosed}
        onClick={onToggle}
      >
        <ChevronDown
          aria-hidden
          size={13}
          className={css.turn}
          data-open={!isClosed || undefined}
        />
        <span className={css.label}>{row.label}</span>
        <span className={css.value}>{headWords(row.head)}</span>
      </button>
    );
  return (
    <div className={css.line} style={style} data-changed={isChanged || undefined}>
      <span className={css.label} title={row.label}>
        <bdi>{row.label}</bdi>
      </span>
      <span className={css.value} title={inWords(row.value, locale)}>
        <bdi>{inWords(row.value, locale)}</bdi>
      </span>
    </div>
  );
}

function headWords({ kind, count, shown }: NonNullable<ResultRow['head']>): string {
  if (shown < count) return say('mapper.result-first', { shown, count });
  return say(kind === 'list' ? 'mapper.entries' : 'mapper.result-fields', { count });
}
