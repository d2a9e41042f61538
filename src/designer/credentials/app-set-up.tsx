/**
 * The app of a service (ID and secret), set up once for everybody who uses this Footbridge. What is typed goes to the proxy
 * and is never shown again.
 */
import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Wording } from '../../shared/index.ts';
import type { OAuthApp } from '../../proxy/contract.ts';
import { say, sayWording } from '../../words/index.ts';
import { ProxyRefusal, setUpOAuthApp } from '../queries/proxy-client.ts';
import { Notice } from '../ui/notice.tsx';
import { RedirectAddress } from './redirect-address.tsx';

interface AppSetUpProps {
  readonly name: string;
  readonly app: OAuthApp;
  readonly component: string;
  /** How it is done at the service, in its own words. */
  readonly where: ReactNode;
  readonly onDone: () => void;
}

export function AppSetUp({ name, app, component, where, onDone }: AppSetUpProps) {
  const [id, setId] = useState('');
  const [secret, setSecret] = useState('');
  const [problem, setProblem] = useState<Wording>();
  const [busy, setBusy] = useState(false);
  if (!app.maySetUp)
    return (
      <Stack gap={16}>
        <Notice tone="open">
          {say('credentials.app-by-operator', { component, variable: app.variable })}
        </Notice>
        {where}
        <RedirectAddress address={app.redirect} />
      </Stack>
    );

  async function keep(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await setUpOAuthApp(name, { id, secret });
      setSecret('');
      onDone();
    } catch (cause) {
      if (!(cause instanceof ProxyRefusal)) throw cause;
      setProblem(cause.wording);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Stack gap={16}>
        <Text size="sm">{say('credentials.app-why', { component })}</Text>
        {where}
        <RedirectAddress address={app.redirect} />
        <TextInput
          data-autofocus
          required
          label={say('credentials.app-id')}
          autoComplete="off"
          value={id}
          onChange={(event) => setId(event.currentTarget.value)}
        />
        <PasswordInput
          label={say('credentials.app-secret')}
          description={say('credentials.app-secret-help')}
          inputWrapperOrder={['label', 'input', 'description']}
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        {problem !== undefined && <Notice tone="wrong">{sayWording(problem)}</Notice>}
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={id.trim() === ''}>
            {say('credentials.app-keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
