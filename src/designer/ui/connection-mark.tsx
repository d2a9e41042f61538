import { Popover, Text, UnstyledButton } from '@mantine/core';
import { CloudOff } from 'lucide-react';
import { useStore } from 'zustand';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import css from './connection-mark.module.css';

/** In the bar, while Footbridge cannot be reached: what still goes, and what waits. */
export function ConnectionMark() {
  const isOffline = useStore(useWorkbench().connection, (state) => state.isOffline);
  if (!isOffline) return null;
  return (
    <Popover position="bottom-end" width={300} withArrow>
      <Popover.Target>
        <UnstyledButton className={css.mark}>
          <CloudOff size={15} aria-hidden />
          {say('offline.mark')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600} size="sm">
          {say('offline.title')}
        </Text>
        <Text size="sm" mt={4}>
          {say('offline.text')}
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          {say('offline.comes-back')}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
