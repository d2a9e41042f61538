import type { LiteralControlProps } from './literal-control-props.ts';

/** What every native control of a field says of itself. */
export function inputProps(
  { field, onFocus }: Pick<LiteralControlProps, 'field' | 'onFocus'>,
  readOnly: boolean,
) {
  return {
    id: field.inputId,
    size: 'sm',
    readOnly,
    'aria-label': field.label,
    'aria-describedby': field.describedBy,
    'aria-required': field.required,
    onFocus,
  } as const;
}
