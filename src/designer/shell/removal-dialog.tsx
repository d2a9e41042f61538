import { Button, Group, Modal, Text } from '@mantine/core';
import { usesOfSteps } from '../../flow/index.ts';
import { say } from '../../words/index.ts';
import { besideSteps, removeStepsInWords } from '../effects/remove-steps.ts';
import { useDocument, useView, useWorkbench } from '../state/workbench.ts';
import { focusPalette, focusStep } from '../ui/focus.ts';
import { UseList } from '../ui/use-list.tsx';

/** What a step's data fills elsewhere, said before the step goes. */
export function RemovalDialog({ onClose }: { readonly onClose: () => void }) {
  const bench = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const removing = useView((state) => state.removing);
  if (flow === undefined || removing.length === 0) return null;
  const uses = usesOfSteps(flow, bench.catalog, removing);
  const name = flow.steps.find(({ id }) => id === removing[0])?.name ?? '';
  return (
    <Modal
      opened
      size="sm"
      title={
        removing.length === 1
          ? say('uses.delete-step', { name })
          : say('uses.delete-steps', { count: removing.length })
      }
      onClose={onClose}
    >
      <Text size="sm">{say('uses.of-step', { count: uses.length })}</Text>
      <UseList uses={uses} />
      <Text size="sm" c="dimmed">
        {say('uses.stay', { count: uses.length })}
      </Text>
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {say('uses.keep')}
        </Button>
        <Button
          color="red"
          onClick={() => {
            const next = besideSteps(flow, removing);
            onClose();
            removeStepsInWords(bench, removing, 'sure');
            if (next === undefined) focusPalette();
            else focusStep(next);
          }}
        >
          {say('uses.delete')}
        </Button>
      </Group>
    </Modal>
  );
}
