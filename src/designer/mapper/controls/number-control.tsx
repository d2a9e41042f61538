import { TextInput } from '@mantine/core';
import { say } from '../../../words/index.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import { inputProps } from './input-props.ts';
import type { LiteralControlProps } from './literal-control-props.ts';
import { readTypedNumber, writeNumber } from './typed-number.ts';
import { useTypedValue } from './use-typed-value.ts';
import css from './controls.module.css';

/** A number, typed as the person's language writes it. */
export function NumberControl(props: LiteralControlProps) {
  const desk = useMappingDesk();
  const { value } = props;
  const draft = useTypedValue(props, (typed) =>
    typed.trim() === '' ? undefined : (readTypedNumber(typed, desk.locale)?.value ?? typed),
  );
  const shown =
    typeof value === 'number' || typeof value === 'bigint'
      ? writeNumber(value, desk.locale)
      : typeof value === 'string'
        ? value
        : '';
  const read = draft.value === undefined ? undefined : readTypedNumber(draft.value, desk.locale);
  return (
    <>
      <TextInput
        {...inputProps(props, desk.readOnly)}
        inputMode="decimal"
        autoComplete="off"
        value={draft.value ?? shown}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={draft.end}
      />
      {read?.unsure === true && (
        <p className={css.note} role="status">
          {say('fill.number-understood', { value: writeNumber(read.value, desk.locale) })}
        </p>
      )}
    </>
  );
}
