import { Alert, Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, FileWarning, Globe, KeyRound, Upload, Workflow } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Flow, FlowFileProblem } from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { newFlowId, useFlowActions } from '../effects/use-flow-actions.ts';
import { useFlows } from '../queries/flows.ts';
import { placesQuery } from '../queries/places.ts';
import { WithQueries } from '../queries/with-queries.tsx';
import { useWorkbench } from '../state/workbench.ts';
import { isTest, keepContents, keepTest, testsIn } from '../../storage/contract.ts';
import { database } from '../storage/open-database.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { importFacts } from './import-facts.ts';
import { readFlowFile } from './read-flow-file.ts';
import css from './import-dialog.module.css';

interface ImportDialogProps {
  /** A file that was dropped; without one the person chooses. */
  readonly file?: File;
  readonly onClose: () => void;
}

type Read =
  | { readonly name: string; readonly flow: Flow }
  | { readonly name: string; readonly why: FlowFileProblem };

/** Import is a review: what is in the file, where it can reach, what must be connected again; then one press. */
export function ImportDialog(props: ImportDialogProps) {
  return (
    <WithQueries>
      <Importing {...props} />
    </WithQueries>
  );
}

function Importing({ file, onClose }: ImportDialogProps) {
  const [read, setRead] = useState<Read>();
  const flow = read !== undefined && 'flow' in read ? read.flow : undefined;
  const actions = useFlowActions();
  const stored = useFlows();
  const isHere = (wanted: string): boolean =>
    stored.kind === 'ready' && stored.flows.some(({ id }) => id === wanted);
  const exists = flow !== undefined && isHere(flow.id);

  async function look(chosen: File) {
    const result = await readFlowFile(chosen);
    setRead(
      result.ok
        ? { name: chosen.name, flow: result.value }
        : { name: chosen.name, why: result.reason },
    );
  }
  useEffect(() => {
    if (file !== undefined) void look(file);
  }, [file]);

  async function accept(accepted: Flow) {
    const { sampleContents, calledFlows = [], ...rest } = accepted;
    await keepContents(database, sampleContents ?? {}, Date.now()).catch(() => undefined); // saving the flow says why
    const named = exists
      ? { ...rest, id: newFlowId(), name: say('flows.copy-name', { name: rest.name }) }
      : rest;
    for (const test of testsIn(rest.tests, () => crypto.randomUUID()))
      await keepTest(database, named.id, test).catch(() => undefined);
    for (const called of calledFlows.filter(({ id }) => !isHere(id)))
      await actions.putBeside(called);
    // The browser keeps tests beside the flow; those that it cannot read stay in the document.
    await actions.keep({ ...named, tests: rest.tests.filter((test) => !isTest(test)) });
    onClose();
  }

  return (
    <Modal opened onClose={onClose} title={say('flows.import-title')} size={560}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {say('flows.import-text')}
        </Text>
        {read !== undefined && 'why' in read && (
          <Alert
            color="red"
            icon={<FileWarning size={18} />}
            title={say('flows.import-failed')}
            role="alert"
          >
            <Text size="sm" fw={600}>
              {read.name}
            </Text>
            <Text size="sm">{sayWording(read.why)}</Text>
            {read.why.detail !== undefined && (
              <details className={css.detail}>
                <summary>{say('flows.details')}</summary>
                {read.why.detail}
              </details>
            )}
            <Text size="sm" c="dimmed">
              {say('flows.import-kept')}
            </Text>
          </Alert>
        )}
        {flow !== undefined && <Review flow={flow} isHere={isHere} />}
        <Group justify="flex-end" gap="xs">
          <FileButton
            accept="application/json,.json"
            onChange={(chosen) => chosen !== null && void look(chosen)}
          >
            {(props) => (
              <Button
                {...props}
                variant={flow === undefined ? 'filled' : 'default'}
                leftSection={<Upload size={15} />}
              >
                {read === undefined ? say('flows.choose-file') : say('flows.import-other')}
              </Button>
            )}
          </FileButton>
          {flow !== undefined && (
            <Button onClick={() => void accept(flow)}>{say('flows.import-now')}</Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

interface ReviewProps {
  readonly flow: Flow;
  readonly isHere: (id: string) => boolean;
}

function Review({ flow, isHere }: ReviewProps) {
  const { catalog } = useWorkbench();
  const places = useQuery(placesQuery).data ?? [];
  const facts = importFacts(flow, catalog, places);
  return (
    <div className={css.review}>
      <Text fw={600} size="lg">
        {flow.name}
      </Text>
      {isHere(flow.id) && (
        <Text size="sm" c="var(--fb-amber)">
          {say('flows.import-exists')}
        </Text>
      )}
      <Part title={say('flows.import-steps')} count={facts.steps.length}>
        {facts.steps.slice(0, 40).map((step) => (
          <li key={step.id} className={css.line}>
            <ComponentIcon component={step.component} size={20} />
            <span>{step.name}</span>
            <Text component="span" size="sm" c="dimmed">
              {step.words}
            </Text>
          </li>
        ))}
      </Part>
      {facts.called.length > 0 && (
        <Part title={say('flows.import-called')} count={facts.called.length}>
          {facts.called.map(({ id, name }) => (
            <li key={id} className={css.line}>
              <Workflow size={15} aria-hidden />
              <span>{name}</span>
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
          <li key={service} className={css.line}>
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
        {facts.credentials.map((credential) => (
          <li key={credential.id} className={css.line}>
            <KeyRound size={15} aria-hidden />
            {credential.name}
          </li>
        ))}
      </Part>
      <Part
        title={say('flows.import-problems')}
        count={facts.problems.length}
        none={say('flows.import-no-problems')}
      >
        {facts.problems.slice(0, 20).map((problem, at) => (
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

interface PartProps {
  readonly title: string;
  readonly count: number;
  readonly none?: string;
  readonly children: ReactNode;
}

function Part({ title, count, none, children }: PartProps) {
  return (
    <section>
      <h3 className={css.heading}>
        {title} {count > 0 && <span className={css.count}>{count}</span>}
      </h3>
      {count > 0 ? (
        <ul className={css.list}>{children}</ul>
      ) : (
        <Text size="sm" c="dimmed" className={css.line}>
          <CircleCheck size={15} aria-hidden />
          {none}
        </Text>
      )}
    </section>
  );
}
