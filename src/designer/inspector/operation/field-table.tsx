import { Button, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { writeJson, type Json, type JsonSchema } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { fieldRows, type FieldRow } from '../../ui/fields/field-rows.ts';
import { kindWords, valueWords } from '../../ui/fields/kind-words.ts';
import css from './requirements.module.css';

const shownAtFirst = 6;

interface FieldTableProps {
  readonly label: string;
  readonly schema: JsonSchema;
  readonly example?: Json | undefined;
  /** Marks what must be there: only for what a step needs. */
  readonly marksRequired?: boolean;
}

/** Fields by name, in words, each beside its example. */
export function FieldTable({ label, schema, example, marksRequired = false }: FieldTableProps) {
  const [all, setAll] = useState(false);
  const rows = fieldRows(schema, example);
  const shown = all || rows.length <= shownAtFirst + 2 ? rows : rows.slice(0, shownAtFirst);
  return (
    <div>
      <table className={css.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{say('inspector.field')}</th>
            <th scope="col">{say('inspector.example')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Field key={row.key} row={row} marksRequired={marksRequired} />
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {say('inspector.more-fields', { count: rows.length - shown.length })}
        </Button>
      )}
      {example !== undefined && (
        <details className={css.whole}>
          <summary>{say('inspector.example-whole')}</summary>
          {/* A long example scrolls by itself, so the keyboard must reach it. */}
          <pre tabIndex={0} role="region" aria-label={say('inspector.example-whole')}>
            {writeJson(example, 2)}
          </pre>
        </details>
      )}
    </div>
  );
}

function Field({
  row,
  marksRequired,
}: {
  readonly row: FieldRow;
  readonly marksRequired: boolean;
}) {
  const title = <span className={css.field}>{row.title}</span>;
  return (
    <tr>
      <td style={{ paddingLeft: row.depth * 14 }}>
        {row.help === '' ? (
          title
        ) : (
          <Tooltip label={row.help} multiline maw={280} position="top-start">
            {title}
          </Tooltip>
        )}
        {marksRequired && row.required && (
          <span className={css.required}>{say('inspector.required')}</span>
        )}
        <span className={css.kind}>{kindWords(row.kind)}</span>
      </td>
      <td className={css.example}>{row.example === undefined ? '' : valueWords(row.example)}</td>
    </tr>
  );
}
