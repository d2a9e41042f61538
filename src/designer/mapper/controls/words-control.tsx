import { Textarea, TextInput } from '@mantine/core';
import { useMappingDesk } from '../mapping-desk.ts';
import { inputProps } from './input-props.ts';
import type { LiteralControlProps } from './literal-control-props.ts';
import { useTypedValue } from './use-typed-value.ts';

/** Plain words, without pills: what a value is compared with. */
export function WordsControl({ long, ...props }: LiteralControlProps & { readonly long: boolean }) {
  const desk = useMappingDesk();
  const { value } = props;
  const draft = useTypedValue(props, (typed) => typed);
  const shown =
    value === undefined || value === null || typeof value === 'object' ? '' : String(value);
  const shared = {
    ...inputProps(props, desk.readOnly),
    autoComplete: 'off',
    value: draft.value ?? shown,
    onBlur: draft.end,
  };
  return long ? (
    <Textarea
      {...shared}
      autosize
      minRows={2}
      maxRows={10}
      onChange={(event) => draft.type(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...shared} onChange={(event) => draft.type(event.currentTarget.value)} />
  );
}
