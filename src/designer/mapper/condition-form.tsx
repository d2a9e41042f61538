import { say } from '../../words/index.ts';
import type { Condition } from '../../mapping/index.ts';
import { ConditionEditor } from './condition-editor.tsx';
import type { ListScope } from './model/scope.ts';
import css from './condition.module.css';

interface ConditionFormProps {
  readonly condition: Condition | undefined;
  readonly onChange: (condition: Condition | undefined) => void;
}

const noScope: readonly ListScope[] = [];

/** The condition that a step itself holds: when an entry passes. */
export function ConditionForm({ condition, onChange }: ConditionFormProps) {
  return (
    <div className={css.form}>
      <h3 className={css.title}>{say('mapper.condition-title')}</h3>
      <ConditionEditor
        placeKey="condition"
        label={say('mapper.condition-title')}
        condition={condition}
        scope={noScope}
        whenNone={say('mapper.condition-none')}
        onChange={onChange}
      />
    </div>
  );
}
