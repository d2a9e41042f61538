import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { say } from '../../../words/index.ts';

interface RenameSampleProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

/** Another name; without one a sample is called by where it is from. */
export function RenameSample({ name, onRename, onClose }: RenameSampleProps) {
  const [text, setText] = useState(name);
  return (
    <Modal opened size="sm" title={say('samples.rename-title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onRename(text);
          onClose();
        }}
      >
        <TextInput
          data-autofocus
          aria-label={say('samples.rename-title')}
          maxLength={80}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={8} mt={16}>
          <Button variant="default" onClick={onClose}>
            {say('common.cancel')}
          </Button>
          <Button type="submit">{say('samples.rename-save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
