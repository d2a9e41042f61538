import { ActionIcon, Text, TextInput } from '@mantine/core';
import { Check, ChevronDown, Search } from 'lucide-react';
import { useId, useState } from 'react';
import { wordsOf } from '../../../shared/index.ts';
import { operationsToChoose, type Component, type Operation } from '../../../catalog/index.ts';
import { say } from '../../../words/index.ts';
import { EffectBadge } from './effect-badge.tsx';
import { Requirements } from './requirements.tsx';
import { inOrderFor } from './operation-order.ts';
import css from './operation-list.module.css';

/** From so many operations on, a person wants to type instead of read. */
const searchFrom = 7;

interface OperationListProps {
  readonly component: Component;
  /** The step starts the flow: what gives data comes first. Otherwise what does something with data. */
  readonly isFirst: boolean;
  readonly chosen: string;
  readonly disabled: boolean;
  readonly onChoose: (operation: Operation) => void;
}

/** Everything the component can do, what suits this place first. Each can be looked into before it is chosen. */
export function OperationList(props: OperationListProps) {
  const { component, isFirst, chosen, disabled, onChoose } = props;
  const [wanted, setWanted] = useState('');
  const ordered = inOrderFor(isFirst, operationsToChoose(component));
  const found = ordered.filter((operation) => matches(operation, wanted));
  const suggested = chosen === '' && ordered.length > 1 ? ordered[0]?.id : undefined;
  return (
    <div>
      {ordered.length >= searchFrom && (
        <TextInput
          mb={8}
          aria-label={say('inspector.operations-search')}
          placeholder={say('inspector.operations-search')}
          leftSection={<Search size={14} />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <ul className={css.list}>
        {found.map((operation) => (
          <Row
            key={operation.id}
            component={component}
            operation={operation}
            chosen={operation.id === chosen}
            suggested={operation.id === suggested}
            disabled={disabled}
            onChoose={() => onChoose(operation)}
          />
        ))}
      </ul>
      {found.length === 0 && (
        <Text size="sm" c="dimmed" py={8}>
          {say('inspector.nothing-found')}
        </Text>
      )}
    </div>
  );
}

interface RowProps {
  readonly component: Component;
  readonly operation: Operation;
  readonly chosen: boolean;
  readonly suggested: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

function Row({ component, operation, chosen, suggested, disabled, onChoose }: RowProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const title = wordsOf(operation.title);
  const peek = say('inspector.peek', { operation: title });
  return (
    <li className={css.item} data-chosen={chosen || undefined}>
      <div className={css.row}>
        <button
          type="button"
          className={css.choose}
          data-guide={`operation ${operation.id}`}
          aria-pressed={chosen}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-text`}
          disabled={disabled}
          onClick={onChoose}
        >
          <span className={css.tick} aria-hidden>
            {chosen && <Check size={12} strokeWidth={3} />}
          </span>
          <span className={css.words}>
            <span className={css.titleRow}>
              <span id={`${id}-title`} className={css.title}>
                {title}
              </span>
              <EffectBadge operation={operation} />
              {suggested && <span className={css.suggested}>{say('inspector.suggested')}</span>}
            </span>
            <span id={`${id}-text`} className={css.text}>
              {wordsOf(operation.description)}
            </span>
          </span>
        </button>
        {!chosen && (
          <ActionIcon
            aria-label={peek}
            title={peek}
            aria-expanded={open}
            className={css.peek}
            onClick={() => setOpen(!open)}
          >
            <ChevronDown size={16} data-open={open || undefined} className={css.chevron} />
          </ActionIcon>
        )}
      </div>
      {open && !chosen && (
        <div className={css.inside}>
          <Requirements component={component} operation={operation} />
        </div>
      )}
    </li>
  );
}

function matches(operation: Operation, wanted: string): boolean {
  const text = `${wordsOf(operation.title)} ${wordsOf(operation.description)}`.toLocaleLowerCase(
    'en',
  );
  return wanted
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((word) => text.includes(word));
}
