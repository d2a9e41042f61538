import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { Download, Info, ShieldCheck } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { exportFlow, writeFlow, type Flow } from '../../flow/index.ts';
import type { Json } from '../../shared/index.ts';
import type { StepSample } from '../../storage/contract.ts';
import { say } from '../../words/index.ts';
import { useCalledFlows } from './use-called-flows.ts';
import { fetchSamples } from '../effects/fetch-samples.ts';
import { readingText, useReading } from '../effects/use-reading.ts';
import { database } from '../storage/open-database.ts';
import { indexOf } from '../state/step-index.ts';
import { useDocument, useSamples, useTests, useWorkbench } from '../state/workbench.ts';
import { ComponentIcon } from '../ui/component-icon.tsx';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { download } from '../ui/download.ts';
import { sizeWords } from '../ui/size-words.ts';
import { toFileName } from '../ui/file-name.ts';
import { WhatNext } from './what-next.tsx';
import css from './export-dialog.module.css';

interface Made {
  /** What was wanted in it. */
  readonly of: object;
  readonly text: string;
}

/** What will be in the file, before it is made. Sample data goes along only when the person says so. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { writtenCatalog, samples, toasts } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const byStep = useSamples((state) => state.byStep);
  const tests = useTests((state) => state.tests);
  const [withSamples, setWithSamples] = useState(false);
  const [withTests, setWithTests] = useState(false);
  const [made, setMade] = useState<Made>();
  const called = useCalledFlows(flow);
  const reading = useReading(flow, 4);
  useEffect(() => {
    void fetchSamples({ samples }, () => Promise.resolve(database), Object.keys(byStep)).catch(
      () => undefined, // what did not come is not offered
    );
  }, [samples, byStep]);
  const wanted = useMemo(
    () =>
      flow === undefined || called === undefined
        ? undefined
        : {
            flow,
            options: {
              called: called.found,
              ...(withSamples && { samples: contentsOf(flow, byStep) }),
              // Tests are JSON; only their types say more.
              ...(withTests && { tests: tests as unknown as readonly Json[] }),
            },
          },
    [flow, withSamples, byStep, withTests, tests, called],
  );
  useEffect(() => {
    if (wanted === undefined) return;
    let isCurrent = true;
    void exportFlow(wanted.flow, writtenCatalog, wanted.options).then((exported) => {
      if (isCurrent) setMade({ of: wanted, text: writeFlow(exported, { indent: 2 }) });
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted, writtenCatalog]);
  // A file that was made before something was ticked is another one.
  const text = made !== undefined && made.of === wanted ? made.text : undefined;
  if (flow === undefined) return null;

  const sampled = flow.samples.flatMap(({ step, hash }) => {
    const messages = messagesOf(byStep[step]);
    const name = indexOf(flow).steps.get(step)?.step.name;
    return messages === undefined || name === undefined
      ? []
      : [{ hash, name, count: messages.length }];
  });
  const records = sampled.reduce((sum, { count }) => sum + count, 0);

  function save() {
    const file = toFileName(flow?.name ?? '');
    if (text === undefined) return;
    download(file, text);
    toasts.show({ text: say('flows.exported', { file }) });
    onClose();
  }

  return (
    <Modal opened onClose={onClose} title={say('flows.export-title')} size={500}>
      <Stack gap="md">
        <Text size="sm">{readingText(flow, reading)}</Text>
        <Text size="sm" c="dimmed">
          {say('flows.export-text')}
        </Text>
        <div className={css.contents}>
          <Text size="sm" fw={600}>
            {say('flows.export-contents')}
          </Text>
          <Group gap={6}>
            {[...new Set(flow.steps.map((step) => step.component))]
              .slice(0, 10)
              .map((component) => (
                <ComponentIcon key={component} component={component} size={24} />
              ))}
          </Group>
          <Text size="sm">
            {[
              say('flows.export-steps', { count: flow.steps.length }),
              say('flows.export-connections', { count: flow.credentials.length }),
              say('flows.export-size', { size: sizeWords((text ?? made?.text ?? '').length) }),
            ].join(' · ')}
          </Text>
          <Text size="sm" className={css.safe}>
            <ShieldCheck size={16} aria-hidden />
            {say('flows.export-no-secrets')}
          </Text>
        </div>
        {called !== undefined && called.found.length > 0 && (
          <Text size="sm">
            {say('flows.export-called', {
              names: called.found.map(({ name }) => name).join(', '),
            })}
          </Text>
        )}
        {called !== undefined && called.missing > 0 && (
          <Alert variant="light" color="yellow" icon={<Info size={16} />}>
            {say('flows.export-called-missing', { count: called.missing })}
          </Alert>
        )}
        <Checkbox
          label={say('flows.export-samples')}
          description={
            records === 0
              ? say('flows.export-none')
              : `${say('flows.export-samples-text', { count: records })} ${sampled
                  .map(({ name, count }) => say('flows.export-samples-of', { count, step: name }))
                  .join(', ')}`
          }
          disabled={records === 0}
          checked={withSamples}
          onChange={(event) => setWithSamples(event.currentTarget.checked)}
        />
        {tests.length > 0 && (
          <Checkbox
            label={say('flows.export-tests', { count: tests.length })}
            description={say('flows.export-tests-text')}
            checked={withTests}
            onChange={(event) => setWithTests(event.currentTarget.checked)}
          />
        )}
        {flow.start.kind !== 'manual' && (
          <Alert variant="light" color="gray" icon={<Info size={16} />}>
            {say(flow.start.kind === 'webhook' ? 'flows.export-live-called' : 'flows.export-live')}
          </Alert>
        )}
        <WhatNext flow={flow} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {say('common.cancel')}
          </Button>
          <Button
            data-autofocus
            disabled={text === undefined}
            leftSection={<Download size={15} />}
            onClick={save}
          >
            {say('flows.export-now')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}

function contentsOf(
  flow: Flow,
  byStep: Readonly<Record<string, StepSample>>,
): Record<string, Json> {
  const contents: Record<string, Json> = {};
  for (const { step, hash } of flow.samples) {
    const messages = messagesOf(byStep[step]);
    if (messages !== undefined) contents[hash] = messages;
  }
  return contents;
}

/** Undefined: there are none, or they are still on their way. */
function messagesOf(sample: StepSample | undefined): readonly Json[] | undefined {
  return sample?.apart === undefined ? sample?.messages : undefined;
}
