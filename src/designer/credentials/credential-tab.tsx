import { useQuery } from '@tanstack/react-query';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Plug, Plus } from 'lucide-react';
import { useState } from 'react';
import { wordsOf } from '../../shared/index.ts';
import { calledOrigin, suggestSignIns } from '../../catalog/index.ts';
import { say } from '../../words/index.ts';
import { bindingsQuery, credentialsQuery, useBindCredential } from '../queries/credentials.ts';
import type { SaidOfAccount } from '../state/said-of-account.ts';
import { useDocument, useWorkbench } from '../state/workbench.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { Notice } from '../ui/notice.tsx';
import { CredentialCard } from './credential-card.tsx';
import { CredentialDialog } from './credential-dialog.tsx';
import { hasExpired } from './expiry.ts';
import { broughtSettings, fillSlot, openSteps } from './fill-slot.ts';
import { FirstAccount } from './first-account.tsx';
import { MovedNotice } from './moved-notice.tsx';
import { hasMoved, useSampleKey } from './use-sample-key.ts';
import css from './credentials.module.css';

interface CredentialTabProps {
  readonly step: string;
  /** The step was without an account and has one now; what is to be read is the service's proof, or that there is none. */
  readonly onConnected: (said: SaidOfAccount | undefined) => void;
}

