import { Button, Stack, Text } from '@mantine/core';
import { KeyRound, Plug } from 'lucide-react';
import { wordsOf } from '../../shared/index.ts';
import type { Component } from '../../catalog/index.ts';
import { say } from '../../words/index.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { Notice } from '../ui/notice.tsx';
import { secretFields } from '../ui/schema-form/prepare-schema.ts';
import { troubleWords } from './trouble-words.ts';
import { useSampleSignIn, type SampleKey } from './use-sample-key.ts';
import css from './credentials.module.css';

interface FirstAccountProps {
  readonly component: Component;
  readonly sample: SampleKey | undefined;
  readonly disabled: boolean;
  /** Opens the dialog, for a key of the person's own. */
  readonly onEnter: () => void;
  readonly onConnected: (credential: CredentialRow) => void;
}

/** Nobody has signed in to this service yet: one press for a sample service, the dialog for any other. */
export function FirstAccount({
  component,
  sample,
  disabled,
  onEnter,
  onConnected,
}: FirstAccountProps) {
  const title = wordsOf(component.title);
  const { connect, busy, outcome } = useSampleSignIn(component, sample);
  return (
    <Stack gap={12} align="center" className={css.first}>
      <span className={css.plug} aria-hidden>
        <Plug size={22} strokeWidth={1.75} />
      </span>
      <Text size="sm" ta="center" maw={300}>
        {say(whyOf(component, sample), { component: title, sample: sample?.title ?? '' })}
      </Text>
      {component.credentialOptional === true && (
        <Text size="xs" c="dimmed" ta="center">
          {say('credentials.optional')}
        </Text>
      )}
      {sample !== undefined && (
        <Button
          data-guide="sample-key"
          leftSection={<KeyRound size={15} />}
          loading={busy}
          disabled={disabled}
          onClick={() => void connect({ name: title }, onConnected)}
        >
          {say(
            secretFields(sample.type.schema).length === 0
              ? 'credentials.sample-open'
              : 'credentials.sample-use',
          )}
        </Button>
      )}
      <Button
        variant={sample === undefined ? 'filled' : 'subtle'}
        disabled={disabled || busy}
        onClick={onEnter}
      >
        {say(sample === undefined ? 'credentials.connect' : 'credentials.connect-own', {
          component: title,
        })}
      </Button>
      <Text size="xs" c="dimmed" role="status">
        {busy && say('credentials.checking', { component: title })}
      </Text>
      {outcome !== undefined && outcome.kind !== 'connected' && (
        <Notice tone="wrong">{troubleWords(outcome)}</Notice>
      )}
    </Stack>
  );
}

/** A sample service is all there is of it; a component for any service has a sample among them. */
function whyOf(
  { kind }: Component,
  sample: SampleKey | undefined,
): 'credentials.why' | 'credentials.why-sample' | 'credentials.why-sample-too' {
  if (sample === undefined) return 'credentials.why';
  return kind === 'generic' ? 'credentials.why-sample-too' : 'credentials.why-sample';
}
