import { Badge, Button, Checkbox, Group, Modal, NativeSelect, Skeleton } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { kindsOf, propertiesOf, schemaAt, titleOf, type JsonPath } from '../../../shared/index.ts';
import { applyMatches, typeAtPath, type Match } from '../../../mapping/index.ts';
import { say, sayWording } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { targetKey, useDesk, useMappingDesk } from '../mapping-desk.ts';
import { fieldsOf } from './fields-of.ts';
import css from './match-dialog.module.css';

interface MatchDialogProps {
  /** The group whose fields are matched; `[]` is the whole form. */
  readonly group: JsonPath;
}

/** Nobody reads more at once; those below are used all the same. */
const shownFirst = 100;

/** "Match by name": the proposed pairs with their reasons. One press applies the chosen ones, one undo takes them back. */
export function MatchDialog({ group }: MatchDialogProps) {
  const { document } = useWorkbench();
  const desk = useMappingDesk();
  const binding = useDesk((state) => state.binding);
  const close = () => desk.store.setState({ matching: undefined });
  const all = useMatches();
  const matches = all?.filter(({ target }) => group.every((step, at) => target[at] === step));
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? matches : matches?.slice(0, shownFirst);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  // What is only perhaps right is proposed, and left for the person to say yes to.
  const isChosen = ({ target, confidence }: Match) =>
    (confidence !== 'maybe') !== changed.has(targetKey(target));
  const chosen = matches?.filter(isChosen) ?? [];
  const toggle = ({ target }: Match) => {
    const key = targetKey(target);
    setChanged(
      new Set(changed.has(key) ? [...changed].filter((other) => other !== key) : [...changed, key]),
    );
  };
  const use = () => {
    close();
    document.apply({
      type: 'batch',
      label: 'match-by-name',
      params: { step: desk.store.getState().step?.name ?? '' },
      operations: [
        {
          type: 'step.set-slot',
          step: desk.stepId,
          slot: desk.slot,
          content: applyMatches(binding, chosen),
        },
      ],
    });
  };
  return (
    <Modal opened onClose={close} title={say('mapper.match-title')} size="lg">
      <GroupChoice group={group} />
      {matches === undefined ? (
        <Waiting />
      ) : matches.length === 0 ? (
        <p className={css.quiet}>
          {say(binding === undefined ? 'mapper.match-none' : 'mapper.match-all-filled')}
        </p>
      ) : (
        <>
          <p className={css.quiet}>
            <Found matches={matches} group={group} /> · {say('mapper.match-keeps')}
          </p>
          <ul className={css.matches}>
            {shown?.map((match) => (
              <li key={targetKey(match.target)}>
                <Checkbox
                  checked={isChosen(match)}
                  onChange={() => toggle(match)}
                  label={<MatchWords match={match} />}
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
        <Button variant="default" onClick={close}>
          {say('mapper.cancel')}
        </Button>
        {matches !== undefined && matches.length > 0 && (
          <Button data-autofocus disabled={chosen.length === 0} onClick={use}>
            {say('mapper.match-apply', { count: chosen.length })}
          </Button>
        )}
      </Group>
    </Modal>
  );
}

/** Found off this thread: a form of 1,000 fields takes its time. */
function useMatches(): readonly Match[] | undefined {
  const { preview } = useWorkbench();
  const { root, store } = useMappingDesk();
  const [matches, setMatches] = useState<readonly Match[] | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    const { types, binding } = store.getState();
    void preview.match(root, types, binding).then((found) => {
      if (isWanted) setMatches(found);
    });
    return () => {
      isWanted = false;
    };
  }, [preview, root, store]);
  return matches;
}

function Waiting() {
  return (
    <div className={css.matches} aria-label={say('mapper.match-looking')}>
      <Skeleton height={34} />
      <Skeleton height={34} />
      <Skeleton height={34} />
    </div>
  );
}

/** The whole form, or one of its groups. */
function GroupChoice({ group }: MatchDialogProps) {
  const { root, store } = useMappingDesk();
  const groups = useMemo(
    () =>
      fieldsOf([], root, root).filter(({ schema }) => kindsOf(schema, root).kinds.has('object')),
    [root],
  );
  if (groups.length === 0) return null;
  return (
    <NativeSelect
      size="xs"
      mb={12}
      label={say('mapper.match-where')}
      data={[
        { value: '[]', label: say('mapper.match-whole') },
        ...groups.map(({ key, label }) => ({ value: key, label })),
      ]}
      value={targetKey(group)}
      onChange={(event) =>
        store.setState({ matching: JSON.parse(event.currentTarget.value) as JsonPath })
      } // `targetKey` wrote it
    />
  );
}

function Found({ matches, group }: MatchDialogProps & { readonly matches: readonly Match[] }) {
  const { root } = useMappingDesk();
  const schema = schemaAt(root, group) ?? root;
  const count = Math.max(matches.length, Object.keys(propertiesOf(schema, root)).length);
  return say('mapper.match-found', { found: matches.length, count });
}

const tones = { sure: 'green', likely: 'accent', maybe: 'amber' } as const;

function MatchWords({ match }: { readonly match: Match }) {
  const desk = useMappingDesk();
  const source = desk.sources.find(({ type }) => type.from === match.from)?.type;
  const found = source && typeAtPath(source, match.sourcePath);
  const from = [source?.title, found?.ok === true ? found.title : undefined]
    .filter(Boolean)
    .join(' › ');
  const field = match.target
    .map((step, at) => titleOf(schemaAt(desk.root, match.target.slice(0, at + 1)), String(step)))
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
