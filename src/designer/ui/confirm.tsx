import { Button, Group, Modal, Text } from '@mantine/core';
import { say } from '../../words/index.ts';

interface ConfirmProps {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  /** A verb with its effect: "Delete flow". */
  readonly action: string;
  readonly destructive?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone. What can be undone is done at once, with a toast. */
export function Confirm(props: ConfirmProps) {
  const { opened, title, text, action, destructive = false, onConfirm, onClose } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="sm">
      <Text size="sm">{text}</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {say('common.cancel')}
        </Button>
        <Button
          data-autofocus
          {...(destructive && { color: 'red.8' })}
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
