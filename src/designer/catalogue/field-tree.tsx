import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { shortened, writeJson, type Json, type JsonSchema } from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { fieldsIn, type Field } from '../ui/fields/field-rows.ts';
import { kindWords, valueWords } from '../ui/fields/kind-words.ts';
import css from './field-tree.module.css';

const shownAtFirst = 10;

interface FieldTreeProps {
  readonly fields: readonly Field[];
  readonly root: JsonSchema;
  /** Marks what must be there: only for what an operation needs. */
  readonly marksRequired?: boolean;
}

/** Fields by their titles, those that are needed first; what is in a group is made when it is unfolded. */
export function FieldTree({ fields, root, marksRequired = false }: FieldTreeProps) {
  const [all, setAll] = useState(false);
  const ordered = marksRequired
    ? fields.toSorted((one, other) => Number(other.required) - Number(one.required))
    : fields;
  const shown =
    all || ordered.length <= shownAtFirst + 2 ? ordered : ordered.slice(0, shownAtFirst);
  return (
    <>
      <ul className={css.tree}>
        {shown.map((field) => (
          <FieldLine key={field.name} field={field} root={root} marksRequired={marksRequired} />
        ))}
      </ul>
      {shown.length < ordered.length && (
        <button type="button" className={css.all} onClick={() => setAll(true)}>
          {say('inspector.more-fields', { count: ordered.length - shown.length })}
        </button>
      )}
    </>
  );
}

interface FieldLineProps {
  readonly field: Field;
  readonly root: JsonSchema;
  readonly marksRequired: boolean;
}

function FieldLine({ field, root, marksRequired }: FieldLineProps) {
  const [open, setOpen] = useState(false);
  const inside = fieldsIn(field.schema, root, field.example);
  const words = (
    <>
      <span className={css.title}>{field.title}</span>
      <span className={css.kind}>{kindWords(field.kind)}</span>
      {marksRequired && field.required && (
        <span className={css.required}>{say('inspector.required')}</span>
      )}
    </>
  );
  return (
    <li className={css.line}>
      {inside.length === 0 ? (
        <div className={css.leaf}>{words}</div>
      ) : (
        <button
          type="button"
          className={css.fold}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight
            size={14}
            aria-hidden
            className={css.chevron}
            data-open={open || undefined}
          />
          {words}
          <span className={css.count}>{inside.length}</span>
        </button>
      )}
      <Said field={field} />
      {open && <FieldTree fields={inside} root={root} marksRequired={marksRequired} />}
    </li>
  );
}

/** What its description says; where it has none, what the field may look like. */
function Said({ field: { help, example, kind } }: { readonly field: Field }) {
  const such = example === undefined || kind.word === 'group' ? '' : shortWords(example);
  if (help === '' && such === '') return null;
  return (
    <p className={css.said}>{help === '' ? say('catalogue.such-as', { example: such }) : help}</p>
  );
}

const longestExample = 60;

function shortWords(example: Json): string {
  if (example === null || example === '' || typeof example === 'boolean') return '';
  const words =
    typeof example === 'object' && !Array.isArray(example)
      ? writeJson(example)
      : valueWords(example);
  return shortened(words, longestExample);
}
