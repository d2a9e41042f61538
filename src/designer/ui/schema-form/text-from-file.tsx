import { Button, FileButton, Group, Text } from '@mantine/core';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../../words/index.ts';

interface TextFromFileProps {
  /** So many signs the field takes. */
  readonly most: number;
  readonly disabled: boolean;
  readonly onText: (text: string) => void;
}

/** Puts what is in a file of the person's into a field, where it is not too long for it. */
export function TextFromFile({ most, disabled, onText }: TextFromFileProps) {
  const [isTooLong, setTooLong] = useState(false);

  async function take(file: File | null): Promise<void> {
    if (file === null) return;
    const text = file.size > most * 4 ? undefined : await file.text();
    const fits = text !== undefined && text.length <= most;
    setTooLong(!fits);
    if (fits) onText(text);
  }

  return (
    <Group gap={8} mt={4}>
      <FileButton disabled={disabled} onChange={(file) => void take(file)}>
        {(props) => (
          <Button
            {...props}
            size="compact-xs"
            variant="subtle"
            leftSection={<FileText aria-hidden size={12} />}
          >
            {say('inspector.from-file')}
          </Button>
        )}
      </FileButton>
      {isTooLong && (
        <Text size="xs" c="dimmed" role="status">
          {say('inspector.file-too-long', { megabytes: Math.floor(most / 1_000_000) })}
        </Text>
      )}
    </Group>
  );
}
