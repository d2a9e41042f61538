import { Badge, Button, Checkbox, Group, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { propertiesOf, schemaAt, titleOf } from '../../shared/index.ts';
import {
  applyMatches,
  matchByName,
  typeAtPath,
  type Binding,
  type Match,
} from '../../mapping/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { targetKey, useDesk, useMappingDesk } from './mapping-desk.ts';
import css from './mapper.module.css';

interface MatchDialogProps {
  readonly onClose: () => void;
  readonly onUse: (binding: Binding | undefined) => void;
}

/** "Match all by name": the proposed pairs with their reasons. One press applies the chosen ones, one undo takes them back. */
export function MatchDialog({ onClose, onUse }: MatchDialogProps) {
  const desk = useMappingDesk();
  const binding = useDesk((state) => state.binding);
  const matches = useMemo(
    () =>
      matchByName(
        desk.root,
        desk.sources.map(({ type }) => type),
        { existing: binding },
      ),
    [desk.root, desk.sources, binding],
  );
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        matches
          .filter(({ confidence }) => confidence === 'maybe')
          .map(({ target }) => targetKey(target)),
      ),
  );
  const chosen = matches.filter(({ target }) => !skipped.has(targetKey(target)));
  const toggle = (match: Match) => {
    const key = targetKey(match.target);
    setSkipped(
      new Set(skipped.has(key) ? [...skipped].filter((other) => other !== key) : [...skipped, key]),
    );
  };
  const count = Object.keys(propertiesOf(desk.root, desk.root)).length;
  return (
    <Modal opened onClose={onClose} title={say('mapper.match-title')} size="lg">
      {matches.length === 0 ? (
        <p className={css.quiet}>
          {say(binding === undefined ? 'mapper.match-none' : 'mapper.match-all-filled')}
        </p>
      ) : (
        <>
          <p className={css.quiet}>
            {say('mapper.match-found', { found: matches.length, count })} ·{' '}
            {say('mapper.match-keeps')}
          </p>
          <ul className={css.matches}>
            {matches.map((match) => (
              <li key={targetKey(match.target)}>
                <Checkbox
                  checked={!skipped.has(targetKey(match.target))}
                  onChange={() => toggle(match)}
                  label={<MatchWords match={match} />}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Group justify="flex-end" mt={16}>
        <Button variant="default" onClick={onClose}>
          {say('mapper.cancel')}
        </Button>
        {matches.length > 0 && (
          <Button
            data-autofocus
            disabled={chosen.length === 0}
            onClick={() => onUse(applyMatches(binding, chosen))}
          >
            {say('mapper.match-apply', { count: chosen.length })}
          </Button>
        )}
      </Group>
    </Modal>
  );
}

const tones = { sure: 'green', likely: 'accent', maybe: 'amber' } as const;

function MatchWords({ match }: { readonly match: Match }) {
  const desk = useMappingDesk();
  const source = desk.sources.find(({ type }) => type.from === match.from)?.type;
  const found = source && typeAtPath(source, match.sourcePath);
  const name = match.target.at(-1);
  const field = titleOf(schemaAt(desk.root, match.target), typeof name === 'string' ? name : '');
  const from = [source?.title, found?.ok === true ? found.title : undefined]
    .filter(Boolean)
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
