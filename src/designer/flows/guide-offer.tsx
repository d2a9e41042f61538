import { Button, Group, Stack, Text } from '@mantine/core';
import { Footprints, Play } from 'lucide-react';
import { useStore } from 'zustand';
import { say } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import type { ListedFlow } from '../storage/listed-flows.ts';
import css from './flow-list.module.css';

/** For who has no flow yet: the first one, guided. */
export function GuideOffer() {
  const { guide } = useWorkbench();
  return (
    <Stack gap={4} align="center">
      <Button
        size="md"
        leftSection={<Footprints size={17} />}
        onClick={() => guide.ask('first-flow')}
      >
        {say('help.offer')}
      </Button>
      <Text size="sm" c="dimmed">
        {say('help.offer-text')}
      </Text>
    </Stack>
  );
}

/** A lesson that was left, while its flow is there. */
export function GuideWaits({ flows }: { readonly flows: readonly ListedFlow[] }) {
  const { guide } = useWorkbench();
  const waits = useStore(guide, ({ guided }) => flows.some(({ id }) => id === guided?.flow));
  if (!waits) return null;
  return (
    <Group className={css.waits} gap="sm">
      <Text size="sm">{say('help.waits-text')}</Text>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<Play size={13} />}
        onClick={() => guide.ask('resume')}
      >
        {say('help.resume')}
      </Button>
    </Group>
  );
}
