import { VisuallyHidden } from '@mantine/core';
import { useMemo, type CSSProperties } from 'react';
import type { Json, JsonSchema } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { Cell } from './cell.tsx';
import { RowsInSight } from './rows-in-sight.tsx';
import { cellOf, toTable, type FieldLine } from './table-rows.ts';
import css from './data-view.module.css';

interface TableViewProps {
  readonly value: Json;
  readonly schema: JsonSchema | undefined;
  readonly label: string;
  /** Paths of fields to mark, as `/name/0`. */
  readonly marked: ReadonlySet<string>;
  /** Where each row stood before a search left the others out. */
  readonly stood?: readonly number[] | undefined;
}

const rowHeight = 32;
const columnWidth = 140;

/** A record with a line a field, or a list of records with a column a field. */
export function TableView({ value, schema, label, marked, stood }: TableViewProps) {
  const table = useMemo(() => toTable(value, schema), [value, schema]);
  if (table.kind === 'fields')
    return (
      <RowsInSight
        className={css.fields}
        role="table"
        label={label}
        count={table.lines.length}
        rowHeight={rowHeight}
        row={(at) => <Line line={table.lines[at]} marked={marked.has(table.lines[at]?.id ?? '')} />}
      />
    );
  const minWidth = 48 + table.columns.length * columnWidth;
  const columns = { '--columns': table.columns.length } as CSSProperties; // custom properties are not in React's type
  return (
    <RowsInSight
      className={css.grid}
      role="table"
      label={label}
      count={table.rows.length}
      rowHeight={rowHeight}
      headHeight={rowHeight}
      minWidth={minWidth}
      head={
        <div role="rowgroup" className={css.head} style={{ minWidth }}>
          <div role="row" aria-rowindex={1} className={css.gridRow} style={columns}>
            <span role="columnheader" className={css.rowNumber}>
              <VisuallyHidden>{say('run-panel.row')}</VisuallyHidden>
            </span>
            {table.columns.map(({ key, title }) => (
              <span key={key} role="columnheader" title={key} className={css.cell}>
                <bdi>{title}</bdi>
              </span>
            ))}
          </div>
        </div>
      }
      row={(at) => (
        <div className={css.gridRow} style={columns} role="presentation">
          <span role="rowheader" className={css.rowNumber}>
            {(stood?.[at] ?? at) + 1}
          </span>
          {table.columns.map((column) => (
            <span key={column.key} role="cell" className={css.cell}>
              <Cell of={cellOf(table.rows[at], column, schema)} />
            </span>
          ))}
        </div>
      )}
    />
  );
}

function Line({
  line,
  marked,
}: {
  readonly line: FieldLine | undefined;
  readonly marked: boolean;
}) {
  if (line === undefined) return null;
  const more = line.title === '…' && line.text?.kind === 'entries' ? line.text.count : undefined;
  return (
    <div className={css.line} data-marked={marked || undefined} role="presentation">
      <span
        role="rowheader"
        className={css.lineTitle}
        title={line.key}
        style={{ paddingLeft: 12 + line.depth * 14 }}
      >
        <bdi>{line.title}</bdi>
      </span>
      <span role="cell" className={css.lineValue}>
        {more !== undefined ? (
          <span className={css.quiet}>{say('run-panel.more-entries', { count: more })}</span>
        ) : (
          line.text !== undefined && <Cell of={line.text} />
        )}
      </span>
    </div>
  );
}
