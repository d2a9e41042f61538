import { Button, Group, Text } from '@mantine/core';
import { Hourglass, Server } from 'lucide-react';
import { say } from '../../../words/index.ts';
import { useRun, useWorkbench } from '../../state/workbench.ts';

/** A time that is chosen starts nothing yet: this page can wait for it, or something that is always there. */
export function WhatStartsIt({ readOnly }: { readonly readOnly: boolean }) {
  const { runs, view } = useWorkbench();
  const listening = useRun((state) => state.listening);
  return (
    <>
      <Text size="xs" c="dimmed" mt={12} mb={8}>
        {say('inspector.start-open-page')}
      </Text>
      <Group gap={8}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Hourglass size={13} />}
          disabled={readOnly}
          onClick={() => (listening ? runs.stopListening() : void runs.listen())}
        >
          {say(listening ? 'common.stop-listening' : 'common.listen')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Server size={13} />}
          onClick={() => view.setState({ dialog: 'export' })}
        >
          {say('inspector.start-elsewhere')}
        </Button>
      </Group>
    </>
  );
}
