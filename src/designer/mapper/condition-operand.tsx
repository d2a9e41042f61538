import { ActionIcon, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { Database } from 'lucide-react';
import { useEffect } from 'react';
import { choicesOf, type Json, type JsonSchema } from '../../shared/index.ts';
import type { Binding } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { useMappingDesk, type PickTarget } from './mapping-desk.ts';
import { fieldKindOf } from './model/field-kind.ts';
import { Pill } from './pill.tsx';
import css from './mapper.module.css';

interface ConditionOperandProps {
  readonly label: string;
  readonly binding: Binding | undefined;
  /** Of what it is compared with: a choice offers its values, a number wants a number. */
  readonly schema: JsonSchema;
  readonly target: PickTarget;
  readonly onChange: (binding: Binding) => void;
}

/** One side of a comparison: a pill, or a fixed value in the other side's kind. */
export function ConditionOperand({
  label,
  binding,
  schema,
  target,
  onChange,
}: ConditionOperandProps) {
  const desk = useMappingDesk();
  useEffect(() => desk.register(target));
  return (
    <div className={css.operand} data-drop={target.key} onFocus={() => desk.offer(target)}>
      {binding === undefined || binding.kind === 'literal' ? (
        <FixedOperand
          label={label}
          value={binding?.value}
          schema={schema}
          onChange={(value) => onChange({ kind: 'literal', value })}
        />
      ) : (
        <div className={css.textEditor}>
          <Pill
            binding={binding}
            scope={[]}
            onChange={onChange}
            onRemove={() => onChange({ kind: 'literal', value: '' })}
          />
        </div>
      )}
      <ActionIcon
        size="sm"
        aria-label={say('mapper.data-choose-for', { field: label })}
        disabled={desk.readOnly}
        onClick={() => {
          desk.offer(target);
          desk.openData();
        }}
      >
        <Database aria-hidden size={14} />
      </ActionIcon>
    </div>
  );
}

interface FixedOperandProps {
  readonly label: string;
  readonly value: Json | undefined;
  readonly schema: JsonSchema;
  readonly onChange: (value: Json) => void;
}

function FixedOperand({ label, value, schema, onChange }: FixedOperandProps) {
  const choices = choicesOf(schema, schema);
  const kind = fieldKindOf(schema, schema);
  const text =
    value === undefined || value === null || typeof value === 'object' ? '' : String(value);
  if (choices !== undefined) {
    return (
      <NativeSelect
        size="sm"
        aria-label={label}
        data={[
          { value: '', label: say('mapper.choose-value') },
          ...choices.map((choice) => ({
            value: String(choice),
            label: titleOfChoice(schema, choice),
          })),
        ]}
        value={text}
        onChange={(event) =>
          onChange(choices.find((choice) => String(choice) === event.currentTarget.value) ?? '')
        }
      />
    );
  }
  if (kind === 'number' || kind === 'whole-number') {
    return (
      <NumberInput
        key={text}
        size="sm"
        hideControls
        aria-label={label}
        defaultValue={text === '' ? '' : Number(text)}
        onBlur={(event) =>
          onChange(event.currentTarget.value === '' ? '' : Number(event.currentTarget.value))
        }
      />
    );
  }
  return (
    <TextInput
      key={text}
      size="sm"
      aria-label={label}
      type={kind === 'date' ? 'date' : 'text'}
      defaultValue={text}
      onBlur={(event) => event.currentTarget.value !== text && onChange(event.currentTarget.value)}
    />
  );
}

function titleOfChoice(schema: JsonSchema, choice: Json): string {
  return schema.oneOf?.find((option) => option.const === choice)?.title ?? String(choice);
}
