import { ActionIcon, NativeSelect } from '@mantine/core';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { JsonSchema } from '../../shared/index.ts';
import {
  inferType,
  isNothing,
  nothing,
  operatorsFor,
  type Binding,
  type Comparison,
  type Operator,
} from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { HoldsNow } from './condition-holds.tsx';
import { useFieldParts } from './field-parts.ts';
import { LookedAt } from './looked-at.tsx';
import { sourcesSeen, useMappingDesk } from './mapping-desk.ts';
import { lookingAt, withoutRight } from './model/looking-at.ts';
import type { ListScope } from './model/scope.ts';
import { OneOfControl } from './controls/one-of-control.tsx';
import css from './condition.module.css';

interface ConditionRowProps {
  readonly placeKey: string;
  readonly number: number;
  readonly row: Comparison;
  readonly scope: readonly ListScope[];
  readonly onChange: (row: Comparison) => void;
  readonly onRemove: () => void;
}

const anything: JsonSchema = {};

/** One line: what is looked at, how, and with what it is compared, in the kind of what is looked at. */
export function ConditionRow({
  placeKey,
  number,
  row,
  scope,
  onChange,
  onRemove,
}: ConditionRowProps) {
  const desk = useMappingDesk();
  const { NestedValue } = useFieldParts();
  const leftType = useMemo(
    () => (row.left.kind === 'literal' ? anything : inferType(row.left, sourcesSeen(desk, scope))),
    [row.left, desk, scope],
  );
  const offered = operatorsFor(leftType);
  const operators = offered.includes(row.is) ? offered : [row.is, ...offered];
  const right = isNothing(row.right) ? undefined : row.right;
  const isUnset = isNothing(row.left) || (row.left.kind === 'literal' && row.left.value === '');
  const setRight = (next: Binding | undefined) => onChange({ ...row, right: next ?? nothing });
  const setIs = (is: Operator) => {
    const { right: _old, ...plain } = row;
    // A list of values and one value are written differently: neither is taken for the other.
    const swaps = (is === 'is-one-of') !== (row.is === 'is-one-of');
    onChange(
      withoutRight.has(is)
        ? { ...plain, is }
        : { ...plain, is, right: swaps ? nothing : (row.right ?? nothing) },
    );
  };
  const value = say('mapper.condition-value');
  return (
    <div
      className={css.row}
      role="group"
      aria-label={say('fill.condition-line', { row: number })}
      data-line={number}
    >
      <LookedAt
        placeKey={`${placeKey}#left`}
        label={say('mapper.condition-field')}
        binding={row.left}
        scope={scope}
        onChange={(left) => onChange(lookingAt(row, left, sourcesSeen(desk, scope)))}
      />
      <NativeSelect
        size="sm"
        aria-label={say('mapper.condition-operator')}
        disabled={desk.readOnly}
        data={operators.map((operator) => ({
          value: operator,
          label: say(`mapper.is-${operator}`),
        }))}
        value={row.is}
        onChange={(event) => setIs(event.currentTarget.value as Operator)} // only operators are offered
      />
      {withoutRight.has(row.is) ? (
        <span />
      ) : row.is === 'is-one-of' ? (
        <OneOfControl label={value} schema={leftType} binding={right} onChange={setRight} />
      ) : (
        <NestedValue
          placeKey={`${placeKey}#right`}
          label={value}
          schema={leftType}
          root={leftType}
          binding={right}
          scope={scope}
          onChange={setRight}
        />
      )}
      <ActionIcon
        className={css.remove}
        aria-label={say('fill.condition-remove', { row: number })}
        disabled={desk.readOnly}
        onClick={onRemove}
      >
        <X aria-hidden size={14} />
      </ActionIcon>
      {!isUnset && (
        <div className={css.rowHolds}>
          <HoldsNow
            condition={row}
            scope={scope}
            yes={say('fill.condition-holds')}
            no={say('fill.condition-holds-not')}
          />
        </div>
      )}
    </div>
  );
}
