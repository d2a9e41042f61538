import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { writeJson, type Json } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import type { FieldOption } from './form-props.ts';

interface NativeChoiceProps extends Omit<
  NativeSelectProps,
  'value' | 'onChange' | 'data' | 'onBlur'
> {
  readonly value: Json | undefined;
  readonly options: readonly FieldOption[];
  /** What a value is called that the options do not know (any more). */
  readonly lostLabel?: string | undefined;
  readonly onChoose: (value: Json | undefined, label: string | undefined) => void;
  readonly onLeave?: () => void;
  /** What stands there while nothing is chosen. */
  readonly placeholder?: string | undefined;
}

/** A list of options to choose one from. The option's place stands for its value, so values of any type keep it. */
export function NativeChoice({
  value,
  options,
  lostLabel,
  onChoose,
  onLeave,
  placeholder,
  ...select
}: NativeChoiceProps) {
  const text = value === undefined ? undefined : writeJson(value);
  const at =
    text === undefined ? -1 : options.findIndex((option) => writeJson(option.value) === text);
  const lost = value !== undefined && at === -1;
  const empty = placeholder ?? say('inspector.choose-one');
  return (
    <NativeSelect
      {...select}
      value={lost ? 'lost' : at === -1 ? '' : String(at)}
      data={[
        { value: '', label: empty, disabled: select.required === true && value !== undefined },
        ...(lost ? [{ value: 'lost', label: lostLabel ?? say('inspector.option-gone') }] : []),
        ...options.map((option, position) => ({ value: String(position), label: option.label })),
      ]}
      onBlur={() => onLeave?.()}
      onChange={(event) => {
        if (event.currentTarget.value === 'lost') return;
        const chosen = options[Number(event.currentTarget.value)];
        if (event.currentTarget.value === '') onChoose(undefined, undefined);
        else if (chosen !== undefined) onChoose(chosen.value, chosen.label);
      }}
    />
  );
}
