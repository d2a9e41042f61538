import { Button, FileButton } from '@mantine/core';
import { Upload } from 'lucide-react';

interface ChooseFileProps {
  /** Endings and kinds of file, as an input's `accept` takes them. */
  readonly accept: string;
  readonly label: string;
  /** Something else in the dialog is the next thing to do. */
  readonly isSecond?: boolean;
  readonly onChoose: (file: File) => void;
}

/** Opens the system's own choice of a file. */
export function ChooseFile({ accept, label, isSecond = false, onChoose }: ChooseFileProps) {
  return (
    <FileButton accept={accept} onChange={(chosen) => chosen !== null && onChoose(chosen)}>
      {(props) => (
        <Button
          {...props}
          variant={isSecond ? 'default' : 'filled'}
          leftSection={<Upload size={15} />}
        >
          {label}
        </Button>
      )}
    </FileButton>
  );
}
