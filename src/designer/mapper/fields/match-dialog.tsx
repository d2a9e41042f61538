import { NativeSelect } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { kindsOf, type JsonPath } from '../../../shared/index.ts';
import { applyMatches, type Match } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { targetKey, useDesk, useMappingDesk } from '../mapping-desk.ts';
import { fieldsOf } from './fields-of.ts';
import { MatchPairs } from './match-pairs.tsx';

interface MatchDialogProps {
  /** The group whose fields are matched; `[]` is the whole form. */
  readonly group: JsonPath;
}

/** "Match by name": the proposed pairs with their reasons. One press applies the chosen ones, one undo takes them back. */
export function MatchDialog({ group }: MatchDialogProps) {
  const { document } = useWorkbench();
  const desk = useMappingDesk();
  const binding = useDesk((state) => state.binding);
  const types = useDesk((state) => state.types);
  const close = () => desk.store.setState({ matching: undefined });
  const { found, isGivenUp } = useMatches();
  const matches = found?.filter(({ target }) => group.every((step, at) => target[at] === step));
  return (
    <MatchPairs
      target={desk.root}
      group={group}
      types={types}
      matches={matches}
      none={say(
        isGivenUp
          ? 'mapper.match-slow'
          : binding === undefined
            ? 'mapper.match-none'
            : 'mapper.match-all-filled',
      )}
      onClose={close}
      onUse={(chosen) => {
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
      }}
    >
      <GroupChoice group={group} />
    </MatchPairs>
  );
}

/** Found off this thread: a form of 1,000 fields takes its time. */
function useMatches(): { found: readonly Match[] | undefined; isGivenUp: boolean } {
  const { preview } = useWorkbench();
  const { root, store } = useMappingDesk();
  const [found, setFound] = useState<readonly Match[] | undefined>(undefined);
  const [isGivenUp, setGivenUp] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const { types, binding } = store.getState();
    void preview.match(root, types, binding).then((matches) => {
      if (!isWanted) return;
      setFound(matches ?? []);
      setGivenUp(matches === undefined);
    });
    return () => {
      isWanted = false;
    };
  }, [preview, root, store]);
  return { found, isGivenUp };
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
