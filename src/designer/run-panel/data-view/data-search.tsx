import { ActionIcon, Tooltip } from '@mantine/core';
import { Search, X } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Json } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { searchIn, type FoundData } from './search-data.ts';
import css from './data-view.module.css';

export interface DataSearch {
  readonly words: string | undefined;
  readonly setWords: (words: string | undefined) => void;
  /** What is left of the data; undefined while nothing is looked for. */
  readonly found: FoundData | undefined;
}

/** Typing never waits for the search: it comes after what was typed is drawn. */
export function useDataSearch(value: Json | undefined): DataSearch {
  const [words, setWords] = useState<string | undefined>();
  const wanted = useDeferredValue(words ?? '').trim();
  const search = useMemo(() => (value === undefined ? undefined : searchIn(value)), [value]);
  const found = useMemo(() => (wanted === '' ? undefined : search?.(wanted)), [search, wanted]);
  return { words, setWords, found };
}

/** A glass that opens to a line to type in, with how much was found. */
export function DataSearchBox({
  search: { words, setWords, found },
  label,
}: {
  readonly search: DataSearch;
  readonly label: string;
}) {
  const name = `${say('run-panel.search')}: ${label}`;
  const glass = useRef<HTMLButtonElement>(null);
  const end = () => {
    flushSync(() => setWords(undefined));
    glass.current?.focus();
  };
  if (words === undefined)
    return (
      <Tooltip label={say('run-panel.search')}>
        <ActionIcon ref={glass} size="sm" aria-label={name} onClick={() => setWords('')}>
          <Search size={14} />
        </ActionIcon>
      </Tooltip>
    );
  return (
    <span className={css.searchBox}>
      <input
        className={css.searchInput}
        type="search"
        aria-label={name}
        placeholder={say('run-panel.search')}
        ref={focusAtOnce}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          end();
        }}
      />
      {found !== undefined && (
        <span className={css.quiet} role="status">
          {say('run-panel.found', { count: found.count })}
        </span>
      )}
      <ActionIcon size="sm" aria-label={say('run-panel.search-end')} onClick={end}>
        <X size={14} />
      </ActionIcon>
    </span>
  );
}

/** It was opened to type in. One function for all drawings: the focus is given once. */
function focusAtOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
