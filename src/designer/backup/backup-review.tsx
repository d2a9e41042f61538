import { Checkbox, Text } from '@mantine/core';
import { say } from '../../words/index.ts';
import type { Backup } from '../storage/backup/backup-file.ts';
import type { RestoreOptions, Standing } from '../storage/backup/restore-backup.ts';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { toFullTime } from '../ui/relative-time.ts';
import css from './backup.module.css';

export type RestoreChoice = Pick<RestoreOptions, 'others' | 'withRuns'>;

const shown = 60;

interface BackupReviewProps {
  readonly backup: Backup;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly choice: RestoreChoice;
  readonly onChoose: (choice: RestoreChoice) => void;
}

/** What is in the file, and how it stands to what is here. */
export function BackupReview({ backup, standings, choice, onChoose }: BackupReviewProps) {
  const { flows, runs, savedAt } = backup;
  const standingOf = (id: string): Standing => standings.get(id) ?? 'new';
  const hasOthers = [...standings.values()].includes('other');
  return (
    <>
      <div className={css.review} tabIndex={0} role="group" aria-label={say('workspace.flows')}>
        <Text size="sm">{say('workspace.made-at', { when: toFullTime(savedAt) })}</Text>
        <section>
          <h3 className={css.heading}>{say('workspace.flows')}</h3>
          <ul className={css.list}>
            {flows.slice(0, shown).map(({ flow }) => (
              <li key={flow.id} className={css.line}>
                <bdi>{flow.name}</bdi>
                <Standing of={standingOf(flow.id)} />
              </li>
            ))}
          </ul>
          {flows.length === 0 && <Text size="sm">{say('workspace.no-flows')}</Text>}
          {flows.length > shown && (
            <Text size="sm" c="dimmed">
              {say('workspace.flows-more', { count: flows.length - shown })}
            </Text>
          )}
        </section>
        <Beside backup={backup} />
      </div>
      {hasOthers && (
        <ChoiceCards
          legend={say('workspace.others')}
          value={choice.others}
          choices={[
            {
              value: 'both',
              title: say('workspace.others-both'),
              help: say('workspace.others-both-text'),
            },
            {
              value: 'replace',
              title: say('workspace.others-replace'),
              help: say('workspace.others-replace-text'),
            },
          ]}
          onChoose={(others) => onChoose({ ...choice, others })}
        />
      )}
      {runs.length > 0 && (
        <Checkbox
          checked={choice.withRuns}
          onChange={(event) => onChoose({ ...choice, withRuns: event.currentTarget.checked })}
          label={say('workspace.restore-runs', { count: runs.length })}
        />
      )}
    </>
  );
}

function Standing({ of }: { readonly of: Standing }) {
  return (
    <span className={css.standing} data-standing={of}>
      {say(`workspace.flow-${of}`)}
    </span>
  );
}

function Beside({ backup: { flows, samples, accounts } }: { readonly backup: Backup }) {
  const sum = (of: (stored: Backup['flows'][number]) => number): number =>
    flows.reduce((total, stored) => total + of(stored), 0);
  const facts = [
    ['workspace.has-checkpoints', sum(({ checkpoints }) => checkpoints.length)],
    ['workspace.has-tests', sum(({ tests }) => tests.length)],
    ['workspace.has-samples', samples.length],
    ['workspace.has-accounts', accounts.length],
  ] as const;
  const present = facts.filter(([, count]) => count > 0);
  if (present.length === 0) return null;
  return (
    <section>
      <h3 className={css.heading}>{say('workspace.beside')}</h3>
      <ul className={css.list}>
        {present.map(([code, count]) => (
          <li key={code} className={css.line}>
            {say(code, { count })}
          </li>
        ))}
      </ul>
    </section>
  );
}
