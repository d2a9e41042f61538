import { Menu, Text } from '@mantine/core';
import { Hourglass, Play } from 'lucide-react';
import { say } from '../../words/index.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { AnchoredMenu } from '../ui/anchored-menu.tsx';
import { CommandItem } from '../ui/command-item.tsx';
import type { Amount } from './test-amounts.ts';

interface TestMenuProps {
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
  readonly amounts: readonly Amount[];
  readonly onAmount: (amount: Amount) => void;
}

/** How many entries to test with; and to wait for the trigger instead. */
export function TestMenu({ anchor, onClose, amounts, onAmount }: TestMenuProps) {
  const { runs } = useWorkbench();
  const start = useDocument((state) => state.flow?.start.kind ?? 'manual');
  return (
    <AnchoredMenu anchor={anchor} onClose={onClose} position="bottom-end" width={260}>
      {amounts.map((amount) => (
        <Menu.Item
          key={amount.word}
          leftSection={<Play size={14} />}
          onClick={() => onAmount(amount)}
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
      <Menu.Divider />
      <CommandItem id="flow.tests" />
      <Text size="xs" c="dimmed" px="sm" py={6}>
        {say('common.try-help')}
      </Text>
    </AnchoredMenu>
  );
}