/** How this step signs in: one of the accounts of its component, or a new one. */
export function CredentialTab({ step: id, onConnected }: CredentialTabProps) {
  const { catalog, document, newId } = useWorkbench();
  const flow = useDocument((state) => state.flow);
  const readOnly = useDocument((state) => state.readOnly);
  const step = flow?.steps.find((one) => one.id === id);
  const component = step === undefined ? undefined : catalog.component(step.component);
  const accounts = useQuery(credentialsQuery).data ?? [];
  const sample = useSampleKey(component);
  const bindings = useQuery(bindingsQuery(flow?.id ?? '')).data ?? {};
  const bind = useBindCredential();
  const [now] = useState(Date.now);
  const [fresh, setFresh] = useState<string>();
  const [dialog, setDialog] = useState<{ readonly again?: CredentialRow }>();
  if (flow === undefined || step === undefined || component === undefined) return null;

  const title = wordsOf(component.title);
  const mine = accounts.filter((account) => account.component === component.id);
  const slot = flow.credentials.find((one) => one.id === step.credential);
  const used = mine.find(
    (account) => step.credential !== undefined && bindings[step.credential] === account.id,
  );
  const others = openSteps(flow, step, bindings);
  const operation = component.operations.find((one) => one.id === step.operation);
  const calls = operation && calledOrigin(operation, step.settings, step.shapes);
  const host = calls && new URL(calls).host;

  const suggested =
    operation === undefined ? [] : suggestSignIns(component, operation, step.settings, step.shapes);

  /** In the flow as it is when the service has answered: meanwhile the person may have gone on. */
  function choose(account: CredentialRow): void {
    const { flow: now } = document.getState();
    const asked = now?.id === flow?.id ? now?.steps.find((one) => one.id === id) : undefined;
    if (now === undefined || asked === undefined) return;
    const brought =
      account.sample === undefined || account.sample !== sample?.place
        ? undefined
        : broughtSettings(asked, operation, sample.settings, placesLeft(used, account));
    const filling = fillSlot(now, asked, account, bindings, newId(), brought);
    if (filling.operation !== undefined && !document.apply(filling.operation).ok) return;
    bind.mutate({ flow: now.id, slot: filling.slot, credential: account.id });
  }
  function connected(account: CredentialRow): void {
    setDialog(undefined);
    setFresh(account.id);
    choose(account);
    if (used === undefined) onConnected(saidOf(account));
  }
  function useThereToo(): void {
    if (step?.credential === undefined) return;
    document.apply({
      type: 'batch',
      label: say('credentials.used-there', { component: title }),
      operations: others.map((other) => ({
        type: 'step.set-credential',
        step: other.id,
        credential: step.credential,
      })),
    });
  }

  return (
    <Stack gap={16}>
      {slot !== undefined && used === undefined && mine.length > 0 && (
        <Notice tone="open">{say('credentials.not-in-browser', { name: slot.name })}</Notice>
      )}
      {used !== undefined && hasMoved(used, sample, component) && (
        <MovedNotice
          component={component}
          sample={sample}
          account={used}
          disabled={readOnly}
          onConnected={connected}
        />
      )}
      {used !== undefined && hasExpired(used, now) && (
        <Notice tone="wrong">
          <Stack gap={8} align="flex-start">
            {say('credentials.expired-here', { name: used.name })}
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<Plug size={13} />}
              disabled={readOnly}
              onClick={() => setDialog({ again: used })}
            >
              {say('credentials.connect-again')}
            </Button>
          </Stack>
        </Notice>
      )}
      {used !== undefined && host !== undefined && !used.hosts.includes(host) && (
        <Notice tone="wrong">
          {say('credentials.other-host', { name: used.name, hosts: used.hosts.join(', '), host })}
        </Notice>
      )}
      {mine.length === 0 ? (
        <FirstAccount
          component={component}
          sample={sample}
          disabled={readOnly}
          onEnter={() => setDialog({})}
          onConnected={connected}
        />
      ) : (
        <fieldset className={css.accounts} disabled={readOnly} data-guide="accounts">
          <legend>{say('credentials.choose')}</legend>
          {mine.map((account) => (
            <CredentialCard
              key={account.id}
              component={component}
              account={account}
              type={component.credentials.find((type) => type.id === account.type)}
              chosen={account.id === used?.id}
              fresh={account.id === fresh}
              onUse={() => choose(account)}
              onAgain={() => setDialog({ again: account })}
            />
          ))}
          {component.credentialOptional === true && (
            <label className={css.none}>
              <input
                type="radio"
                checked={step.credential === undefined}
                onChange={() =>
                  document.apply({
                    type: 'step.set-credential',
                    step: step.id,
                    credential: undefined,
                  })
                }
              />
              {say('credentials.none-chosen')}
            </label>
          )}
        </fieldset>
      )}
      {mine.length > 0 && (
        <Button
          variant="default"
          leftSection={<Plus size={14} />}
          onClick={() => setDialog({})}
          disabled={readOnly}
        >
          {say('credentials.connect-another')}
        </Button>
      )}
      {used !== undefined && others.length > 0 && (
        <Group className={css.others} justify="space-between" wrap="nowrap" gap={12}>
          <Text size="sm">
            {say('credentials.others', { count: others.length, component: title })}
          </Text>
          <Button size="compact-sm" variant="default" flex="none" onClick={useThereToo}>
            {say('credentials.others-use')}
          </Button>
        </Group>
      )}
      <CredentialDialog
        opened={dialog !== undefined}
        component={component}
        again={dialog?.again}
        taken={accounts.map(({ name }) => name)}
        // Beside an account that is there, the description knows better than that account what this step needs.
        preferred={used !== undefined && suggested.length > 0 ? undefined : slot?.type}
        suggested={suggested}
        calls={calls}
        onClose={() => setDialog(undefined)}
        onConnected={connected}
      />
    </Stack>
  );
}

/** Where the service of an account was that is replaced by one elsewhere. */
function placesLeft(before: CredentialRow | undefined, account: CredentialRow): readonly string[] {
  return before?.id === account.id
    ? before.hosts.filter((host) => !account.hosts.includes(host))
    : [];
}

function saidOf({ says, unchecked }: CredentialRow): SaidOfAccount | undefined {
  if (says !== undefined) return { words: says, isProved: true };
  return unchecked === undefined
    ? undefined
    : { words: say(`credentials.unchecked-${unchecked}`), isProved: false };
}
