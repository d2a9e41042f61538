import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { FlaskConical, Play, Square } from 'lucide-react';
import { say } from '../../words/index.ts';
import { useDocument, useTests, useWorkbench } from '../state/workbench.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { TestCard } from './test-card.tsx';
import css from './tests.module.css';

/** All tests of the flow: run them, and see what is not as it was. */
export function TestsDialog({ onClose }: { readonly onClose: () => void }) {
  const flow = useDocument((state) => state.flow);
  const tests = useTests((state) => state.tests);
  const reports = useTests((state) => state.reports);
  const running = useTests((state) => state.running);
  const isStopped = useTests((state) => state.isStopped);
  if (flow === undefined) return null;
  const told = tests.flatMap(({ id }) => reports[id] ?? []);
  const failed = told.filter(({ passed }) => !passed).length;
  const summary =
    running !== undefined
      ? say('tests.running')
      : isStopped
        ? say('tests.stopped')
        : told.length === 0
          ? ''
          : failed === 0
            ? say('tests.all-passed', { count: told.length })
            : say('tests.some-failed', { failed, count: told.length });
  return (
    <Modal opened size={760} title={say('tests.title')} onClose={onClose}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {say('tests.text')}
        </Text>
        {tests.length === 0 ? (
          <EmptyState title={say('tests.none')} text={say('tests.none-text')} />
        ) : (
          <>
            <Group gap="sm">
              <RunOrStop isRunning={running !== undefined} />
              <span
                className={css.summary}
                role="status"
                data-tone={isStopped || running !== undefined ? 'none' : tone(told.length, failed)}
              >
                {running === undefined ? (
                  <FlaskConical size={15} aria-hidden />
                ) : (
                  <Loader size={14} aria-hidden />
                )}
                {summary}
              </span>
            </Group>
            <ul className={css.tests}>
              {tests.map((test) => (
                <TestCard
                  key={test.id}
                  test={test}
                  report={reports[test.id]}
                  isRunning={running === test.id}
                  flow={flow}
                />
              ))}
            </ul>
          </>
        )}
      </Stack>
    </Modal>
  );
}

/** One button for both, so that the keyboard stays where it is. The second click of a double click stops nothing. */
function RunOrStop({ isRunning }: { readonly isRunning: boolean }) {
  const { testCommands } = useWorkbench();
  return (
    <Button
      data-autofocus
      variant={isRunning ? 'default' : 'filled'}
      leftSection={
        isRunning ? (
          <Square size={11} fill="currentColor" />
        ) : (
          <Play size={14} fill="currentColor" />
        )
      }
      onClick={({ detail }) => {
        if (!isRunning) void testCommands.runAll();
        else if (detail < 2) testCommands.stop();
      }}
    >
      {say(isRunning ? 'common.stop-test' : 'tests.run-all')}
    </Button>
  );
}

function tone(told: number, failed: number): 'none' | 'passed' | 'failed' {
  if (told === 0) return 'none';
  return failed === 0 ? 'passed' : 'failed';
}
