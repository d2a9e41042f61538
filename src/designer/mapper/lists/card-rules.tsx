import { ActionIcon, Button, NativeSelect, NumberInput } from '@mantine/core';
import { ArrowDownAZ, Filter, ListStart, X } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import type { JsonSchema } from '../../../shared/index.ts';
import type { ForEachPart, RefBinding } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { ConditionEditor } from '../condition-editor.tsx';
import { focusPart } from '../editor-focus.ts';
import { useMappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import { sortFields, titleOfSortPath } from './sort-fields.ts';
import css from './list-card.module.css';

interface CardRulesProps {
  /** Unique in the form. */
  readonly placeKey: string;
  readonly part: ForEachPart;
  /** The entry that the card goes through. */
  readonly entry: JsonSchema;
  /** Inside the card. */
  readonly scope: readonly ListScope[];
  readonly onChange: (part: ForEachPart) => void;
  /** Which entry is shown; stands before the buttons. */
  readonly stepper: ReactNode;
}

/** Which entries a card goes through, in which order, and how many of them. What is not said is a button to say it. */
export function CardRules({ placeKey, part, entry, scope, onChange, stepper }: CardRulesProps) {
  const desk = useMappingDesk();
  const [asksWhere, setAsksWhere] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const fields = sortFields(entry);
  const [first] = fields;
  const { where, sort, limit } = part;
  const by = (path: readonly string[]): RefBinding => ({
    kind: 'ref',
    from: `item:${part.name}`,
    path,
  });
  const isUnsaid = where === undefined && !asksWhere;
  const add = (rule: RuleName, next?: Partial<ForEachPart>) => {
    if (next === undefined) setAsksWhere(true);
    else onChange({ ...part, ...next });
    focusPart(frame, `[data-rule="${rule}"]`);
  };
  const remove = (rule: RuleName) => {
    if (rule === 'where') setAsksWhere(false);
    onChange(without(part, rule));
    focusPart(frame, `[data-adds="${rule}"]`);
  };
  const buttons = [
    isUnsaid && (
      <RuleButton
        key="where"
        adds="where"
        icon={<Filter aria-hidden size={13} />}
        onClick={() => add('where')}
      >
        {say('lists.add-where')}
      </RuleButton>
    ),
    sort === undefined && first !== undefined && (
      <RuleButton
        key="sort"
        adds="sort"
        icon={<ArrowDownAZ aria-hidden size={13} />}
        onClick={() => add('sort', { sort: { by: by(first.path), order: 'ascending' } })}
      >
        {say('lists.add-sort')}
      </RuleButton>
    ),
    limit === undefined && (
      <RuleButton
        key="limit"
        adds="limit"
        icon={<ListStart aria-hidden size={13} />}
        onClick={() => add('limit', { limit: 1 })}
      >
        {say('lists.add-limit')}
      </RuleButton>
    ),
  ].filter(Boolean);
  return (
    <div ref={frame} className={css.rules}>
      <div className={css.toolbar}>
        {stepper}
        {!desk.readOnly && buttons}
      </div>
      {!isUnsaid && (
        <Rule
          name="where"
          label={say('lists.where')}
          remove={say('lists.remove-where')}
          onRemove={remove}
        >
          <ConditionEditor
            placeKey={`${placeKey}#where`}
            label={say('lists.where')}
            whenNone={say('lists.where-none')}
            condition={where}
            scope={scope}
            onChange={(next) =>
              onChange(next === undefined ? without(part, 'where') : { ...part, where: next })
            }
          />
        </Rule>
      )}
      {sort !== undefined && (
        <Rule
          name="sort"
          label={say('lists.sort')}
          remove={say('lists.remove-sort')}
          onRemove={remove}
        >
          <div className={css.ruleRow}>
            <NativeSelect
              size="xs"
              aria-label={say('lists.sort-field')}
              disabled={desk.readOnly}
              data={sortChoices(fields, sort.by.kind === 'ref' ? sort.by.path : undefined)}
              value={sort.by.kind === 'ref' ? JSON.stringify(sort.by.path) : ''}
              onChange={(event) => {
                const chosen = fields.find(
                  ({ path }) => JSON.stringify(path) === event.currentTarget.value,
                );
                if (chosen !== undefined)
                  onChange({ ...part, sort: { ...sort, by: by(chosen.path) } });
              }}
            />
            <NativeSelect
              size="xs"
              aria-label={say('lists.sort-order')}
              disabled={desk.readOnly}
              data={(['ascending', 'descending'] as const).map((order) => ({
                value: order,
                label: say(`lists.sort-${order}`),
              }))}
              value={sort.order}
              onChange={(event) =>
                onChange({
                  ...part,
                  sort: {
                    ...sort,
                    order: event.currentTarget.value === 'descending' ? 'descending' : 'ascending',
                  },
                })
              }
            />
          </div>
        </Rule>
      )}
      {limit !== undefined && (
        <Rule
          name="limit"
          label={say('lists.limit')}
          remove={say('lists.remove-limit')}
          onRemove={remove}
        >
          <NumberInput
            key={limit}
            size="xs"
            w={90}
            aria-label={say('lists.limit')}
            min={0}
            allowDecimal={false}
            allowNegative={false}
            readOnly={desk.readOnly}
            defaultValue={limit}
            onBlur={(event) => {
              const typed = event.currentTarget.value.trim();
              const next = Number(typed);
              if (typed !== '' && Number.isInteger(next) && next !== limit)
                onChange({ ...part, limit: next });
            }}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        </Rule>
      )}
    </div>
  );
}

type RuleName = 'where' | 'sort' | 'limit';

interface RuleButtonProps {
  readonly adds: RuleName;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly children: string;
}

function RuleButton({ adds, icon, onClick, children }: RuleButtonProps) {
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={icon}
      data-adds={adds}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

interface RuleProps {
  readonly name: RuleName;
  readonly label: string;
  readonly remove: string;
  readonly onRemove: (rule: RuleName) => void;
  readonly children: ReactNode;
}

function Rule({ name, label, remove, onRemove, children }: RuleProps) {
  const { readOnly } = useMappingDesk();
  return (
    <div className={css.rule} role="group" aria-label={label} data-rule={name}>
      <span className={css.ruleLabel}>{label}</span>
      <div className={css.ruleBody}>{children}</div>
      <ActionIcon size="sm" aria-label={remove} disabled={readOnly} onClick={() => onRemove(name)}>
        <X aria-hidden size={14} />
      </ActionIcon>
    </div>
  );
}

/** The fields of the entry; a field that has gone stays in sight until another one is chosen. */
function sortChoices(
  fields: ReturnType<typeof sortFields>,
  now: readonly unknown[] | undefined,
): { value: string; label: string }[] {
  const choices = fields.map(({ path, title }) => ({
    value: JSON.stringify(path),
    label: title === '' ? say('lists.sort-itself') : title,
  }));
  const own = JSON.stringify(now ?? '');
  if (now === undefined) return [{ value: '', label: say('lists.sort-other') }, ...choices];
  return choices.some(({ value }) => value === own)
    ? choices
    : [{ value: own, label: say('lists.gone', { field: titleOfSortPath(now) }) }, ...choices];
}

function without<Key extends RuleName>(part: ForEachPart, key: Key): ForEachPart {
  const { [key]: _gone, ...rest } = part;
  return rest as ForEachPart; // only an optional key is taken away
}
