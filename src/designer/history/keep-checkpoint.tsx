import { Button, TextInput } from '@mantine/core';
import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import type { Flow } from '../../flow/index.ts';
import { storageFailure } from '../../storage/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { useWorkbench } from '../state/workbench.ts';
import { keepCheckpoint } from '../storage/checkpoint-storage.ts';
import { database } from '../storage/open-database.ts';
import css from './history.module.css';

export const longestName = 80;

interface KeepCheckpointProps {
  readonly flow: Flow;
  readonly onKept: (id: string) => void;
}

/** Keeps the flow as it is now, under a name. */
export function KeepCheckpoint({ flow, onKept }: KeepCheckpointProps) {
  const { announcer, toasts, newId } = useWorkbench();
  const [name, setName] = useState('');
  async function keep() {
    const id = newId();
    const called = name.trim();
    try {
      await keepCheckpoint(database, {
        id,
        flow: flow.id,
        at: Date.now(),
        name: called,
        content: flow,
      });
    } catch (cause) {
      toasts.show({ text: sayWording(storageFailure(cause)), tone: 'trouble' });
      return;
    }
    setName('');
    onKept(id);
    announcer.announce(say('versions.kept', { version: called }));
  }
  return (
    <form
      className={css.keep}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void keep();
      }}
    >
      <TextInput
        className={css.name}
        aria-label={say('versions.name')}
        placeholder={say('versions.name')}
        maxLength={longestName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        leftSection={<BookmarkPlus size={15} />}
        disabled={name.trim() === ''}
      >
        {say('versions.keep')}
      </Button>
    </form>
  );
}
