import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { say } from '../../words/index.ts';
import { longestName } from './keep-checkpoint.tsx';
import css from './history.module.css';

interface CheckpointNameProps {
  readonly name: string;
  /** Also with the name that it has; none where the old one is left. */
  readonly onNamed: (name: string | undefined) => void;
}

/** Another name for a checkpoint: Enter takes it, Escape leaves the old one. */
export function CheckpointName({ name: before, onNamed }: CheckpointNameProps) {
  const [name, setName] = useState(before);
  return (
    <form
      className={`${css.keep} ${css.renaming}`}
      onSubmit={(event) => {
        event.preventDefault();
        onNamed(name.trim());
      }}
    >
      <TextInput
        className={css.name}
        size="xs"
        autoFocus
        aria-label={say('versions.name')}
        maxLength={longestName}
        value={name}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onNamed(undefined);
        }}
      />
      <Button size="xs" type="submit" variant="default" disabled={name.trim() === ''}>
        {say('versions.rename')}
      </Button>
    </form>
  );
}
