import type { Condition } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { ConditionGroup } from './condition-group.tsx';
import { HoldsNow } from './condition-holds.tsx';
import type { ListScope } from './model/scope.ts';
import { conditionOf, groupOf } from './model/condition-tree.ts';
import css from './condition.module.css';

interface ConditionEditorProps {
  /** Unique in the form: drops and what is remembered of its places start with it. */
  readonly placeKey: string;
  readonly label: string;
  readonly condition: Condition | undefined;
  readonly scope: readonly ListScope[];
  /** What no line at all means. */
  readonly whenNone: string;
  readonly onChange: (condition: Condition | undefined) => void;
}

/** Lines of "field · how · value" and groups of them inside each other, with what holds for the current sample. */
export function ConditionEditor(props: ConditionEditorProps) {
  const { placeKey, label, condition, scope, whenNone, onChange } = props;
  const group = groupOf(condition);
  return (
    <div className={css.editor} role="group" aria-label={label}>
      {group.rows.length === 0 && <p className={css.quiet}>{whenNone}</p>}
      <ConditionGroup
        placeKey={placeKey}
        label={label}
        group={group}
        scope={scope}
        depth={0}
        onChange={(next) => onChange(conditionOf(next))}
      />
      {condition !== undefined && group.rows.length > 0 && (
        <HoldsNow
          condition={condition}
          scope={scope}
          yes={say('fill.condition-all-holds')}
          no={say('fill.condition-all-holds-not')}
        />
      )}
    </div>
  );
}
