import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { ListPlus, Plus, X } from 'lucide-react';
import { useRef } from 'react';
import type { JsonSchema } from '../../shared/index.ts';
import { isNothing, type Binding, type Condition } from '../../mapping/index.ts';
import { say } from '../../words/index.ts';
import { ConditionRow } from './condition-row.tsx';
import { focusPart } from './editor-focus.ts';
import { sourcesSeen, useMappingDesk } from './mapping-desk.ts';
import { lookingAt } from './model/looking-at.ts';
import type { ListScope } from './model/scope.ts';
import {
  conditionOf,
  groupOf,
  isComparison,
  type ConditionGroup as Group,
  type Join,
} from './model/condition-tree.ts';
import { emptyRow } from './modes/mode.ts';
import { forgetModesBelow } from './modes/mode-store.ts';
import { memoryKey } from './modes/use-modes.ts';
import { usePickTarget } from './pick-target.ts';
import css from './condition.module.css';

interface ConditionGroupProps {
  readonly placeKey: string;
  readonly label: string;
  readonly group: Group;
  readonly scope: readonly ListScope[];
  /** How many groups are around it. */
  readonly depth: number;
  readonly onChange: (group: Group) => void;
  readonly onRemove?: () => void;
}

const joins: readonly Join[] = ['all', 'any', 'none', 'not-all'];
/** Deeper than this nobody follows; what came from elsewhere is shown all the same. */
const deepest = 4;

/** Lines and groups that hang together by "all", "any", "none" or "not all". */
export function ConditionGroup(props: ConditionGroupProps) {
  const { placeKey, label, group, scope, depth, onChange, onRemove } = props;
  const desk = useMappingDesk();
  const { rows } = group;
  const frame = useRef<HTMLDivElement>(null);
  const focusLine = (number: number) =>
    focusPart(frame, number === 0 ? ':scope > [data-adds]' : `:scope > [data-line="${number}"]`);
  const setRow = (at: number, row: Condition) => onChange({ ...group, rows: rows.with(at, row) });
  const removeRow = (at: number) => {
    forgetModesBelow(memoryKey(desk.stepId, desk.slot, placeKey));
    onChange({ ...group, rows: rows.toSpliced(at, 1) });
    focusLine(Math.min(at + 1, rows.length - 1));
  };
  const add = (row: Condition) => {
    onChange({ ...group, rows: [...rows, row] });
    focusLine(rows.length + 1);
  };
  return (
    <div ref={frame} className={css.group} data-inside={depth > 0 || undefined}>
      {(rows.length > 1 || depth > 0 || group.join !== 'all') && (
        <div className={css.groupHead}>
          <NativeSelect
            size="xs"
            aria-label={say('fill.join-label')}
            disabled={desk.readOnly}
            data={joins.map((join) => ({ value: join, label: say(`fill.join-${join}`) }))}
            value={group.join}
            onChange={(event) => onChange({ ...group, join: event.currentTarget.value as Join })} // only joins are offered
          />
          {onRemove !== undefined && (
            <ActionIcon
              size="sm"
              ml="auto"
              aria-label={say('fill.condition-remove-group', { row: label })}
              disabled={desk.readOnly}
              onClick={onRemove}
            >
              <X aria-hidden size={14} />
            </ActionIcon>
          )}
        </div>
      )}
      {rows.map((row, at) => {
        // A line's place is who it is.
        const shared = { placeKey: `${placeKey}#${at}`, scope };
        return isComparison(row) ? (
          <ConditionRow
            key={at}
            {...shared}
            number={at + 1}
            row={row}
            onChange={(next) => setRow(at, next)}
            onRemove={() => removeRow(at)}
          />
        ) : (
          <div
            key={at}
            role="group"
            aria-label={say('fill.condition-group', { row: at + 1 })}
            data-line={at + 1}
          >
            <ConditionGroup
              {...shared}
              label={String(at + 1)}
              group={groupOf(row)}
              depth={depth + 1}
              onChange={(next) => {
                const inner = conditionOf(next);
                if (inner === undefined) removeRow(at);
                else setRow(at, inner);
              }}
              onRemove={() => removeRow(at)}
            />
          </div>
        );
      })}
      {rows.length === 0 && !desk.readOnly && (
        <TakesFirst
          placeKey={`${placeKey}#first`}
          scope={scope}
          onTake={(left) => add(lookingAt(emptyRow, left, sourcesSeen(desk, scope)))}
        />
      )}
      {!desk.readOnly && (
        <div className={css.actions} data-adds>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Plus aria-hidden size={14} />}
            onClick={() => add(emptyRow)}
          >
            {say(rows.length === 0 ? 'fill.condition-first' : 'fill.condition-add')}
          </Button>
          {depth < deepest && rows.some((row) => !isComparison(row) || !isNothing(row.left)) && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<ListPlus aria-hidden size={14} />}
              onClick={() => add(group.join === 'any' ? { all: [emptyRow] } : { any: [emptyRow] })}
            >
              {say('fill.condition-add-group')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

const anything: JsonSchema = {};

interface TakesFirstProps {
  readonly placeKey: string;
  readonly scope: readonly ListScope[];
  readonly onTake: (left: Binding) => void;
}

/** Where there is no line yet, data that is picked or dropped begins one. */
function TakesFirst({ placeKey: key, scope, onTake }: TakesFirstProps) {
  usePickTarget({ key, label: say('fill.condition-new'), schema: anything, scope }, onTake);
  return (
    <p className={css.takesFirst} data-drop={key}>
      {say('fill.condition-pick')}
    </p>
  );
}
