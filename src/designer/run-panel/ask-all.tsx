import { Button, List, Modal, Stack, Text } from '@mantine/core';
import type { RunScope } from '../../runtime/contract.ts';
import { say } from '../../words/index.ts';
import { readSendsAlways, sendsAlways } from '../state/sends-always.ts';
import { useDocument, useRun, useSamples, useWorkbench } from '../state/workbench.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { allAsked } from './model/all-asked.ts';

interface AskAllProps {
  readonly scope: RunScope;
  /** Whether all of them are tried now. */
  readonly onClose: (isWanted: boolean) => void;
}

/** A test with all there is is asked for apart: how many messages, and what of it would be sent. */
export function AskAll({ scope, onClose }: AskAllProps) {
  const { catalog, runs } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const byStep = useSamples((state) => state.byStep);
  // A test with the first few says nothing about how many there are.
  const run = useRun((state) => (state.firstRecords === undefined ? state.run : undefined));
  if (flow === undefined) return null;
  const { first, count, writes } = allAsked(flow, scope, {
    catalog,
    run,
    samples: (step) => byStep[step]?.messages.length,
  });
  const always = readSendsAlways();
  return (
    <Modal opened size="sm" title={say('run-panel.all-title')} onClose={() => onClose(false)}>
      <Stack gap={12}>
        <Text size="sm">
          {count === undefined
            ? say('run-panel.all-unknown', { step: first })
            : say(`run-panel.all-${count.of}`, { step: first, count: count.messages })}
        </Text>
        {writes.length === 0 ? (
          <Text size="sm">{say('run-panel.all-reads')}</Text>
        ) : (
          <div>
            <Text size="sm">{say('run-panel.all-writes')}</Text>
            <List size="sm" mt={4}>
              {writes.map(({ step, name, operation }) => {
                const known = flow.steps.find(({ id }) => id === step);
                const atOnce = known !== undefined && sendsAlways(flow.id, known, always);
                return (
                  <List.Item key={step}>
                    {say(`run-panel.all-write${atOnce ? '-at-once' : ''}`, { name, operation })}
                  </List.Item>
                );
              })}
            </List>
          </div>
        )}
        <DialogFoot>
          <Button variant="default" onClick={() => onClose(false)}>
            {say('common.cancel')}
          </Button>
          <Button
            data-autofocus
            onClick={() => {
              onClose(true);
              void runs.start(scope, {});
            }}
          >
            {say('common.try-all')}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}
