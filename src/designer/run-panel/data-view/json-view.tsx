import { useMemo } from 'react';
import { writeJson, type Json } from '../../../shared/index.ts';
import { RowsInSight } from './rows-in-sight.tsx';
import css from './data-view.module.css';

/** Of the monospace font at 12 px, a little more than most have. */
const characterWidth = 7.4;

/** The raw data, line by line. */
export function JsonView({ value, label }: { readonly value: Json; readonly label: string }) {
  const lines = useMemo(() => writeJson(value, 2).split('\n'), [value]);
  const longest = useMemo(
    () => lines.reduce((most, line) => Math.max(most, line.length), 0),
    [lines],
  );
  return (
    <RowsInSight
      className={css.json}
      label={label}
      count={lines.length}
      rowHeight={20}
      minWidth={24 + longest * characterWidth}
      row={(at) => <code className={css.jsonLine}>{lines[at]}</code>}
    />
  );
}
