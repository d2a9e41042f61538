import type { WidgetProps } from '@rjsf/utils';

type Wrapped = Pick<
  WidgetProps,
  | 'id'
  | 'label'
  | 'hideLabel'
  | 'required'
  | 'disabled'
  | 'readonly'
  | 'schema'
  | 'rawErrors'
  | 'options'
  | 'placeholder'
>;

/** What every control of the kit is told about its field: label above, help below, the misfit last. */
export function fieldProps(props: Wrapped) {
  const help = props.options.description ?? props.schema.description;
  const words = props.rawErrors?.[0];
  return {
    id: props.id,
    label: props.label === '' ? undefined : props.label,
    description: typeof help === 'string' && help !== '' ? help : undefined,
    error: words,
    required: props.required === true,
    withAsterisk: false,
    labelProps: { 'data-needed': props.required === true || undefined },
    disabled: props.disabled === true || props.readonly === true,
    placeholder: placeholderOf(props),
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as (
      'label' | 'input' | 'description' | 'error'
    )[],
  };
}

/** The field's JSON Pointer, out of its id: the form joins names with "/". */
export function pointerOfField({ id }: { readonly id: string }): string {
  const from = id.indexOf('/');
  return from === -1 ? '' : id.slice(from);
}

function placeholderOf({ placeholder, schema }: Wrapped): string | undefined {
  if (placeholder !== undefined && placeholder !== '') return placeholder;
  const example: unknown = Array.isArray(schema.examples) ? schema.examples[0] : undefined;
  return typeof example === 'string' || typeof example === 'number' ? String(example) : undefined;
}
