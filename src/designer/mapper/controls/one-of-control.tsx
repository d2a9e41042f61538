import { Checkbox, Textarea } from '@mantine/core';
import { isJsonList, writeJson, type Json, type JsonSchema } from '../../../shared/index.ts';
import type { Binding } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import type { ChangeField } from '../edited-field.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import { fieldKindOf } from '../model/field-kind.ts';
import { optionsOf } from './options.ts';
import { readTypedNumber } from './typed-number.ts';
import { useTypedValue } from './use-typed-value.ts';
import css from './controls.module.css';

interface OneOfControlProps {
  readonly label: string;
  readonly schema: JsonSchema;
  readonly binding: Binding | undefined;
  readonly onChange: ChangeField;
}

/** Several values, any of which is meant: ticked where they are known, else typed, one a line. */
export function OneOfControl({ label, schema, binding, onChange }: OneOfControlProps) {
  const desk = useMappingDesk();
  const value = binding?.kind === 'literal' ? binding.value : undefined;
  const values: readonly Json[] = isJsonList(value) ? value : value === undefined ? [] : [value];
  const options = optionsOf(schema, schema);
  const set = (next: readonly Json[], joins?: string) =>
    onChange(next.length === 0 ? undefined : { kind: 'literal', value: next }, {
      ...(joins !== undefined && { joins }),
    });
  if (options.length === 0)
    return <TypedValues label={label} schema={schema} values={values} onChange={set} />;
  const holds = (one: Json) => values.some((other) => writeJson(other) === writeJson(one));
  return (
    <div className={css.ticks} role="group" aria-label={label}>
      {options.map((option) => (
        <Checkbox
          key={writeJson(option.value)}
          size="xs"
          label={option.label}
          disabled={desk.readOnly}
          checked={holds(option.value)}
          onChange={() =>
            set(
              holds(option.value)
                ? values.filter((other) => writeJson(other) !== writeJson(option.value))
                : [...values, option.value],
            )
          }
        />
      ))}
    </div>
  );
}

interface TypedValuesProps {
  readonly label: string;
  readonly schema: JsonSchema;
  readonly values: readonly Json[];
  readonly onChange: (values: readonly Json[], joins?: string) => void;
}

function TypedValues({ label, schema, values, onChange }: TypedValuesProps) {
  const desk = useMappingDesk();
  const kind = fieldKindOf(schema, schema);
  const isNumber = kind === 'number' || kind === 'whole-number';
  const read = (typed: string): readonly Json[] =>
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => (isNumber ? readTypedNumber(line, desk.locale)?.value : undefined) ?? line);
  const draft = useTypedValue(
    {
      value: values,
      onChange: (next, options) => onChange(isJsonList(next) ? next : [], options?.joins),
      onTyping: undefined,
    },
    read,
  );
  return (
    <Textarea
      size="sm"
      aria-label={label}
      placeholder={say('fill.one-of')}
      autosize
      minRows={1}
      maxRows={8}
      readOnly={desk.readOnly}
      value={draft.value ?? values.map(String).join('\n')}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={draft.end}
    />
  );
}
