import { Anchor, Button, Stack } from '@mantine/core';
import { ShieldCheck } from 'lucide-react';
import type { CredentialRow } from '../../storage/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { Notice } from '../ui/notice.tsx';
import type { SignIn } from './sign-in.ts';

interface SignInTroubleProps {
  readonly outcome: SignIn | undefined;
  readonly onTrust: (field: string, value: string) => void;
  readonly onKeep: (credential: CredentialRow) => void;
  /** Undefined: the app of the service is not the person's to enter. */
  readonly onAppAgain: (() => void) | undefined;
}

/** Why signing in did not work, where no field is to blame, and what can be done at once. */
export function SignInTrouble({ outcome, onTrust, onKeep, onAppAgain }: SignInTroubleProps) {
  switch (outcome?.kind) {
    case 'not-sealed':
      return (
        <Notice tone="wrong">
          {sayWording(outcome.problem)}{' '}
          {outcome.problem.code === 'proxy.app-refused' && onAppAgain !== undefined && (
            <Mend words={say('credentials.app-again')} onPress={onAppAgain} />
          )}
        </Notice>
      );
    case 'to-trust':
      return (
        <Notice tone="wrong">
          <Stack gap={8} align="flex-start">
            <span>{sayWording(outcome.problem)}</span>
            <Button
              type="button"
              size="compact-sm"
              variant="default"
              leftSection={<ShieldCheck size={14} />}
              onClick={() => onTrust(outcome.field, outcome.value)}
            >
              {say('credentials.trust')}
            </Button>
          </Stack>
        </Notice>
      );
    case 'unproved':
      return (
        <Notice tone="wrong">
          {sayWording(outcome.problem)}{' '}
          <Mend words={say('credentials.keep-anyway')} onPress={() => onKeep(outcome.credential)} />
        </Notice>
      );
    default:
      return null;
  }
}

function Mend({ words, onPress }: { readonly words: string; readonly onPress: () => void }) {
  return (
    <Anchor component="button" type="button" size="sm" c="inherit" td="underline" onClick={onPress}>
      {words}
    </Anchor>
  );
}
