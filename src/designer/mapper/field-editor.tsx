import { NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import {
  choicesOf,
  resolve,
  type Json,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import type { Binding } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { useMappingDesk, type ListScope, type PickTarget } from './mapping-desk.ts';
import type { FieldKind } from './model/field-kind.ts';
import { Pill } from './pill.tsx';
import { TextEditor } from './text-editor.tsx';
import css from './mapper.module.css';

/** A field as its editor needs it. */
export interface EditedField {
  readonly path: JsonPath;
  readonly label: string;
  readonly schema: JsonSchema;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly inputId: string;
  readonly describedBy: string;
}

export interface FieldEditorProps {
  readonly field: EditedField;
  readonly binding: Binding | undefined;
  readonly scope: readonly ListScope[];
  readonly target: PickTarget;
}

/** The control of a single field: its native one for a fixed value, pills as soon as data goes in. */
export function FieldEditor(props: FieldEditorProps) {
  const { field, binding } = props;
  const isText = field.kind === 'text' || field.kind === 'email' || field.kind === 'anything';
  if (
    isText &&
    (binding === undefined || binding.kind !== 'literal' || typeof binding.value === 'string')
  )
    return <TextEditor {...props} />;
  if (binding !== undefined && binding.kind !== 'literal')
    return <PillEditor {...props} binding={binding} />;
  return <NativeEditor {...props} value={binding?.value} />;
}

function PillEditor({
  field,
  binding,
  scope,
  target,
}: FieldEditorProps & { readonly binding: Binding }) {
  const desk = useMappingDesk();
  if (binding.kind === 'text') return <TextEditor {...{ field, binding, scope, target }} />;
  return (
    <div className={css.textEditor} onFocus={() => desk.offer(target)}>
      <Pill
        binding={binding}
        scope={scope}
        onChange={(next) => desk.set(field.path, next)}
        onRemove={() => {
          desk.set(field.path, undefined);
          requestAnimationFrame(() => document.getElementById(field.inputId)?.focus());
        }}
      />
    </div>
  );
}

function NativeEditor({
  field,
  target,
  value,
}: FieldEditorProps & { readonly value: Json | undefined }) {
  const desk = useMappingDesk();
  const set = (next: Json | undefined) =>
    desk.set(field.path, next === undefined ? undefined : { kind: 'literal', value: next });
  const shared = {
    id: field.inputId,
    size: 'sm',
    readOnly: desk.readOnly,
    'aria-label': field.label,
    'aria-describedby': field.describedBy,
    'aria-required': field.required,
    onFocus: () => desk.offer(target),
  } as const;
  switch (field.kind) {
    case 'choice':
      return (
        <ChoiceEditor field={field} shared={shared} value={value} root={desk.root} set={set} />
      );
    case 'yes-no':
      return (
        <SegmentedControl
          size="xs"
          aria-label={field.label}
          readOnly={desk.readOnly}
          onFocus={shared.onFocus}
          data={[
            { value: 'yes', label: say('mapper.yes') },
            { value: 'no', label: say('mapper.no') },
            { value: 'out', label: say('mapper.mode-leave-out') },
          ]}
          value={value === true ? 'yes' : value === false ? 'no' : 'out'}
          onChange={(next) => set(next === 'out' ? undefined : next === 'yes')}
        />
      );
    case 'number':
    case 'whole-number':
      return (
        <NumberInput
          {...shared}
          key={String(value)}
          hideControls
          allowDecimal={field.kind === 'number'}
          defaultValue={typeof value === 'number' ? value : ''}
          onBlur={(event) => {
            const typed = event.currentTarget.value.trim();
            const next = typed === '' ? undefined : Number(typed);
            if (next !== value) set(next);
          }}
        />
      );
    default:
      return (
        <TextInput
          {...shared}
          key={String(value)}
          type={
            field.kind === 'date' ? 'date' : field.kind === 'date-time' ? 'datetime-local' : 'text'
          }
          defaultValue={
            typeof value === 'string'
              ? field.kind === 'date-time'
                ? value.slice(0, 16)
                : value
              : ''
          }
          onBlur={(event) => {
            const typed = event.currentTarget.value;
            const next =
              typed === '' ? undefined : field.kind === 'date-time' ? `${typed}:00Z` : typed;
            if (
              next !== value &&
              !(
                field.kind === 'date-time' &&
                typeof value === 'string' &&
                value.startsWith(typed) &&
                typed !== ''
              )
            )
              set(next);
          }}
        />
      );
  }
}

interface ChoiceEditorProps {
  readonly field: EditedField;
  readonly shared: object;
  readonly value: Json | undefined;
  readonly root: JsonSchema;
  readonly set: (value: Json | undefined) => void;
}

function ChoiceEditor({ field, shared, value, root, set }: ChoiceEditorProps) {
  const here = resolve(field.schema, root);
  const choices = choicesOf(here, root) ?? [];
  const data = choices.map((choice, at) => ({
    value: String(at),
    label: titleOfChoice(here, choice),
  }));
  const chosen = choices.findIndex((choice) => choice === value);
  return (
    <NativeSelect
      {...shared}
      data={[{ value: '', label: say('mapper.choose-value') }, ...data]}
      value={chosen === -1 ? '' : String(chosen)}
      onChange={(event) =>
        set(
          event.currentTarget.value === '' ? undefined : choices[Number(event.currentTarget.value)],
        )
      }
    />
  );
}

function titleOfChoice(schema: JsonSchema, choice: Json): string {
  const branch = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].find(
    (option) => option.const === choice,
  );
  return branch?.title ?? String(choice);
}
