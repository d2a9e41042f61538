import { choiceTitle } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { KindIcon, kindWord } from '../kind-icon.tsx';
import { valueOf } from '../model/data-tree.ts';
import { inWords } from '../value-words.ts';
import type { ListChoice } from '../model/insertion.ts';
import { PopList } from './pop-list.tsx';
import type { Suggestion } from './suggestions.ts';
import css from './pop-list.module.css';

interface SuggestionListProps {
  readonly id: string;
  readonly below: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly locale: string;
  readonly suggestions: readonly Suggestion[];
  /** Set when the chosen data is a list and the field takes one value: which of it. */
  readonly choices?: readonly ListChoice[] | undefined;
  readonly active: number;
  readonly onActive: (at: number) => void;
  readonly onChoose: (at: number) => void;
}

/** Data offered while its name is typed, with its value in the current sample. */
export function SuggestionList({ locale, suggestions, choices, ...list }: SuggestionListProps) {
  if (choices !== undefined)
    return (
      <PopList
        {...list}
        label={say('fill.suggest-which')}
        count={choices.length}
        keyOf={(at) => choices[at] ?? ''}
      >
        {(at) => say(`mapper.pill-${choices[at] ?? 'first'}`)}
      </PopList>
    );
  return (
    <PopList
      {...list}
      label={say('fill.suggest-label')}
      count={suggestions.length}
      keyOf={(at) => suggestions[at]?.node.id ?? ''}
      nameOf={(at) => nameOf(suggestions[at], locale)}
    >
      {(at) => <SuggestionRow suggestion={suggestions[at]} locale={locale} />}
    </PopList>
  );
}

function nameOf(suggestion: Suggestion | undefined, locale: string): string {
  if (suggestion === undefined) return '';
  const { node, from } = suggestion;
  return say('fill.suggest-row', {
    field: node.label,
    from,
    kind: kindWord(node.kind),
    value: valueWords(suggestion, locale),
  });
}

export function SuggestionRow({
  suggestion,
  locale,
}: {
  readonly suggestion: Suggestion | undefined;
  readonly locale: string;
}) {
  if (suggestion === undefined) return null;
  const { node, from } = suggestion;
  return (
    <>
      <KindIcon kind={node.kind} />
      <span className={css.names}>
        <span className={css.name}>{node.label}</span>
        <span className={css.from}>{from}</span>
      </span>
      <span className={css.value}>{valueWords(suggestion, locale)}</span>
    </>
  );
}

/** Its value in the current sample; of a list's inside, in the first entry. */
function valueWords({ node, source }: Suggestion, locale: string): string {
  const found = valueOf(node, source.sample, () => 0);
  return choiceTitle(found, node.schema, source.type.schema) ?? inWords(found, locale);
}
