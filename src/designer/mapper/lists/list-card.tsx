import { ActionIcon, Menu } from '@mantine/core';
import {
  ArrowDown,
  ArrowUp,
  Boxes,
  ChevronDown,
  Ellipsis,
  Eraser,
  Trash2,
  Wand2,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { kindsOf, type JsonPath, type JsonSchema } from '../../../shared/index.ts';
import type { ForEachPart, ListPart } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { useFieldParts } from '../field-parts.ts';
import { targetKey, useDesk, useMappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import { CardRules } from './card-rules.tsx';
import { CardSource } from './card-source.tsx';
import { EntryMadeContext } from './entry-made.ts';
import { CardStepper } from './card-stepper.tsx';
import { MatchProposal, MatchWithin } from './match-within.tsx';
import { useCard } from './use-card.ts';
import css from './list-card.module.css';

interface ListCardProps {
  readonly part: ListPart;
  readonly path: JsonPath;
  readonly entry: JsonSchema;
  /** What one entry is called. */
  readonly label: string;
  readonly scope: readonly ListScope[];
  readonly onChange: (part: ListPart) => void;
  readonly onRemove: () => void;
  /** Undefined at the end of the row. */
  readonly onMoveUp: (() => void) | undefined;
  readonly onMoveDown: (() => void) | undefined;
}

/** One part of a list: an entry for each of another list's, or one fixed entry. */
export function ListCard(props: ListCardProps) {
  const { part } = props;
  return 'forEach' in part ? <EachCard {...props} part={part} /> : <FixedCard {...props} />;
}

function EachCard(props: ListCardProps & { readonly part: ForEachPart }) {
  const { part, path, entry, label, scope, onChange } = props;
  const desk = useMappingDesk();
  const card = useCard(part, path, scope);
  const isGroup = kindsOf(entry, desk.root).kinds.has('object');
  const entryType = card.type;
  const { title } = entryType;
  const [isMatching, setIsMatching] = useState(false);
  return (
    <Frame
      {...props}
      name={say('lists.card-name', { list: title, entry: label })}
      onMatch={isGroup ? () => setIsMatching(true) : undefined}
      head={
        <>
          <span>{say('lists.card-each')}</span>
          <CardSource
            list={part.forEach}
            scope={scope}
            wantsGroups={isGroup}
            onChange={(forEach) => onChange({ ...part, forEach })}
          />
          <span>{say('lists.card-makes', { entry: label })}</span>
        </>
      }
    >
      <CardRules
        placeKey={targetKey(path)}
        part={part}
        entry={card.type.schema}
        scope={card.scope}
        onChange={onChange}
        stepper={
          <CardStepper
            list={title}
            shown={card.shown}
            count={card.count}
            of={card.of}
            onShow={card.show}
          />
        }
      />
      {isGroup && isEmptyGroup(part) && !desk.readOnly && (
        <MatchProposal schema={entry} entry={entryType} onOpen={() => setIsMatching(true)} />
      )}
      <EntryMadeContext value={card.made}>
        <CardFields
          path={path}
          entry={entry}
          label={label}
          scope={card.scope}
          byField={isGroup && part.item.kind === 'object'}
        />
      </EntryMadeContext>
      {isMatching && (
        <MatchWithin
          path={path}
          schema={entry}
          types={[entryType]}
          onClose={() => setIsMatching(false)}
        />
      )}
    </Frame>
  );
}

function FixedCard(props: ListCardProps) {
  const { part, path, entry, label, scope } = props;
  const desk = useMappingDesk();
  const isGroup = kindsOf(entry, desk.root).kinds.has('object');
  const name = say('lists.fixed', { entry: label });
  return (
    <Frame {...props} name={name} onMatch={undefined} head={<span>{name}</span>}>
      <CardFields
        path={path}
        entry={entry}
        label={label}
        scope={scope}
        byField={isGroup && part.item.kind === 'object'}
      />
    </Frame>
  );
}

interface CardFieldsProps {
  readonly path: JsonPath;
  readonly entry: JsonSchema;
  readonly label: string;
  readonly scope: readonly ListScope[];
  /** Else the entry is one thing: a value, or a whole group from elsewhere. */
  readonly byField: boolean;
}

function CardFields({ path, entry, label, scope, byField }: CardFieldsProps) {
  const { FieldList, FieldRow } = useFieldParts();
  return byField ? (
    <FieldList path={path} schema={entry} scope={scope} />
  ) : (
    <FieldRow path={path} label={label} schema={entry} required={false} scope={scope} />
  );
}

interface FrameProps extends ListCardProps {
  readonly name: string;
  readonly head: ReactNode;
  readonly onMatch: (() => void) | undefined;
  readonly children: ReactNode;
}

/** The card around a part: it folds to a line that says how much is in it, moves and goes. */
function Frame({
  part,
  path,
  name,
  head,
  onMatch,
  onChange,
  onRemove,
  onMoveUp,
  onMoveDown,
  children,
}: FrameProps) {
  const { readOnly } = useMappingDesk();
  const [isOpen, setIsOpen] = useState(true);
  const problems = useDesk(
    (state) =>
      state.problems.all.filter((problem) => path.every((step, at) => problem.path[at] === step))
        .length,
  );
  const fields = part.item.kind === 'object' ? Object.keys(part.item.props).length : 1;
  return (
    <div className={css.card} role="group" aria-label={name} data-card={targetKey(path)}>
      <div className={css.head}>
        <button
          type="button"
          className={css.toggle}
          aria-expanded={isOpen}
          aria-label={say(isOpen ? 'lists.fold' : 'lists.unfold', { card: name })}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronDown aria-hidden size={14} className={css.turn} data-open={isOpen || undefined} />
        </button>
        <div className={css.sentence}>{head}</div>
        <Menu position="bottom-end" withinPortal disabled={readOnly}>
          <Menu.Target>
            <ActionIcon
              size="sm"
              aria-label={say('lists.more', { card: name })}
              disabled={readOnly}
            >
              <Ellipsis aria-hidden size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {onMatch !== undefined && (
              <Menu.Item leftSection={<Wand2 aria-hidden size={14} />} onClick={onMatch}>
                {say('lists.match-inside')}
              </Menu.Item>
            )}
            {'forEach' in part && (
              <Menu.Item
                leftSection={<Boxes aria-hidden size={14} />}
                onClick={() =>
                  onChange({ ...part, item: { kind: 'ref', from: `item:${part.name}`, path: [] } })
                }
              >
                {say('lists.use-entry')}
              </Menu.Item>
            )}
            {part.item.kind === 'object' && (
              <Menu.Item
                leftSection={<Eraser aria-hidden size={14} />}
                onClick={() => onChange({ ...part, item: { kind: 'object', props: {} } })}
              >
                {say('lists.clear')}
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item
              leftSection={<ArrowUp aria-hidden size={14} />}
              disabled={!onMoveUp}
              onClick={onMoveUp}
            >
              {say('lists.move-up')}
            </Menu.Item>
            <Menu.Item
              leftSection={<ArrowDown aria-hidden size={14} />}
              disabled={!onMoveDown}
              onClick={onMoveDown}
            >
              {say('lists.move-down')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<Trash2 aria-hidden size={14} />}
              onClick={onRemove}
            >
              {say('mapper.part-remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {isOpen ? (
        children
      ) : (
        <p className={css.summary} data-open-problems={problems > 0 || undefined}>
          {say('lists.summary', { count: fields })}
          {problems > 0 && ` · ${say('lists.summary-problems', { count: problems })}`}
        </p>
      )}
    </div>
  );
}

function isEmptyGroup({ item }: ForEachPart): boolean {
  return item.kind === 'object' && Object.keys(item.props).length === 0;
}
