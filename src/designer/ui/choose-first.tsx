import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { say } from '../../words/first.ts';
import { useWorkbench } from '../state/workbench.ts';

/** On a phone, wherever an empty flow has nothing to show: straight to the list of components. */
export function ChooseFirst() {
  const { view } = useWorkbench();
  return (
    <Button
      variant="light"
      mt="xs"
      leftSection={<Plus size={16} />}
      onClick={() => view.setState({ narrowTab: 'flow', choosing: true })}
    >
      {say('canvas.empty-action')}
    </Button>
  );
}
