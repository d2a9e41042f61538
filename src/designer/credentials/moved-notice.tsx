import { Button, Group, Stack } from '@mantine/core';
import { RotateCw } from 'lucide-react';
import { wordsOf } from '../../shared/index.ts';
import type { Component } from '../../catalog/index.ts';
import { say } from '../../words/index.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { Notice } from '../ui/notice.tsx';
import { troubleWords } from './trouble-words.ts';
import { useSampleSignIn, type SampleKey } from './use-sample-key.ts';

interface MovedNoticeProps {
  readonly component: Component;
  readonly sample: SampleKey | undefined;
  readonly account: CredentialRow;
  readonly disabled: boolean;
  readonly onConnected: (credential: CredentialRow) => void;
}

/** The sample service is at another address than its key was sealed for: one press connects again. */
export function MovedNotice({
  component,
  sample,
  account,
  disabled,
  onConnected,
}: MovedNoticeProps) {
  const title = wordsOf(component.title);
  const { connect, busy, outcome } = useSampleSignIn(component, sample);
  return (
    <Notice tone="wrong">
      <Stack gap={8}>
        {outcome !== undefined && outcome.kind !== 'connected'
          ? troubleWords(outcome)
          : say('credentials.moved', { component: title, name: account.name })}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<RotateCw size={13} />}
            loading={busy}
            disabled={disabled}
            onClick={() => void connect({ name: account.name, replaces: account.id }, onConnected)}
          >
            {say('credentials.connect-again')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}
