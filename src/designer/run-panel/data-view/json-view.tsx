import { useMemo } from 'react';
import { writeJson, type Json } from '../../../shared/index.ts';
import { RowsInSight } from './rows-in-sight.tsx';
import css from './data-view.module.css';

/** The raw data, line by line. */
export function JsonView({ value, label }: { readonly value: Json; readonly label: string }) {
  const lines = useMemo(() => writeJson(value, 2).split('\n'), [value]);
  return (
    <RowsInSight className={css.json} label={label} count={lines.length} rowHeight={20} row={(at) => <code className={css.jsonLine}>{lines[at]}</code>} />
  );
}
