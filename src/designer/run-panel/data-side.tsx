import type { ReactNode } from 'react';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { DataSearchBox, useDataSearch } from './data-view/data-search.tsx';
import { CopyData, DownloadData } from './data-view/data-tools.tsx';
import { DataView } from './data-view/data-view.tsx';
import css from './run-panel.module.css';

interface DataSideProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly value?: Json | undefined;
  readonly schema?: JsonSchema | undefined;
  readonly marked?: readonly JsonPath[];
  /** What is said instead of data, and what stands below it. */
  readonly none?: string;
  /** What is said of a record or a list without anything in it. */
  readonly empty?: string;
  readonly more?: ReactNode;
}

/** One side: its name, the data, and what can be done with it: search, copy, save. */
export function DataSide({ title, note, value, schema, marked, none, empty, more }: DataSideProps) {
  const search = useDataSearch(value);
  const shown = search.found === undefined ? value : search.found.value;
  return (
    <section className={css.side} aria-label={title}>
      <header className={css.sideHead}>
        <h3>{title}</h3>
        {note !== undefined && search.words === undefined && (
          <span className={css.quiet}>{note}</span>
        )}
        {value !== undefined && (
          <span className={css.sideTools}>
            <DataSearchBox search={search} label={title} />
            <CopyData value={shown ?? value} label={title} />
            <DownloadData value={shown ?? value} schema={schema} label={title} />
          </span>
        )}
      </header>
      <div className={css.sideData}>
        {value === undefined ? (
          <>
            <p className={css.none}>{none}</p>
            {more}
          </>
        ) : shown === undefined ? (
          <p className={css.none}>{say('run-panel.found', { count: 0 })}</p>
        ) : isEmpty(value) ? (
          <p className={css.none}>{empty ?? say('run-panel.value-empty')}</p>
        ) : (
          <DataView
            value={shown}
            schema={schema}
            label={title}
            places={search.found?.places}
            {...(marked && { marked })}
          />
        )}
      </div>
    </section>
  );
}

function isEmpty(value: Json): boolean {
  return isJsonList(value)
    ? value.length === 0
    : isJsonObject(value) && Object.keys(value).length === 0;
}
