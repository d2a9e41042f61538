/** The form library's templates over the kit: one column, required first, the optional rest folded with its count. */
import type { FormProps } from '@rjsf/core';
import { ActionIcon, Button, Group, Input, Stack, Text, TextInput } from '@mantine/core';
import {
  ADDITIONAL_PROPERTY_FLAG,
  canExpand,
  getInputProps,
  type ArrayFieldItemTemplateProps,
  type ArrayFieldTemplateProps,
  type BaseInputTemplateProps,
  type CyclicSchemaExpandProps,
  type FieldErrorProps,
  type FieldTemplateProps,
  type MultiSchemaFieldTemplateProps,
  type ObjectFieldTemplateProps,
} from '@rjsf/utils';
import { Plus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { say } from '../../../words/index.ts';
import { useFormFacts } from './form-frame.ts';
import { fieldProps, pointerOfField } from './field-props.ts';
import css from './schema-form.module.css';

function BaseInputTemplate(props: BaseInputTemplateProps) {
  const facts = useFormFacts();
  const {
    type,
    step: _step,
    min: _min,
    max: _max,
    ...input
  } = getInputProps(props.schema, props.type, props.options, false);
  const number = type === 'number' || type === 'integer';
  return (
    <TextInput
      {...fieldProps(props)}
      {...input}
      type={number ? 'text' : type}
      inputMode={number ? 'decimal' : undefined}
      autoComplete="off"
      value={props.value === undefined || props.value === null ? '' : String(props.value)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        props.onChange(text === '' ? props.options.emptyValue : text);
      }}
      onBlur={() => facts.leave(pointerOfField(props))}
    />
  );
}

function FieldTemplate(props: FieldTemplateProps) {
  if (props.hidden === true) return <div hidden>{props.children}</div>;
  if (!(ADDITIONAL_PROPERTY_FLAG in props.schema))
    return (
      <>
        {props.children}
        {props.errors}
      </>
    );
  const { id, label, disabled, readonly, onKeyRenameBlur, onRemoveProperty, children } = props;
  return (
    <Group gap={8} align="end" wrap="nowrap">
      <TextInput
        className={css.name}
        key={label}
        id={`${id}-key`}
        label={say('inspector.form-name')}
        defaultValue={label}
        disabled={disabled || readonly}
        onBlur={onKeyRenameBlur}
      />
      <div className={css.value}>{children}</div>
      <RemoveEntry onClick={onRemoveProperty} />
    </Group>
  );
}

function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const {
    title,
    description,
    properties,
    schema,
    uiSchema,
    formData,
    fieldPathId,
    onAddProperty,
    disabled,
    readonly,
  } = props;
  const shown = properties.filter((property) => !property.hidden);
  const root = fieldPathId.path.length === 0;
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const first = shown.filter(({ name }) => required.has(name));
  const rest = shown.filter(({ name }) => !required.has(name));
  const filled = rest.some(
    ({ name }) => (formData as Record<string, unknown> | undefined)?.[name] !== undefined,
  );
  const folds = rest.length > 1 && (first.length > 0 || rest.length > 6);
  const fields = (
    <Stack gap={16}>
      {(folds ? first : shown).map(({ name, content }) => (
        <div key={name}>{content}</div>
      ))}
      {folds && (
        <Folded open={filled} count={rest.length}>
          {rest.map(({ name, content }) => (
            <div key={name}>{content}</div>
          ))}
        </Folded>
      )}
      {canExpand(schema, uiSchema, formData) && (
        <AddEntry onClick={onAddProperty} disabled={disabled === true || readonly === true} />
      )}
    </Stack>
  );
  if (root) return fields;
  return (
    <fieldset className={css.group} id={fieldPathId.$id} tabIndex={-1}>
      {title !== '' && <legend>{title}</legend>}
      {description !== undefined && description !== '' && (
        <Text size="xs" c="dimmed" mb={8}>
          {description}
        </Text>
      )}
      {fields}
    </fieldset>
  );
}

/** Open at first when something in it is filled; afterwards as the person left it. */
function Folded({
  open,
  count,
  children,
}: {
  readonly open: boolean;
  readonly count: number;
  readonly children: ReactNode;
}) {
  const [first] = useState(open);
  return (
    <details className={css.fold} {...(first && { open: true })}>
      <summary>{say('inspector.form-optional', { count })}</summary>
      <Stack gap={16} mt={12}>
        {children}
      </Stack>
    </details>
  );
}

function ArrayFieldTemplate({
  title,
  schema,
  items,
  canAdd,
  onAddClick,
  disabled,
  readonly,
  required,
  fieldPathId,
}: ArrayFieldTemplateProps) {
  return (
    <fieldset className={css.group} id={fieldPathId.$id} tabIndex={-1}>
      <legend data-needed={required === true || undefined}>{title}</legend>
      {schema.description !== undefined && (
        <Text size="xs" c="dimmed" mb={8}>
          {schema.description}
        </Text>
      )}
      <Stack gap={12}>{items}</Stack>
      {canAdd && (
        <AddEntry onClick={onAddClick} disabled={disabled === true || readonly === true} />
      )}
    </fieldset>
  );
}

function ArrayFieldItemTemplate({ children, buttonsProps }: ArrayFieldItemTemplateProps) {
  return (
    <Group gap={8} align="end" wrap="nowrap">
      <div className={css.value}>{children}</div>
      {buttonsProps.hasRemove && <RemoveEntry onClick={buttonsProps.onRemoveItem} />}
    </Group>
  );
}

function MultiSchemaFieldTemplate({ selector, optionSchemaField }: MultiSchemaFieldTemplateProps) {
  return (
    <Stack gap={12}>
      {selector}
      {optionSchemaField}
    </Stack>
  );
}

/** Controls show their own misfit; only groups and lists have no control that could. */
function FieldErrorTemplate({ errors, schema, fieldPathId }: FieldErrorProps) {
  const grouped = schema.type === 'object' || schema.type === 'array';
  const root = fieldPathId.path.length === 0;
  if (!grouped || root || errors === undefined || errors.length === 0) return null;
  return <Input.Error>{errors[0]}</Input.Error>;
}

function CyclicSchemaExpandTemplate({ name, fieldPathId, onExpand }: CyclicSchemaExpandProps) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<Plus size={14} />}
      onClick={() => onExpand(fieldPathId.$id)}
    >
      {say('inspector.form-open-group', { name })}
    </Button>
  );
}

function AddEntry({
  onClick,
  disabled,
}: {
  readonly onClick: (event?: unknown) => void;
  readonly disabled: boolean;
}) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      mt={8}
      leftSection={<Plus size={14} />}
      disabled={disabled}
      onClick={() => onClick()}
    >
      {say('inspector.form-add-entry')}
    </Button>
  );
}

function RemoveEntry({ onClick }: { readonly onClick: (event?: never) => void }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={say('inspector.form-remove-entry')}
      onClick={() => onClick()}
    >
      <X size={16} />
    </ActionIcon>
  );
}

function Nothing(): null {
  return null;
}

export const templates: NonNullable<FormProps['templates']> = {
  BaseInputTemplate,
  FieldTemplate,
  ObjectFieldTemplate,
  ArrayFieldTemplate,
  ArrayFieldItemTemplate,
  MultiSchemaFieldTemplate,
  FieldErrorTemplate,
  FieldHelpTemplate: Nothing,
  DescriptionFieldTemplate: Nothing,
  ErrorListTemplate: Nothing,
  CyclicSchemaExpandTemplate,
};
