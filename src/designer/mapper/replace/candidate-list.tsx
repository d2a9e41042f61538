import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { say } from '../../../words/index.ts';
import css from './candidate-list.module.css';

/** One thing to choose. */
export interface Choosable {
  readonly key: string;
  /** Names on the way to it, its own last. */
  readonly titles: readonly string[];
  readonly source: string;
  readonly icon?: ReactNode;
  /** A second line: why it is proposed, what it holds now. */
  readonly about?: string | undefined;
}

export interface ChoosableGroup {
  readonly title: string;
  readonly items: readonly Choosable[];
}

interface CandidateListProps {
  readonly label: string;
  readonly groups: readonly ChoosableGroup[];
  readonly empty: string;
  readonly onChoose: (key: string) => void;
}

/** More than this is found by its name. */
const shownAtOnce = 60;

/** A list to choose from by name, by mouse and by keyboard: arrows move, Enter chooses, letters search. */
export function CandidateList({ label, groups, empty, onChoose }: CandidateListProps) {
  const id = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const shown = useMemo(() => found(groups, search), [groups, search]);
  const flat = shown.flatMap(({ items }) => items);
  const at = Math.min(active, flat.length - 1);
  const optionId = (key: string) => `${id}-${key}`;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      const next = (at + by + flat.length) % Math.max(1, flat.length);
      setActive(next);
      const key = flat[next]?.key;
      if (key !== undefined)
        document.getElementById(optionId(key))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = flat[at];
      if (chosen !== undefined) onChoose(chosen.key);
    }
  };

  return (
    <div className={css.list}>
      <TextInput
        size="xs"
        data-autofocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-options`}
        aria-activedescendant={flat[at] && optionId(flat[at].key)}
        autoComplete="off"
        placeholder={say('lists.search')}
        leftSection={<Search aria-hidden size={14} />}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {flat.length === 0 && (
        <p className={css.empty}>{search === '' ? empty : say('lists.search-none')}</p>
      )}
      <div id={`${id}-options`} role="listbox" aria-label={label} className={css.options}>
        {shown.map(({ title, items }) => (
          <div key={title} role="group" aria-label={title}>
            <p className={css.title} aria-hidden>
              {title}
            </p>
            {items.map((item) => (
              <div
                key={item.key}
                id={optionId(item.key)}
                role="option"
                aria-selected={flat[at] === item}
                className={css.option}
                data-active={flat[at] === item || undefined}
                onPointerMove={() => setActive(flat.indexOf(item))}
                onClick={() => onChoose(item.key)}
              >
                <span className={css.name}>
                  {item.icon}
                  {item.titles.length > 1 && (
                    <span className={css.way}>
                      {item.titles.slice(0, -1).map((name) => `${name} › `)}
                    </span>
                  )}
                  <span>{item.titles.at(-1)}</span>
                  <span className={css.source}>{item.source}</span>
                </span>
                {item.about !== undefined && <span className={css.about}>{item.about}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function found(groups: readonly ChoosableGroup[], search: string): readonly ChoosableGroup[] {
  const words = search.trim().toLocaleLowerCase('en');
  return groups
    .map((group) => ({
      ...group,
      items: group.items
        .filter(
          ({ titles, source }) =>
            words === '' ||
            [...titles, source].some((name) => name.toLocaleLowerCase('en').includes(words)),
        )
        .slice(0, shownAtOnce),
    }))
    .filter(({ items }) => items.length > 0);
}
