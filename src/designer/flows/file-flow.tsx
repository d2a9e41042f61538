import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { say } from '../../words/index.ts';
import type { FilingChange } from '../storage/filing-storage.ts';
import type { ListedFlow } from '../storage/listed-flows.ts';
import { tagsIn } from './found-flows.ts';

interface FileFlowProps {
  readonly flow: ListedFlow;
  /** The folders there are already. */
  readonly folders: readonly string[];
  readonly onSave: (change: FilingChange) => void;
  readonly onClose: () => void;
}

/** Which folder a flow lies in, and its tags. */
export function FileFlow({ flow, folders, onSave, onClose }: FileFlowProps) {
  const [folder, setFolder] = useState(flow.folder ?? '');
  const [tags, setTags] = useState(flow.tags.join(', '));
  const known = useId();

  function save(event: FormEvent) {
    event.preventDefault();
    onSave({ folder, tags: tagsIn(tags) });
    onClose();
  }

  return (
    <Modal opened onClose={onClose} title={say('flows.filing-of', { name: flow.name })} size="sm">
      <form onSubmit={save}>
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={say('flows.folder-label')}
            description={say('flows.folder-help')}
            list={known}
            autoComplete="off"
            maxLength={60}
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value)}
          />
          <datalist id={known}>
            {folders.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <TextInput
            label={say('flows.tags-label')}
            description={say('flows.tags-help')}
            maxLength={200}
            value={tags}
            onChange={(event) => setTags(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {say('common.cancel')}
            </Button>
            <Button type="submit">{say('flows.filing-save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
