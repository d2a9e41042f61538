import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { say } from '../../words/index.ts';

interface RenameFlowProps {
  readonly name: string;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

export function RenameFlow({ name: before, onSave, onClose }: RenameFlowProps) {
  const [draft, setDraft] = useState(before);

  function save(event: FormEvent) {
    event.preventDefault();
    const name = draft.trim();
    onClose();
    if (name !== '' && name !== before) onSave(name);
  }

  return (
    <Modal opened onClose={onClose} title={say('flows.rename-title')} size="sm">
      <form onSubmit={save}>
        <TextInput
          data-autofocus
          label={say('flows.name-label')}
          value={draft}
          maxLength={120}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            {say('common.cancel')}
          </Button>
          <Button type="submit">{say('flows.rename-save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
