import { Button } from '@mantine/core';
import { Wand2 } from 'lucide-react';
import { useMemo } from 'react';
import type { JsonPath, JsonSchema } from '../../../shared/index.ts';
import { applyMatches, matchByName, type SourceType } from '../../../mapping/index.ts';
import { say } from '../../../words/index.ts';
import { useBindingAt, useMappingDesk } from '../mapping-desk.ts';
import { MatchPairs } from '../fields/match-pairs.tsx';
import { withDefs } from '../model/with-defs.ts';
import css from './list-card.module.css';

interface MatchWithinProps {
  /** The card's entry. */
  readonly path: JsonPath;
  readonly schema: JsonSchema;
  /** Where data may come from. */
  readonly types: readonly SourceType[];
  readonly onClose: () => void;
}

const whole: JsonPath = [];

/** "Match by name" for what a card makes of one entry. */
export function MatchWithin({ path, schema, types, onClose }: MatchWithinProps) {
  const desk = useMappingDesk();
  const existing = useBindingAt(path);
  const target = useMemo(() => withDefs(schema, desk.root), [schema, desk.root]);
  const matches = useMemo(
    () => matchByName(target, types, { existing }),
    [target, types, existing],
  );
  return (
    <MatchPairs
      target={target}
      group={whole}
      types={types}
      matches={matches}
      none={say('mapper.match-all-filled')}
      onClose={onClose}
      onUse={(chosen) => {
        onClose();
        desk.set(path, applyMatches(existing, chosen));
      }}
    />
  );
}

interface MatchProposalProps {
  readonly schema: JsonSchema;
  /** The entry that the card goes through. */
  readonly entry: SourceType;
  readonly onOpen: () => void;
}

/** A new card says how many of its fields the names could fill. */
export function MatchProposal({ schema, entry, onOpen }: MatchProposalProps) {
  const { root } = useMappingDesk();
  const count = useMemo(
    () => matchByName(withDefs(schema, root), [entry]).length,
    [schema, root, entry],
  );
  if (count === 0) return null;
  return (
    <div className={css.proposal}>
      <span>{say('lists.match-found', { count, list: entry.title })}</span>
      <Button
        size="compact-xs"
        variant="filled"
        leftSection={<Wand2 aria-hidden size={13} />}
        onClick={onOpen}
      >
        {say('lists.match-inside')}
      </Button>
    </div>
  );
}
