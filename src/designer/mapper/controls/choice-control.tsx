import { ChoiceField } from '../../ui/schema-form/choice-field.tsx';
import type { FieldChoices } from '../../ui/schema-form/form-props.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import type { LiteralControlProps } from './literal-control-props.ts';
import { optionsOf, plainWords } from './options.ts';

interface ChoiceControlProps extends LiteralControlProps {
  /** Options that the service gives; absent: those of the schema. */
  readonly choices?: FieldChoices;
}

/** One of a few values by their names; with many of them one types to find it. */
export function ChoiceControl({
  field,
  value,
  label,
  choices,
  onChange,
  onFocus,
}: ChoiceControlProps) {
  const desk = useMappingDesk();
  return (
    <div onFocus={onFocus}>
      <ChoiceField
        id={field.inputId}
        aria-label={field.label}
        aria-describedby={field.describedBy}
        aria-required={field.required}
        disabled={desk.readOnly}
        value={value}
        choices={choices ?? { state: 'ready', options: optionsOf(field.schema, field.root) }}
        label_={label ?? (value === undefined ? undefined : plainWords(value))}
        onChoose={(chosen, name) => onChange(chosen, { label: name })}
        onLeave={() => undefined}
      />
    </div>
  );
}
