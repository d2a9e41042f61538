import { ActionIcon, Checkbox, Text, TextInput } from '@mantine/core';
import { ChevronDown, ChevronRight, Search } from 'lucide-react';
import { useId, useState } from 'react';
import type { OfferedField, OfferedFields } from '../../../catalog/readers.ts';
import { say } from '../../../words/index.ts';
import css from './fields-to-get.module.css';

interface FieldsToGetProps {
  readonly fields: OfferedFields;
  readonly readOnly: boolean;
  readonly onChoose: (places: readonly string[]) => void;
}

/** More fields than this and a person wants to type to find one. */
const searchFrom = 12;

/** The fields of a thing as a tree with boxes: what is ticked comes back. */
export function FieldsToGet({ fields, readOnly, onChoose }: FieldsToGetProps) {
  const [words, setWords] = useState('');
  const [isLast, setIsLast] = useState(false);
  const heading = useId();
  const all = fields.inside('');
  const wanted = words.trim().toLowerCase();
  const shown =
    wanted === '' ? all : all.filter(({ title }) => title.toLowerCase().includes(wanted));

  function choose(places: readonly string[]): void {
    setIsLast(places.length === 0);
    if (places.length > 0) onChoose(places);
  }
  return (
    <section className={css.section} aria-labelledby={heading}>
      <div className={css.head}>
        <h3 id={heading} className={css.title}>
          {say('inspector.get-fields')}
        </h3>
        <Text size="xs" c="dimmed">
          {say('inspector.get-count', { count: fields.chosen.length })}
        </Text>
      </div>
      <Text size="xs" c="dimmed">
        {say('inspector.get-help')}
      </Text>
      {all.length >= searchFrom && (
        <TextInput
          size="xs"
          mt={8}
          aria-label={say('inspector.get-search')}
          placeholder={say('inspector.get-search')}
          leftSection={<Search aria-hidden size={14} />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <Level offered={shown} fields={fields} readOnly={readOnly} onChoose={choose} />
      <Text size="xs" c="var(--fb-amber)" role="status">
        {isLast && say('inspector.get-one-needed')}
      </Text>
    </section>
  );
}

interface LevelProps extends FieldsToGetProps {
  readonly offered: readonly OfferedField[];
}

function Level({ offered, ...rest }: LevelProps) {
  return offered.length === 0 ? (
    <Text size="xs" c="dimmed" mt={4}>
      {say('inspector.get-none-inside')}
    </Text>
  ) : (
    <ul className={css.level}>
      {offered.map((field) => (
        <li key={field.place}>
          {field.kind === 'value' ? (
            <Value field={field} {...rest} />
          ) : (
            <Inner field={field} {...rest} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface FieldProps extends FieldsToGetProps {
  readonly field: OfferedField;
}

function Value({ field: { place, title, description }, fields, readOnly, onChoose }: FieldProps) {
  const { chosen } = fields;
  return (
    <Checkbox
      size="xs"
      className={css.value ?? ''}
      label={title}
      description={<Said words={description} />}
      disabled={readOnly}
      checked={chosen.includes(place)}
      onChange={(event) =>
        onChoose(
          event.currentTarget.checked
            ? [...chosen, place]
            : chosen.filter((other) => other !== place),
        )
      }
    />
  );
}

/** A group or a list: its box stands for the plain values in it, its arrow opens it. */
function Inner({ field, fields, readOnly, onChoose }: FieldProps) {
  const { place, title, description, first } = field;
  const { chosen } = fields;
  const below = chosen.filter((other) => other.startsWith(`${place}/`));
  const [isOpen, setIsOpen] = useState(below.length > 0);
  const values = fields.valuesOf(place);
  const isWhole = values.length > 0 && values.every((value) => chosen.includes(value));
  return (
    <>
      <div className={css.inner}>
        <ActionIcon
          size={22}
          variant="subtle"
          color="gray"
          className={css.arrow ?? ''}
          aria-expanded={isOpen}
          aria-label={say('inspector.get-open', { field: title })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
        </ActionIcon>
        <Checkbox
          size="xs"
          label={
            <>
              {title}
              {first !== undefined && (
                <span className={css.first}>{say('inspector.get-first', { count: first })}</span>
              )}
            </>
          }
          aria-label={say('inspector.get-all', { field: title })}
          description={<Said words={description} />}
          disabled={readOnly || values.length === 0}
          checked={isWhole}
          indeterminate={!isWhole && below.length > 0}
          onChange={() => {
            const others = chosen.filter((other) => !below.includes(other));
            onChoose(below.length > 0 ? others : [...others, ...values]);
            setIsOpen(true);
          }}
        />
      </div>
      {isOpen && (
        <div className={css.inside}>
          <Level
            offered={fields.inside(place)}
            fields={fields}
            readOnly={readOnly}
            onChoose={onChoose}
          />
        </div>
      )}
    </>
  );
}

function Said({ words }: { readonly words: string | undefined }) {
  return words === undefined ? null : (
    <span className={css.said} title={words}>
      {words}
    </span>
  );
}
