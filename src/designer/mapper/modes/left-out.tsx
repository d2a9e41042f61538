import { Button } from '@mantine/core';
import { say } from '../../../words/index.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import { usePickTarget } from '../pick-target.ts';
import type { ListScope } from '../model/scope.ts';
import type { ChangeField, EditedField } from '../edited-field.ts';
import css from './left-out.module.css';

interface LeftOutProps {
  readonly field: EditedField;
  readonly scope: readonly ListScope[];
  readonly onChange: ChangeField;
  readonly onFill: () => void;
}

/** A field that the person left out on purpose. Data dropped here fills it. */
export function LeftOut({ field, scope, onChange, onFill }: LeftOutProps) {
  const desk = useMappingDesk();
  const target = usePickTarget({ ...field, scope }, (picked) => onChange(picked));
  return (
    <div className={css.row} onFocus={() => desk.offer(target)}>
      <span>{say('fill.left-out')}</span>
      <Button
        id={field.inputId}
        size="compact-xs"
        variant="subtle"
        disabled={desk.readOnly}
        onClick={onFill}
      >
        {say('fill.fill-it')}
      </Button>
    </div>
  );
}
