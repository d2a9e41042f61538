import { useMemo } from 'react';
import type { Json } from '../../../shared/index.ts';
import { JsonLines } from './json-lines.ts';
import { RowsInSight } from './rows-in-sight.tsx';
import css from './data-view.module.css';

/** Of the monospace font at 12 px, a little more than most have. */
const characterWidth = 7.4;

/** The raw data, line by line. */
export function JsonView({ value, label }: { readonly value: Json; readonly label: string }) {
  const lines = useMemo(() => new JsonLines(value), [value]);
  return (
    <RowsInSight
      className={css.json}
      label={label}
      count={lines.count}
      rowHeight={20}
      minWidth={24 + lines.longest * characterWidth}
      row={(at) => <code className={css.jsonLine}>{lines.at(at)}</code>}
    />
  );
}
