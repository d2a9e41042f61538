import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Globe, Unlink, Workflow } from 'lucide-react';
import type { Flow } from '../../flow/index.ts';
import { say, sayWording, spokenLocale } from '../../words/index.ts';
import { credentialsQuery } from '../queries/credentials.ts';
import { placesQuery } from '../queries/places.ts';
import { useWorkbench } from '../state/workbench.ts';
import type { BindingRow } from '../../storage/contract.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { accountsFor } from './accounts-for.ts';
import { importFacts, type SlotInFile } from './import-facts.ts';
import { Part } from './part.tsx';
import { SlotLine } from './slot-line.tsx';
import { VersionTable } from './version-table.tsx';
import css from './import-dialog.module.css';

const shownSteps = 40;
const shownProblems = 20;

interface ReviewProps {
  readonly flow: Flow;
  /** Groups of the file that named steps which are not in it. */
  readonly mended: readonly string[];
  readonly isHere: (id: string) => boolean;
  /** The accounts that were chosen for what the file wants. */
  readonly chosen: readonly BindingRow[];
  readonly onChoose: (chosen: readonly BindingRow[]) => void;
}

/** What is in the file, where it can reach, what must be connected again. Nothing of it is asked or worked out. */
export function Review({ flow, mended, isHere, chosen, onChoose }: ReviewProps) {
  const { catalog } = useWorkbench();
  const places = useQuery(placesQuery).data ?? [];
  const accounts = useQuery(credentialsQuery).data ?? [];
  const facts = importFacts(flow, catalog, places);
  const isFor = (slot: SlotInFile) => (row: BindingRow) =>
    row.flow === slot.flow && row.slot === slot.id;
  function choose(slot: SlotInFile, credential: string) {
    const others = chosen.filter((row) => !isFor(slot)(row));
    onChoose([...others, { flow: slot.flow, slot: slot.id, credential }]);
  }
  return (
    <div className={css.review}>
      <Text fw={600} size="lg">
        <bdi>{flow.name}</bdi>
      </Text>
      {isHere(flow.id) && (
        <Text size="sm" c="var(--fb-amber)">
          {say('flows.import-exists')}
        </Text>
      )}
      {mended.length > 0 && (
        <Text size="sm" c="var(--fb-amber)">
          {say('flows.import-mended', {
            count: mended.length,
            groups: new Intl.ListFormat(spokenLocale()).format(
              mended.map((title) => say('flows.import-mended-group', { title })),
            ),
          })}
        </Text>
      )}
      <Part
        title={say('flows.import-steps')}
        count={facts.steps.length}
        shown={Math.min(shownSteps, facts.steps.length)}
      >
        {facts.steps.slice(0, shownSteps).map((step) => (
          <li key={step.id} className={css.line} data-drawn>
            <ComponentIcon component={step.component} size={20} />
            <bdi>{step.name}</bdi>
            <Text component="span" size="sm" c="dimmed">
              {step.words}
            </Text>
          </li>
        ))}
      </Part>
      {facts.called.length > 0 && (
        <Part title={say('flows.import-called')} count={facts.called.length}>
          {facts.called.map(({ id, name }) => (
            <li key={id} className={css.line} data-drawn>
              <Workflow size={15} aria-hidden />
              <bdi>{name}</bdi>
              <Text component="span" size="sm" c="dimmed">
                {say(isHere(id) ? 'flows.import-called-here' : 'flows.import-called-new')}
              </Text>
            </li>
          ))}
        </Part>
      )}
      <Part
        title={say('flows.import-services')}
        count={facts.services.length}
        none={say('flows.import-no-services')}
      >
        {facts.services.map((service) => (
          <li key={service} className={css.line} data-drawn>
            <Globe size={15} aria-hidden />
            {service}
          </li>
        ))}
      </Part>
      <Part
        title={say('flows.import-credentials')}
        count={facts.credentials.length}
        none={say('flows.import-no-credentials')}
      >
        {facts.credentials.map((slot) => (
          <SlotLine
            key={`${slot.flow}/${slot.id}`}
            slot={slot}
            accounts={accountsFor(slot, accounts)}
            chosen={chosen.find(isFor(slot))?.credential ?? ''}
            onChoose={(credential) => choose(slot, credential)}
          />
        ))}
      </Part>
      <VersionTable versions={facts.versions} />
      {facts.elsewhere.length > 0 && (
        <Part
          title={say('flows.import-elsewhere')}
          count={facts.elsewhere.length}
          shown={Math.min(shownProblems, facts.elsewhere.length)}
        >
          {facts.elsewhere.slice(0, shownProblems).map(({ step, at, ref }, line) => (
            <li key={line} className={css.line} data-drawn>
              <Unlink size={15} aria-hidden />
              <span>{[step, ...at].join(' › ')}</span>
              <Text component="span" size="sm" c="dimmed">
                {ref}
              </Text>
            </li>
          ))}
        </Part>
      )}
      <Part
        title={say('flows.import-problems')}
        count={facts.problems.length}
        shown={Math.min(shownProblems, facts.problems.length)}
        none={say('flows.import-no-problems')}
      >
        {facts.problems.slice(0, shownProblems).map((problem, at) => (
          <li key={at} className={css.line}>
            {sayWording(problem)}
          </li>
        ))}
      </Part>
      {facts.sampleRecords > 0 && (
        <Text size="sm" c="dimmed">
          {say('flows.import-samples', { count: facts.sampleRecords })}
        </Text>
      )}
      {facts.tests > 0 && (
        <Text size="sm" c="dimmed">
          {say('flows.import-tests', { count: facts.tests })}
        </Text>
      )}
    </div>
  );
}
