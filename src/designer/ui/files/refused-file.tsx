import { Alert, Button, Text } from '@mantine/core';
import { FileWarning } from 'lucide-react';
import type { Wording } from '../../../shared/index.ts';
import { say, sayWording } from '../../../words/index.ts';
import css from './refused-file.module.css';

interface RefusedFileProps {
  /** What did not happen. */
  readonly title: string;
  readonly name: string;
  readonly why: Wording;
  /** As the reader of the file said it, for those who wrote the file. */
  readonly detail?: string | undefined;
  /** What is still as it was, where the file might have changed it. */
  readonly unchanged?: string;
  readonly onTryAgain?: (() => void) | undefined;
}

/** A file that a person chose and that is not taken. */
export function RefusedFile({ title, name, why, detail, unchanged, onTryAgain }: RefusedFileProps) {
  return (
    <Alert color="red" icon={<FileWarning size={18} />} title={title} role="alert">
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="sm">{sayWording(why)}</Text>
      {detail !== undefined && (
        <details className={css.detail}>
          <summary>{say('flows.details')}</summary>
          {detail}
        </details>
      )}
      {unchanged !== undefined && (
        <Text size="sm" c="dimmed">
          {unchanged}
        </Text>
      )}
      {onTryAgain !== undefined && (
        <Button size="xs" mt="xs" variant="default" onClick={onTryAgain}>
          {say('common.try-again')}
        </Button>
      )}
    </Alert>
  );
}
