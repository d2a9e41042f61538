import { SegmentedControl } from '@mantine/core';
import { choicesOf, resolve } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { isLongText } from '../edited-field.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import { ChoiceControl } from './choice-control.tsx';
import { DateControl } from './date-control.tsx';
import { NumberControl } from './number-control.tsx';
import { WordsControl } from './words-control.tsx';
import type { LiteralControlProps } from './literal-control-props.ts';

/** The native control for a fixed value of a kind. What does not fit is kept as it was typed; the checks say so. */
export function LiteralControl(props: LiteralControlProps) {
  const { field, value, onChange, onFocus } = props;
  const desk = useMappingDesk();
  if (choicesOf(resolve(field.schema, field.root), field.root) !== undefined)
    return <ChoiceControl {...props} />;
  switch (field.kind) {
    case 'yes-no':
      return (
        <SegmentedControl
          size="xs"
          aria-label={field.label}
          readOnly={desk.readOnly}
          onFocus={onFocus}
          data={[
            { value: 'yes', label: say('mapper.yes') },
            { value: 'no', label: say('mapper.no') },
            ...(field.required ? [] : [{ value: 'out', label: say('mapper.mode-leave-out') }]),
          ]}
          value={value === true ? 'yes' : value === false ? 'no' : value === undefined ? 'out' : ''}
          onChange={(next) => onChange(next === 'out' ? undefined : next === 'yes')}
        />
      );
    case 'number':
    case 'whole-number':
      return <NumberControl {...props} />;
    case 'date':
    case 'date-time':
      return <DateControl {...props} />;
    default:
      return <WordsControl {...props} long={isLongText(field)} />;
  }
}
