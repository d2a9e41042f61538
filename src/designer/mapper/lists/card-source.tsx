import { Button, Popover } from '@mantine/core';
import { ChevronDown, List, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { isJsonList, type JsonSchema } from '../../../shared/index.ts';
import type { Binding } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { ComponentIcon } from '../../ui/component-icon.tsx';
import { sourcesSeen, useMappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import { pillFacts } from '../pill-facts.ts';
import { CandidateList, type Choosable } from '../replace/candidate-list.tsx';
import { ReplacePanel } from '../replace/replace-panel.tsx';
import { useComponentOf } from '../use-component-of.ts';
import { listsInSight, type ListInSight } from './lists-in-sight.ts';
import { valueNow } from '../value-now.ts';
import css from './list-card.module.css';

interface CardSourceProps {
  readonly list: Binding;
  /** Around the card. */
  readonly scope: readonly ListScope[];
  readonly wantsGroups: boolean;
  readonly onChange: (list: Binding) => void;
}

/** The list that a card goes through, with all others in sight to choose from. */
export function CardSource({ list, scope, wantsGroups, onChange }: CardSourceProps) {
  const desk = useMappingDesk();
  const [isOpen, setIsOpen] = useState(false);
  const facts = pillFacts(list, sourcesSeen(desk, scope));
  const component = useComponentOf(facts.ref?.from);
  const name = facts.broken
    ? say('mapper.pill-broken', { field: facts.label })
    : say('mapper.pill-name', { field: facts.label, source: facts.source });
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={css.source}
          data-broken={facts.broken || undefined}
          aria-label={say('lists.source', { list: name })}
          title={name}
          disabled={desk.readOnly}
          onClick={() => setIsOpen(!isOpen)}
        >
          {facts.broken ? (
            <TriangleAlert aria-hidden size={13} />
          ) : component === undefined ? (
            <List aria-hidden size={13} />
          ) : (
            <ComponentIcon component={component} size={14} bare />
          )}
          <bdi>{facts.label}</bdi>
          <ChevronDown aria-hidden size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && facts.broken && facts.ref !== undefined && (
          <ReplacePanel
            old={facts.ref}
            label={facts.label}
            wanted={anyList}
            root={anyList}
            scope={scope}
            onReplace={(next) => {
              setIsOpen(false);
              onChange(list.kind === 'convert' ? { ...list, of: next } : next);
            }}
            onDone={() => setIsOpen(false)}
          />
        )}
        {isOpen && !facts.broken && (
          <ListChooser
            label={say('lists.choose-source')}
            scope={scope}
            wantsGroups={wantsGroups}
            onChoose={(chosen) => {
              setIsOpen(false);
              onChange(chosen.list);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

const anyList: JsonSchema = { type: 'array' };

interface AddCardProps {
  readonly id: string;
  readonly label: string;
  readonly scope: readonly ListScope[];
  readonly wantsGroups: boolean;
  readonly onChoose: (list: ListInSight) => void;
}

/** "For each entry of a list": one more card. */
export function AddCard({ id, label, scope, wantsGroups, onChoose }: AddCardProps) {
  const desk = useMappingDesk();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          id={id}
          size="compact-sm"
          variant="default"
          leftSection={<List aria-hidden size={14} />}
          aria-label={`${label}: ${say('lists.add-each')}`}
          disabled={desk.readOnly}
          onClick={() => setIsOpen(!isOpen)}
        >
          {say('lists.add-each')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && (
          <ListChooser
            label={say('lists.choose-source')}
            scope={scope}
            wantsGroups={wantsGroups}
            onChoose={(chosen) => {
              setIsOpen(false);
              onChoose(chosen);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

interface ListChooserProps {
  readonly label: string;
  readonly scope: readonly ListScope[];
  readonly wantsGroups: boolean;
  readonly onChoose: (list: ListInSight) => void;
}

function ListChooser({ label, scope, wantsGroups, onChoose }: ListChooserProps) {
  const desk = useMappingDesk();
  const found = useMemo(
    () => listsInSight(sourcesSeen(desk, scope), wantsGroups),
    [desk, scope, wantsGroups],
  );
  const shown = (one: ListInSight): Choosable => {
    const value = valueNow(one.list, desk, scope);
    return {
      key: one.key,
      titles: one.titles,
      source: one.source,
      about: isJsonList(value) ? say('mapper.entries', { count: value.length }) : undefined,
    };
  };
  return (
    <div className={css.chooser}>
      <CandidateList
        label={label}
        empty={say('lists.no-list')}
        groups={[
          { title: say('lists.lists-fitting'), items: found.filter(({ fits }) => fits).map(shown) },
          { title: say('lists.lists-other'), items: found.filter(({ fits }) => !fits).map(shown) },
        ]}
        onChoose={(key) => {
          const chosen = found.find((one) => one.key === key);
          if (chosen !== undefined) onChoose(chosen);
        }}
      />
    </div>
  );
}
