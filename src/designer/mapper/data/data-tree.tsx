import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent } from 'react';
import { say } from '../../../words/index.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import { GroupRow } from './group-row.tsx';
import { NodeRow } from './node-row.tsx';
import { pickHintId } from './pick-hint.tsx';
import { useTreeRows } from './tree-rows.ts';
import { treeKey } from './tree-keys.ts';
import { useDragToField } from './use-drag-to-field.ts';
import type { FoundValues } from './use-found-values.ts';
import css from './data.module.css';
import type { RowProps } from './row-props.ts';

interface DataTreeProps {
  readonly search: string;
  readonly values: FoundValues;
}

const rowHeight = 32;

/** The rows in sight of a tree of any size. A click, Enter or a drag puts a row's data into a field. */
export function DataTree({ search, values }: DataTreeProps) {
  const desk = useMappingDesk();
  const tree = useTreeRows(search, values);
  const { rows } = tree;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const typed = useRef({ words: '', at: 0 });
  const drag = useDragToField();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // Tab comes in by the active row, wherever a wheel has taken the view.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const at = Math.min(active, rows.length - 1);
      return at < 0 || shown.includes(at)
        ? shown
        : [...shown, at].sort((one, other) => one - other);
    },
    initialRect: { width: 260, height: 480 },
  });

  const focusRow = (at: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at));
    setActive(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.target !== event.currentTarget) return;
    const done = treeKey(event, at, {
      tree,
      typed: typed.current,
      focusRow,
      pick: desk.pick,
    });
    if (done) event.preventDefault();
  };

  return (
    <>
      {rows.length === 0 && <p className={css.quiet}>{say('mapper.data-no-match')}</p>}
      <div
        ref={scroller}
        className={css.tree}
        role="tree"
        aria-label={say('mapper.data-title')}
        aria-describedby={pickHintId}
        onPointerLeave={() => desk.store.setState({ lookedAt: {} })}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const shared: RowProps = {
              'data-row': index,
              tabIndex: index === Math.min(active, rows.length - 1) ? 0 : -1,
              style: { transform: `translateY(${start}px)` },
              onKeyDown: (event) => onKeyDown(event, index),
              onFocus: () => setActive(index),
            };
            return row.kind === 'group' ? (
              <GroupRow
                key={row.group.from}
                group={row.group}
                source={row.source}
                tree={tree}
                isOpen={tree.isOpen(row)}
                onToggle={() => tree.setOpen(row, !tree.isOpen(row))}
                place={rows
                  .slice(0, index + 1)
                  .reduce((count, { kind }) => count + Number(kind === 'group'), 0)}
                groups={rows.reduce((count, { kind }) => count + Number(kind === 'group'), 0)}
                row={shared}
              />
            ) : (
              <NodeRow
                key={row.node.id}
                node={row.node}
                source={row.source}
                tree={tree}
                isOpen={tree.isOpen(row)}
                onToggle={() => tree.setOpen(row, !tree.isOpen(row))}
                row={shared}
                onPointerDown={(event) => drag.start(event, row.node)}
                onPick={() => {
                  setActive(index);
                  if (!drag.hasJustDropped()) desk.pick(row.node);
                }}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}
