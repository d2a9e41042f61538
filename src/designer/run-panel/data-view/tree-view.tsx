import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Json, JsonSchema } from '../../../shared/index.ts';
import { Cell } from './cell.tsx';
import { treeRows, treeText, type TreeRow } from './tree-rows.ts';
import css from './data-view.module.css';

interface TreeViewProps {
  readonly value: Json;
  readonly schema: JsonSchema | undefined;
  readonly label: string;
  readonly marked: ReadonlySet<string>;
}

const rowHeight = 28;
/** Open at first: the first two levels, of a long list the first entries. */
const openAtFirst = { depth: 2, entries: 50 };

/** Groups and lists that open; arrow keys as in any tree. */
export function TreeView({ value, schema, label, marked }: TreeViewProps) {
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [active, setActive] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const name = useId();
  const rows = useMemo(
    () =>
      treeRows(
        value,
        schema,
        (id, depth, place) =>
          changed.get(id) ?? (depth < openAtFirst.depth && place <= openAtFirst.entries),
      ),
    [value, schema, changed],
  );
  const current = Math.min(active, rows.length - 1);
  const sight = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 400, height: 320 },
  });

  const open = (row: TreeRow, to: boolean) => setChanged((now) => new Map(now).set(row.id, to));
  const go = (to: number) => {
    const next = Math.min(Math.max(0, to), rows.length - 1);
    setActive(next);
    sight.scrollToIndex(next);
  };

  function onKeyDown(event: KeyboardEvent) {
    const row = rows[current];
    if (row === undefined) return;
    const parent = () =>
      rows.slice(0, current).findLastIndex(({ depth }) => depth === row.depth - 1);
    if (event.key === 'ArrowDown') go(current + 1);
    else if (event.key === 'ArrowUp') go(current - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(rows.length - 1);
    else if (event.key === 'ArrowRight' && row.open === false) open(row, true);
    else if (event.key === 'ArrowRight' && row.open === true) go(current + 1);
    else if (event.key === 'ArrowLeft' && row.open === true) open(row, false);
    else if (event.key === 'ArrowLeft' && row.depth > 0) go(parent());
    else if ((event.key === 'Enter' || event.key === ' ') && row.open !== undefined)
      open(row, !row.open);
    else return;
    event.preventDefault();
  }

  return (
    <div
      ref={scroller}
      className={css.tree}
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={`${name}-${current}`}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ position: 'relative', height: sight.getTotalSize() }}>
        {sight.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={key}
              id={`${name}-${index}`}
              role="treeitem"
              aria-level={row.depth + 1}
              aria-posinset={row.place}
              aria-setsize={row.siblings}
              aria-expanded={row.open}
              aria-selected={index === current}
              data-marked={marked.has(row.id) || undefined}
              className={css.treeRow}
              style={{
                transform: `translateY(${start}px)`,
                height: rowHeight,
                paddingLeft: 8 + row.depth * 16,
              }}
              onClick={() => {
                setActive(index);
                if (row.open !== undefined) open(row, !row.open);
              }}
            >
              <ChevronRight
                aria-hidden
                size={14}
                className={css.arrow}
                data-open={row.open}
                visibility={row.open === undefined ? 'hidden' : undefined}
              />
              {row.title !== '' && (
                <span className={css.treeTitle} title={row.key}>
                  <bdi>{row.title}</bdi>
                </span>
              )}
              <span className={css.treeValue}>
                <Cell of={treeText(row, schema)} />
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
