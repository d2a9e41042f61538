import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import type { JsonSchema } from '../../shared/index.ts';
import {
  inferType,
  operatorsFor,
  type Binding,
  type Comparison,
  type Condition,
  type Operator,
} from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { sourcesSeen, useMappingDesk, type PickTarget } from './mapping-desk.ts';
import { ConditionOperand } from './condition-operand.tsx';
import { rowsOf, withRows, type ConditionRows } from './model/condition-rows.ts';
import css from './mapper.module.css';

interface ConditionFormProps {
  readonly condition: Condition | undefined;
  readonly onChange: (condition: Condition | undefined) => void;
}

const withoutRight: ReadonlySet<Operator> = new Set([
  'is-empty',
  'is-not-empty',
  'is-yes',
  'is-no',
]);

/** Rows of "field · how · value", all or any of which must hold. A condition of another form is kept and said to be so. */
export function ConditionForm({ condition, onChange }: ConditionFormProps) {
  const desk = useMappingDesk();
  const rows = rowsOf(condition);
  if (rows === undefined) return <p className={css.quiet}>{say('mapper.condition-foreign')}</p>;
  const set = (next: ConditionRows) => onChange(withRows(next));
  const setRow = (at: number, row: Comparison) => set({ ...rows, rows: rows.rows.with(at, row) });
  return (
    <div className={css.conditions}>
      <div className={css.conditionHead}>
        <h3 className={css.regionTitle}>{say('mapper.condition-title')}</h3>
        <NativeSelect
          size="xs"
          aria-label={say('mapper.condition-title')}
          disabled={desk.readOnly}
          data={[
            { value: 'all', label: say('mapper.condition-all') },
            { value: 'any', label: say('mapper.condition-any') },
          ]}
          value={rows.join}
          onChange={(event) =>
            set({ ...rows, join: event.currentTarget.value === 'any' ? 'any' : 'all' })
          }
        />
      </div>
      {rows.rows.length === 0 && <p className={css.quiet}>{say('mapper.condition-none')}</p>}
      {rows.rows.map((row, at) => (
        // A row's place is who it is.
        <ConditionRow
          key={at}
          row={row}
          at={at}
          onChange={(next) => setRow(at, next)}
          onRemove={() => set({ ...rows, rows: rows.rows.toSpliced(at, 1) })}
        />
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<Plus aria-hidden size={14} />}
        disabled={desk.readOnly}
        onClick={() =>
          set({
            ...rows,
            rows: [
              ...rows.rows,
              {
                left: { kind: 'literal', value: '' },
                is: 'equals',
                right: { kind: 'literal', value: '' },
              },
            ],
          })
        }
      >
        {say('mapper.condition-add')}
      </Button>
    </div>
  );
}

interface ConditionRowProps {
  readonly row: Comparison;
  readonly at: number;
  readonly onChange: (row: Comparison) => void;
  readonly onRemove: () => void;
}

function ConditionRow({ row, at, onChange, onRemove }: ConditionRowProps) {
  const desk = useMappingDesk();
  const leftType: JsonSchema =
    row.left.kind === 'literal' ? {} : inferType(row.left, sourcesSeen(desk, []));
  const target = (side: 'left' | 'right', label: string): PickTarget => ({
    key: `condition-${at}-${side}`,
    label,
    schema: side === 'left' ? {} : leftType,
    scope: [],
    accept: (picked: Binding) => onChange({ ...row, [side]: picked }),
  });
  const offered = operatorsFor(leftType);
  const operators = offered.includes(row.is) ? offered : [row.is, ...offered];
  return (
    <div
      className={css.conditionRow}
      role="group"
      aria-label={`${say('mapper.condition-title')} ${at + 1}`}
    >
      <ConditionOperand
        label={say('mapper.condition-field')}
        binding={row.left}
        schema={{}}
        target={target('left', say('mapper.condition-field'))}
        onChange={(left) => onChange({ ...row, left })}
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
        onChange={(event) => {
          const is = event.currentTarget.value as Operator; // only operators are offered
          onChange({
            ...row,
            is,
            right: withoutRight.has(is) ? undefined : (row.right ?? { kind: 'literal', value: '' }),
          });
        }}
      />
      {!withoutRight.has(row.is) && (
        <ConditionOperand
          label={say('mapper.condition-value')}
          binding={row.right}
          schema={leftType}
          target={target('right', say('mapper.condition-value'))}
          onChange={(right) => onChange({ ...row, right })}
        />
      )}
      <ActionIcon
        aria-label={say('mapper.condition-remove')}
        disabled={desk.readOnly}
        onClick={onRemove}
      >
        <X aria-hidden size={14} />
      </ActionIcon>
    </div>
  );
}
