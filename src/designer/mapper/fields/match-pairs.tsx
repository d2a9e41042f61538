import { Badge, Button, Checkbox, Group, Modal, Skeleton, VisuallyHidden } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import {
  propertiesOf,
  schemaAt,
  titleOf,
  type JsonPath,
  type JsonSchema,
} from '../../../shared/index.ts';
import {
  typeAtPath,
  usedRefs,
  type Match,
  type Segment,
  type SourceType,
} from '../../../mapping/index.ts';
import { say, sayWording } from '../../../words/index.ts';
import { targetKey } from '../mapping-desk.ts';
import css from './match-dialog.module.css';

interface MatchPairsProps {
  /** What the pairs' targets lead into, and the group of it that is matched. */
  readonly target: JsonSchema;
  readonly group: JsonPath;
  readonly types: readonly SourceType[];
  /** Undefined while they are looked for. */
  readonly matches: readonly Match[] | undefined;
  readonly none: string;
  readonly onClose: () => void;
  readonly onUse: (chosen: readonly Match[]) => void;
  readonly children?: ReactNode;
}

/** Nobody reads more at once; those below are used all the same. */
const shownFirst = 100;

/** The proposed pairs with their reasons, to be taken or left one by one. */
export function MatchPairs(props: MatchPairsProps) {
  const { target, group, types, matches, none, onClose, onUse, children } = props;
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? matches : matches?.slice(0, shownFirst);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  // What is only perhaps right is proposed, and left for the person to say yes to.
  const isChosen = (match: Match) =>
    (match.confidence !== 'maybe') !== changed.has(targetKey(match.target));
  const chosen = matches?.filter(isChosen) ?? [];
  const toggle = (match: Match) => {
    const key = targetKey(match.target);
    setChanged(
      new Set(changed.has(key) ? [...changed].filter((other) => other !== key) : [...changed, key]),
    );
  };
  return (
    <Modal opened onClose={onClose} title={say('mapper.match-title')} size="lg">
      {children}
      {matches === undefined ? (
        <Waiting />
      ) : matches.length === 0 ? (
        <p className={css.quiet}>{none}</p>
      ) : (
        <>
          <p className={css.quiet}>
            {say('mapper.match-found', {
              found: matches.length,
              count: Math.max(matches.length, fieldsIn(target, group)),
            })}{' '}
            · {say('mapper.match-keeps')}
          </p>
          <ul className={css.matches}>
            {shown?.map((match) => (
              <li key={targetKey(match.target)}>
                <Checkbox
                  checked={isChosen(match)}
                  onChange={() => toggle(match)}
                  label={<MatchWords match={match} target={target} types={types} />}
                />
              </li>
            ))}
          </ul>
          {shown !== undefined && shown.length < matches.length && (
            <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setShowsAll(true)}>
              {say('mapper.match-more', { count: matches.length - shown.length })}
            </Button>
          )}
        </>
      )}
      <Group justify="flex-end" mt={16}>
        <Button variant="default" onClick={onClose}>
          {say('mapper.cancel')}
        </Button>
        {matches !== undefined && matches.length > 0 && (
          <Button
            data-autofocus
            data-guide="use-matches"
            disabled={chosen.length === 0}
            onClick={() => onUse(chosen)}
          >
            {say('mapper.match-apply', { count: chosen.length })}
          </Button>
        )}
      </Group>
    </Modal>
  );
}

function Waiting() {
  return (
    <div className={css.matches} role="status">
      <VisuallyHidden>{say('mapper.match-looking')}</VisuallyHidden>
      <Skeleton height={34} />
      <Skeleton height={34} />
      <Skeleton height={34} />
    </div>
  );
}

function fieldsIn(target: JsonSchema, group: JsonPath): number {
  return Object.keys(propertiesOf(schemaAt(target, group) ?? target, target)).length;
}

const tones = { sure: 'green', likely: 'accent', maybe: 'amber' } as const;

interface MatchWordsProps {
  readonly match: Match;
  readonly target: JsonSchema;
  readonly types: readonly SourceType[];
}

function MatchWords({ match, target, types }: MatchWordsProps) {
  const source = types.find(({ from }) => from === match.from);
  const titles = pathsOf(match).flatMap((path) => {
    const found = source && typeAtPath(source, path);
    return found?.ok === true ? [found.title] : [];
  });
  const from = [source?.title, titles.join(' + ')].filter(Boolean).join(' › ');
  const field = match.target
    .map((step, at) => titleOf(schemaAt(target, match.target.slice(0, at + 1)), String(step)))
    .join(' › ');
  return (
    <span className={css.match}>
      <span>
        <strong>{field}</strong> ← {from}
        <Badge
          size="xs"
          ml={8}
          variant="light"
          c={`var(--fb-${tones[match.confidence]})`}
          bg={`var(--fb-${tones[match.confidence]}-soft)`}
        >
          {say(`mapper.match-${match.confidence}`)}
        </Badge>
      </span>
      <span className={css.quiet}>{sayWording(match.reason)}</span>
    </span>
  );
}

/** What is read: one field, or all that are joined. */
function pathsOf({ binding, sourcePath }: Match): readonly (readonly Segment[])[] {
  return binding.kind === 'text' ? usedRefs(binding).map(({ ref }) => ref.path) : [sourcePath];
}
