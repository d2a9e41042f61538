import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { say } from '../../../words/index.ts';
import { KindIcon, kindWord } from '../kind-icon.tsx';
import { valueOf } from '../model/data-tree.ts';
import { inWords } from '../value-words.ts';
import type { ListChoice } from '../model/insertion.ts';
import type { Suggestion } from './suggestions.ts';
import css from './suggestion-list.module.css';

interface SuggestionListProps {
  readonly id: string;
  /** What the list hangs below, in the window. */
  readonly below: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly locale: string;
  readonly suggestions: readonly Suggestion[];
  /** Set when the chosen data is a list and the field takes one value: which of it. */
  readonly choices: readonly ListChoice[] | undefined;
  readonly active: number;
  readonly onActive: (at: number) => void;
  readonly onChoose: (at: number) => void;
}

const firstEntry = () => 0;
const listHeight = 260;
const listWidth = 340;

/** Data offered at the caret. The focus stays in the text: arrows move, Enter takes, Escape closes. */
export function SuggestionList(props: SuggestionListProps) {
  const { id, below, locale, suggestions, choices, active, onActive, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const fitsBelow = below.bottom + listHeight + 8 < window.innerHeight;
  const left = Math.max(8, Math.min(below.left, window.innerWidth - listWidth - 8));
  const option = (at: number) => ({
    id: `${id}-${at}`,
    role: 'option',
    'aria-selected': at === active,
    className: css.option,
    onPointerMove: () => at !== active && onActive(at),
    // The text keeps the focus and its caret.
    onPointerDown: (event: React.PointerEvent) => event.preventDefault(),
    onMouseDown: (event: React.MouseEvent) => event.preventDefault(),
    onClick: () => onChoose(at),
  });
  return createPortal(
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={say(choices === undefined ? 'fill.suggest-label' : 'fill.suggest-which')}
      className={css.list}
      style={
        fitsBelow
          ? { left, top: below.bottom + 4 }
          : { left, bottom: window.innerHeight - below.top + 4 }
      }
    >
      {choices !== undefined
        ? choices.map((choice, at) => (
            <div key={choice} {...option(at)}>
              {say(`mapper.pill-${choice}`)}
            </div>
          ))
        : suggestions.map(({ node, source, from }, at) => (
            <div
              key={node.id}
              {...option(at)}
              aria-label={say('fill.suggest-row', {
                field: node.label,
                from,
                kind: kindWord(node.kind),
                value: inWords(valueOf(node, source.sample, firstEntry), locale),
              })}
            >
              <KindIcon kind={node.kind} />
              <span className={css.names}>
                <span className={css.name}>{node.label}</span>
                <span className={css.from}>{from}</span>
              </span>
              <span className={css.value}>
                {inWords(valueOf(node, source.sample, firstEntry), locale)}
              </span>
            </div>
          ))}
    </div>,
    document.body,
  );
}
