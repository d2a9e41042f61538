import { Button, Drawer, Group, Text } from '@mantine/core';
import { Printer } from 'lucide-react';
import { say } from '../../words/index.ts';
import { useReading } from '../effects/use-reading.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import { CopyText } from '../ui/copy-text.tsx';
import { focusStepPanel } from '../ui/focus.ts';
import { ReadingList } from './reading-list.tsx';
import { Remarks } from './remarks.tsx';

/** The flow in plain words: each step's name leads to it. */
export function ReadingPanel({ onClose }: { readonly onClose: () => void }) {
  const { view } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const lines = useReading(flow);
  if (flow === undefined) return null;

  function go(step: string): void {
    onClose();
    view.reveal(step, 'operation');
    focusStepPanel();
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={<strong>{say('reading.title')}</strong>}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      <Group gap="xs">
        <Button variant="default" leftSection={<Printer size={15} />} onClick={() => print()}>
          {say('reading.print')}
        </Button>
        <CopyText value={lines.map(({ text }) => text).join('\n')} />
      </Group>
      <Text size="xs" c="dimmed" mt={6} mb="md">
        {say('reading.print-text')}
      </Text>
      <ReadingList lines={lines} onGo={go} />
      <Remarks flow={flow} />
    </Drawer>
  );
}
