import { ActionIcon, Button, Menu, Text, Tooltip } from '@mantine/core';
import { ChevronDown, Hourglass, Play, Square } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../words/index.ts';
import { useDocument, useRun, useWorkbench } from '../state/workbench.ts';
import css from './test-button.module.css';

const amounts = [
  { records: 1, word: 'common.try-one' },
  { records: 5, word: 'common.try-five' },
  { records: undefined, word: 'common.try-all' },
] as const;
type Amount = (typeof amounts)[number];

/** The test of the whole flow: the last chosen amount on the button, the others in its menu; "Stop" while it runs. */
export function TestButton({ compact }: { readonly compact: boolean }) {
  const { runs } = useWorkbench();
  const [chosen, setChosen] = useState<Amount>(amounts[1]);
  const running = useRun(
    (state) =>
      state.scope !== undefined && (state.run === undefined || state.run.status === 'running'),
  );
  const listening = useRun((state) => state.listening);
  const empty = useDocument((state) => (state.flow?.steps.length ?? 0) === 0);
  const start = useDocument((state) => state.flow?.start.kind ?? 'manual');

  function test(amount: Amount) {
    setChosen(amount);
    const options = amount.records === undefined ? {} : { firstRecords: amount.records };
    void runs.start({ kind: 'flow' }, options);
  }

  if (running)
    return (
      <Button
        variant="default"
        leftSection={<Square size={13} fill="currentColor" />}
        onClick={() => runs.cancel()}
      >
        {say('common.stop-test')}
      </Button>
    );
  if (listening)
    return (
      <Button
        variant="default"
        leftSection={<Square size={13} fill="currentColor" />}
        onClick={() => runs.stopListening()}
      >
        {say('common.stop-listening')}
      </Button>
    );
  return (
    <Button.Group>
      <Tooltip label={say('common.try-help')} multiline maw={280} disabled={compact}>
        <Button
          data-test-button
          className={css.main}
          disabled={empty}
          leftSection={<Play size={14} fill="currentColor" />}
          onClick={() => test(chosen)}
        >
          {compact ? say('common.test-flow') : say(chosen.word)}
        </Button>
      </Tooltip>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon
            className={css.more}
            variant="filled"
            color="bridge"
            size={36}
            disabled={empty}
            aria-label={say('common.test-menu')}
          >
            <ChevronDown size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {amounts.map((amount) => (
            <Menu.Item
              key={amount.word}
              leftSection={<Play size={14} />}
              onClick={() => test(amount)}
            >
              {say(amount.word)}
            </Menu.Item>
          ))}
          {start !== 'manual' && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<Hourglass size={14} />} onClick={() => void runs.listen()}>
                {say('common.listen')}
                <Text size="xs" c="dimmed">
                  {say(`common.listening-${start}`)}
                </Text>
              </Menu.Item>
            </>
          )}
          <Text size="xs" c="dimmed" px="sm" py={6}>
            {say('common.try-help')}
          </Text>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}
