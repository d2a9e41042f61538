import { TextInput } from '@mantine/core';
import type { Json } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { useMappingDesk, type MappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import { valueNow } from '../value-now.ts';
import { inputProps } from './input-props.ts';
import type { LiteralControlProps } from './literal-control-props.ts';
import { useTypedValue } from './use-typed-value.ts';
import css from './controls.module.css';

/** A date, or a date with a time as it stands in the flow's time zone. A text that is no date stays as it was typed. */
export function DateControl(props: LiteralControlProps) {
  const desk = useMappingDesk();
  const { field, value } = props;
  const withTime = field.kind === 'date-time';
  const draft = useTypedValue(props, (typed) =>
    typed === '' ? undefined : withTime ? (toMoment(typed, desk) ?? typed) : typed,
  );
  const held = typeof value === 'string' ? value : '';
  const shown = withTime
    ? toWallClock(held, desk)
    : /^\d{4}-\d\d-\d\d$/.test(held)
      ? held
      : undefined;
  const isOther = held !== '' && shown === undefined;
  return (
    <>
      <TextInput
        {...inputProps(props, desk.readOnly)}
        type={isOther ? 'text' : withTime ? 'datetime-local' : 'date'}
        max={isOther ? undefined : withTime ? '9999-12-31T23:59' : '9999-12-31'}
        value={draft.value ?? shown ?? held}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={draft.end}
      />
      {withTime && !isOther && (
        <p className={css.note}>
          {say('fill.time-zone', { zone: desk.timeZone.replaceAll('_', ' ') })}
        </p>
      )}
    </>
  );
}

type Region = Pick<MappingDesk, 'sources' | 'locale' | 'timeZone'>;

/** The moment that a clock in the flow's zone shows; undefined for a text that is no date. */
function toMoment(clock: string, region: Region): Json | undefined {
  const of = { kind: 'literal', value: clock } as const;
  return valueNow({ kind: 'convert', of, with: [{ name: 'to-date-time' }] }, region, noScope);
}

function toWallClock(moment: string, region: Region): string | undefined {
  if (moment === '') return undefined;
  const of = { kind: 'literal', value: moment } as const;
  const clock = { name: 'format-date', format: 'YYYY-MM-DDTHH:mm' } as const;
  const value = valueNow({ kind: 'convert', of, with: [clock] }, region, noScope);
  return typeof value === 'string' ? value : undefined;
}

const noScope: readonly ListScope[] = [];
