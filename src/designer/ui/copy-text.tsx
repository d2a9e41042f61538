import { Button, CopyButton } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { say } from '../../words/index.ts';

/** Puts a text on the clipboard and says so for a moment. */
export function CopyText({ value }: { readonly value: string }) {
  return (
    <CopyButton value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Button
          flex="none"
          variant="default"
          leftSection={copied ? <Check size={14} /> : <Copy size={14} />}
          onClick={copy}
        >
          {say(copied ? 'common.copied' : 'common.copy')}
        </Button>
      )}
    </CopyButton>
  );
}
