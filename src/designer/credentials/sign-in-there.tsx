/**
 * Waits while the person signs in at the service: in a window of the service's own, or with a code that they type there.
 * The end is heard from the proxy; the window and this page have no tie.
 */
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import type { Wording } from '../../shared/index.ts';
import type { SealAnswer, SignInStarted } from '../../proxy/contract.ts';
import { say } from '../../words/index.ts';
import { leaveSignIn, ProxyRefusal, signInProgress } from '../queries/proxy-client.ts';
import { CopyText } from '../ui/copy-text.tsx';
import css from './credentials.module.css';

interface SignInThereProps {
  readonly started: SignInStarted;
  readonly component: string;
  readonly onSealed: (answer: SealAnswer) => void;
  readonly onRefused: (problem: Wording) => void;
  readonly onCancel: () => void;
}

const againMs = 2_000;

export function SignInThere({
  started,
  component,
  onSealed,
  onRefused,
  onCancel,
}: SignInThereProps) {
  const { id, window: address, code } = started;
  const sealed = useEffectEvent(onSealed);
  const refused = useEffectEvent(onRefused);
  useEffect(() => {
    const gone = new AbortController();
    void untilEnded(id, gone.signal).then((end) => {
      if (end === undefined) return;
      if ('answer' in end) sealed(end.answer);
      else refused(end.problem);
    });
    return () => gone.abort();
  }, [id]);

  return (
    <Stack gap={16} className={css.there}>
      {code === undefined ? (
        <>
          <Text size="sm">{say('credentials.window-open', { component })}</Text>
          <Anchor href={address} target="_blank" rel="noreferrer" size="sm">
            {say('credentials.window-again')} <ExternalLink size={12} aria-hidden />
          </Anchor>
        </>
      ) : (
        <>
          <Text size="sm">{say('credentials.code-type', { component })}</Text>
          <Group gap={12}>
            <output className={css.code} aria-label={say('credentials.code')}>
              {code}
            </output>
            <CopyText value={code} />
          </Group>
          <Anchor
            href={started.addressWithCode ?? started.address}
            target="_blank"
            rel="noreferrer"
            size="sm"
          >
            {started.address} <ExternalLink size={12} aria-hidden />
          </Anchor>
        </>
      )}
      <Group justify="space-between" gap={12}>
        <Text size="xs" c="dimmed" role="status">
          {say('credentials.waiting-there', { component })}
        </Text>
        <Button
          variant="default"
          onClick={() => {
            void leaveSignIn(id).catch(() => undefined); // it ends by itself
            onCancel();
          }}
        >
          {say('credentials.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Undefined: nobody waits any more. */
async function untilEnded(
  id: string,
  signal: AbortSignal,
): Promise<{ readonly answer: SealAnswer } | { readonly problem: Wording } | undefined> {
  while (!signal.aborted) {
    try {
      const progress = await signInProgress(id, signal);
      if (progress.state === 'done') return { answer: progress.answer };
    } catch (cause) {
      if (signal.aborted) return undefined;
      if (!(cause instanceof ProxyRefusal)) throw cause;
      if (!cause.retryable) return { problem: cause.wording };
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
  return undefined;
}
