/**
 * What the person types to sign in.
 *
 * 1. The values live in this component's state and nowhere else; they are dropped the moment they are sealed and kept.
 * 2. On every failure they stay, so that one wrong letter is one letter to mend.
 * 3. Words of a refusal stand at the field that holds the secret.
 */
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { KeyRound, Lock, RotateCw, ShieldCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { propertiesOf, titleOf, wordsOf, type JsonObject } from '../../shared/index.ts';
import type { Component, CredentialType } from '../../catalog/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { placesQuery } from '../queries/places.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { Notice } from '../ui/notice.tsx';
import { pointerOf } from '../ui/schema-form/misfit-words.ts';
import { secretFields, seeded } from '../ui/schema-form/prepare-schema.ts';
import { SchemaForm } from '../ui/schema-form/schema-form.tsx';
import { signIn, type SignIn } from './sign-in.ts';
import { troubleWords } from './trouble-words.ts';
import { WhereToFind } from './where-to-find.tsx';
import css from './credentials.module.css';

interface CredentialFormProps {
  readonly component: Component;
  readonly type: CredentialType;
  readonly name: string;
  readonly replaces: string | undefined;
  readonly onConnected: (credential: CredentialRow) => void;
  /** Fields besides the secret's own. */
  readonly children?: ReactNode;
}

export function CredentialForm({
  component,
  type,
  name,
  replaces,
  onConnected,
  children,
}: CredentialFormProps) {
  const { schema } = type;
  const [values, setValues] = useState<JsonObject>(() => seeded(schema, {}));
  const [outcome, setOutcome] = useState<SignIn>();
  const [busy, setBusy] = useState(false);
  const place = useQuery(placesQuery).data?.find((one) => one.name === type.sampleKeyOf);
  const title = wordsOf(component.title);
  const [secret] = secretFields(schema);
  const field =
    secret === undefined ? undefined : titleOf(propertiesOf(schema, schema)[secret], secret);

  async function connect(entered: JsonObject): Promise<void> {
    setBusy(true);
    setOutcome(undefined);
    const done = await signIn({ component, type, name, values: entered, replaces });
    setBusy(false);
    if (done.kind === 'connected') finish(done.credential);
    else setOutcome(done);
  }
  function finish(credential: CredentialRow): void {
    setValues({});
    setOutcome(undefined);
    onConnected(credential);
  }

  const refusal = outcome?.kind === 'refused' ? troubleWords(outcome, title, field) : undefined;
  const hosts = hostsOf(component, place?.url);
  return (
    <Stack gap={16}>
      {place?.sampleKey !== undefined && secret !== undefined && (
        <Group className={css.sample} justify="space-between" wrap="nowrap" gap={12}>
          <Text size="sm">{say('credentials.sample')}</Text>
          <Button
            data-autofocus
            size="compact-sm"
            variant="default"
            flex="none"
            leftSection={<KeyRound size={14} />}
            disabled={busy}
            onClick={() => {
              const filled = { ...values, ...place.sampleForm, [secret]: place.sampleKey ?? '' };
              setValues(filled);
              void connect(filled);
            }}
          >
            {say('credentials.sample-use')}
          </Button>
        </Group>
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
          {type.whereToFind !== undefined && (
            <WhereToFind
              text={wordsOf(type.whereToFind.text)}
              url={type.whereToFind.url ?? place?.url}
            />
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
          {outcome?.kind === 'not-sealed' && (
            <Notice tone="wrong">{sayWording(outcome.problem)}</Notice>
          )}
          {outcome?.kind === 'to-trust' && (
            <Notice tone="wrong">
              <Stack gap={8} align="flex-start">
                <span>{sayWording(outcome.problem)}</span>
                <Button
                  type="button"
                  size="compact-sm"
                  variant="default"
                  leftSection={<ShieldCheck size={14} />}
                  onClick={() => {
                    const trusting = { ...values, [outcome.field]: outcome.value };
                    setValues(trusting);
                    void connect(trusting);
                  }}
                >
                  {say('credentials.trust')}
                </Button>
              </Stack>
            </Notice>
          )}
          {outcome?.kind === 'unproved' && (
            <Notice tone="wrong">
              {sayWording(outcome.problem)}{' '}
              <Anchor
                component="button"
                type="button"
                size="sm"
                c="inherit"
                td="underline"
                onClick={() => finish(outcome.credential)}
              >
                {say('credentials.keep-anyway')}
              </Anchor>
            </Notice>
          )}
          <Group justify="flex-end" gap={12}>
            <Text size="xs" c="dimmed" role="status">
              {busy && say('credentials.checking', { component: title })}
            </Text>
            <Button
              type="submit"
              loading={busy}
              leftSection={outcome?.kind === 'unproved' ? <RotateCw size={14} /> : undefined}
            >
              {say(outcome?.kind === 'unproved' ? 'credentials.try-again' : 'credentials.submit')}
            </Button>
          </Group>
        </Stack>
      </SchemaForm>
    </Stack>
  );
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
