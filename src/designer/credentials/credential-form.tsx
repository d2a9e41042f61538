/**
 * What the person types to sign in.
 *
 * 1. The values live in this component's state and nowhere else; they are dropped the moment they are sealed and kept.
 * 2. On every failure they stay, so that one wrong letter is one letter to mend.
 * 3. Words of a refusal stand at the field that holds the secret.
 * 4. Whoever closes the form, or chooses another way to sign in, withdraws what was asked: an answer that comes then is nobody's.
 */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { KeyRound, Lock, RotateCw } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { wordsOf, type JsonObject } from '../../shared/index.ts';
import type { Component, CredentialType } from '../../catalog/index.ts';
import type { SealAnswer, SignInStarted } from '../../proxy/contract.ts';
import { say } from '../../words/index.ts';
import { oauthAppQuery } from '../queries/oauth-app.ts';
import { placesQuery } from '../queries/places.ts';
import { beginSignIn, leaveSignIn, ProxyRefusal } from '../queries/proxy-client.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { Notice } from '../ui/notice.tsx';
import { pointerOf } from '../ui/schema-form/misfit-words.ts';
import { secretFields, seeded } from '../ui/schema-form/prepare-schema.ts';
import { SchemaForm } from '../ui/schema-form/schema-form.tsx';
import { AppSetUp } from './app-set-up.tsx';
import { appOf, personPart } from './needs-person.ts';
import { RedirectAddress } from './redirect-address.tsx';
import { redirectOf } from './redirect-of.ts';
import { SignInThere } from './sign-in-there.tsx';
import { proveSealed, signIn, type SignIn } from './sign-in.ts';
import { SignInTrouble } from './sign-in-trouble.tsx';
import { secretTitle, troubleWords } from './trouble-words.ts';
import { sampleValues } from './use-sample-key.ts';
import { WhereToFind } from './where-to-find.tsx';
import css from './credentials.module.css';

const signInWindow = 'popup,width=520,height=720';

interface CredentialFormProps {
  readonly component: Component;
  readonly type: CredentialType;
  readonly name: string;
  /** What the service's description says of it already. */
  readonly known?: JsonObject | undefined;
  /** What the step says of it already. */
  readonly prefilled?: JsonObject | undefined;
  readonly replaces: string | undefined;
  readonly onConnected: (credential: CredentialRow) => void;
  /** Fields besides the secret's own. */
  readonly children?: ReactNode;
}

export function CredentialForm({
  component,
  type,
  name,
  known,
  prefilled,
  replaces,
  onConnected,
  children,
}: CredentialFormProps) {
  const { schema } = type;
  const [values, setValues] = useState<JsonObject>(() =>
    seeded(schema, { ...prefilled, ...known }),
  );
  const [outcome, setOutcome] = useState<SignIn>();
  const [busy, setBusy] = useState(false);
  const [there, setThere] = useState<SignInStarted>();
  /** Of a sign-in that has no address yet. */
  const blank = useRef<Window>(null);
  const isWithdrawn = useIsGone(() => blank.current?.close());
  const part = personPart(type);
  const appName = appOf(type);
  const app = useQuery(oauthAppQuery(appName));
  const [appAgain, setAppAgain] = useState(false);
  const place = useQuery(placesQuery).data?.find((one) => one.name === type.sampleKeyOf);
  const title = wordsOf(component.title);
  const [secret] = secretFields(schema);
  const field = secretTitle(type);

  async function connect(entered: JsonObject, sample?: string): Promise<void> {
    setBusy(true);
    setOutcome(undefined);
    if (part !== undefined) return beginThere(entered);
    take(await signIn({ component, type, name, values: entered, replaces, sample }));
  }
  async function beginThere(entered: JsonObject): Promise<void> {
    // Opened in the press itself: later, browsers take a window for an advertisement.
    const opened = part === 'window' ? window.open('', 'footbridge-sign-in', signInWindow) : null;
    blank.current = opened;
    try {
      const begun = await beginSignIn({ component: component.id, type: type.id, values: entered });
      if (isWithdrawn()) {
        await leaveSignIn(begun.id).catch(() => undefined); // it ends by itself
        return;
      }
      if (begun.window !== undefined && opened !== null) opened.location.href = begun.window;
      blank.current = null;
      setThere(begun);
    } catch (cause) {
      // A window of that name is the next form's, once this one is closed.
      if (!isWithdrawn()) opened?.close();
      if (!(cause instanceof ProxyRefusal)) throw cause;
      take({ kind: 'not-sealed', problem: cause.wording });
      void app.refetch();
    } finally {
      setBusy(false);
    }
  }
  async function takeSealed(answer: SealAnswer): Promise<void> {
    setThere(undefined);
    setBusy(true);
    take(await proveSealed({ component, type, name, values, replaces }, answer));
  }
  function take(done: SignIn): void {
    if (isWithdrawn()) return;
    setBusy(false);
    if (done.kind === 'connected') finish(done.credential);
    else setOutcome(done);
  }
  function finish(credential: CredentialRow): void {
    setValues({});
    setOutcome(undefined);
    onConnected(credential);
  }

  const where = type.whereToFind && (
    <WhereToFind text={wordsOf(type.whereToFind.text)} url={type.whereToFind.url ?? place?.url} />
  );
  const service = component.kind === 'generic' ? say('credentials.the-service') : title;
  if (appName !== undefined && app.data !== undefined && (!app.data.isSetUp || appAgain))
    return (
      <AppSetUp
        name={appName}
        app={app.data}
        component={service}
        where={where}
        onDone={() => {
          setOutcome(undefined);
          setAppAgain(false);
          void app.refetch();
        }}
      />
    );
  if (there !== undefined)
    return (
      <SignInThere
        started={there}
        component={service}
        onSealed={(answer) => void takeSealed(answer)}
        onRefused={(problem) => {
          setThere(undefined);
          take({ kind: 'not-sealed', problem });
        }}
        onCancel={() => setThere(undefined)}
      />
    );

  const refusal = outcome?.kind === 'refused' ? troubleWords(outcome, field) : undefined;
  const hosts = hostsOf(component, place?.url);
  return (
    <Stack gap={16}>
      {place !== undefined && (
        <Group className={css.sample} justify="space-between" gap={12}>
          <Text size="sm" flex="1 1 180px">
            {say('credentials.sample')}
          </Text>
          <Button
            data-autofocus
            size="compact-sm"
            variant="default"
            flex="none"
            leftSection={<KeyRound size={14} />}
            disabled={busy}
            onClick={() => {
              const filled = { ...values, ...sampleValues(type, place) };
              setValues(filled);
              void connect(filled, place.name);
            }}
          >
            {say(secret === undefined ? 'credentials.sample-open' : 'credentials.sample-use')}
          </Button>
        </Group>
      )}
      {known !== undefined && (
        <Text size="xs" c="dimmed">
          {say('credentials.as-described')}
        </Text>
      )}
      <SchemaForm
        id={`connect-${type.id}`}
        schema={schema}
        value={values}
        disabled={busy}
        onChange={setValues}
        onSubmit={(entered) => void connect(entered)}
        {...(refusal !== undefined &&
          secret !== undefined && { refusals: { [pointerOf([secret])]: refusal } })}
      >
        <Stack gap={16} mt={16}>
          {where}
          {part === 'window' && appName === undefined && (
            <RedirectAddress address={redirectOf(type, values, location.origin)} />
          )}
          {children}
          <Text size="xs" c="dimmed" className={css.sealed}>
            <Lock size={13} aria-hidden />
            <span>
              {hosts !== '' && `${say('credentials.only-with', { hosts })} `}
              {say('credentials.sealed')}
            </span>
          </Text>
          {refusal !== undefined && secret === undefined && <Notice tone="wrong">{refusal}</Notice>}
          <SignInTrouble
            outcome={outcome}
            onTrust={(field, value) => {
              const trusting = { ...values, [field]: value };
              setValues(trusting);
              void connect(trusting);
            }}
            onKeep={finish}
            onAppAgain={app.data?.maySetUp === true ? () => setAppAgain(true) : undefined}
          />
          <Group justify="flex-end" gap={12}>
            <Text size="xs" c="dimmed" role="status">
              {busy && say('credentials.checking', { component: title })}
            </Text>
            <Button
              type="submit"
              loading={busy}
              leftSection={outcome?.kind === 'unproved' ? <RotateCw size={14} /> : undefined}
            >
              {outcome?.kind === 'unproved'
                ? say('credentials.try-again')
                : part === undefined
                  ? say('credentials.submit')
                  : say('credentials.sign-in-there', { component: service })}
            </Button>
          </Group>
        </Stack>
      </SchemaForm>
    </Stack>
  );
}

/** Whether the form is no longer there; what it leaves is put away as it goes. */
function useIsGone(putAway: () => void): () => boolean {
  const isGone = useRef(false);
  const last = useRef(putAway);
  useEffect(() => {
    last.current = putAway;
  }, [putAway]);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      last.current();
    };
  }, []);
  return () => isGone.current;
}

/** Where the secret may go, as far as it is known before it is sealed. */
function hostsOf(component: Component, placeUrl: string | undefined): string {
  const hosts = component.origins.flatMap((origin) => {
    if (typeof origin === 'string') return [origin.replace(/^https?:\/\//, '')];
    if ('named' in origin) return placeUrl === undefined ? [] : [new URL(placeUrl).host];
    return [];
  });
  return [...new Set(hosts)].join(', ');
}
