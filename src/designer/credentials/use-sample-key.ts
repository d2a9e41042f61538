import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { propertiesOf, requiredOf, type JsonObject } from '../../shared/index.ts';
import type { Component, CredentialType } from '../../catalog/index.ts';
import type { Place } from '../../proxy/contract.ts';
import { useKeepCredential } from '../queries/credentials.ts';
import { placesQuery } from '../queries/places.ts';
import type { CredentialRow } from '../../storage/contract.ts';
import { secretFields } from '../ui/schema-form/prepare-schema.ts';
import { signIn, type SignIn } from './sign-in.ts';

/** A sample service of this Footbridge: its key is no secret, so one press connects. */
export interface SampleKey {
  readonly type: CredentialType;
  readonly values: JsonObject;
  /** The name of its place. */
  readonly place: string;
  /** What a step that asks it is set to. */
  readonly settings: JsonObject;
  /** What the sample is called. */
  readonly title: string;
  /** Where the service is now: its port may be another one after each start. */
  readonly host: string;
}

/** The sample key that opens a component; undefined for services of the world, and where a key alone does not open it. */
export function useSampleKey(component: Component | undefined): SampleKey | undefined {
  const places = useQuery(placesQuery).data ?? [];
  for (const type of component?.credentials ?? []) {
    const place = places.find(({ name }) => name === type.sampleKeyOf);
    if (place === undefined) continue;
    const values = sampleValues(type, place);
    if (requiredOf(type.schema, type.schema).every((field) => Object.hasOwn(values, field)))
      return {
        type,
        values,
        place: place.name,
        settings: place.sampleSettings ?? {},
        title: place.title,
        host: hostOf(place.url),
      };
  }
  return undefined;
}

/** What a sample fills into the form: its key, where it has one, and whatever else is asked. */
export function sampleValues(type: CredentialType, { sampleKey, sampleForm }: Place): JsonObject {
  const [secret] = secretFields(type.schema);
  const known = propertiesOf(type.schema, type.schema);
  const fitting = Object.entries(sampleForm ?? {}).filter(([name]) => Object.hasOwn(known, name));
  return {
    ...Object.fromEntries(fitting),
    ...(secret !== undefined && sampleKey !== undefined && { [secret]: sampleKey }),
  };
}

/** As an account names it: a file stands for itself. */
function hostOf(url: string): string {
  return url.startsWith('file:') ? url.slice('file:'.length) : new URL(url).host;
}

/** An account of a sample service that has moved since: its key is sealed to the address it had. */
export function hasMoved(
  account: CredentialRow,
  sample: SampleKey | undefined,
  { kind }: Pick<Component, 'kind'>,
): boolean {
  if (sample === undefined || account.hosts.includes(sample.host)) return false;
  // A component for any service has accounts of the same type that are the person's own.
  return account.sample === undefined
    ? kind !== 'generic' && account.type === sample.type.id
    : account.sample === sample.place;
}

/** Connects with the sample key, also for who goes elsewhere meanwhile; what stands in the way comes back as an outcome. */
export function useSampleSignIn(component: Component, sample: SampleKey | undefined) {
  const { mutateAsync: keep } = useKeepCredential();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<SignIn>();

  async function connect(
    account: { readonly name: string; readonly replaces?: string },
    onConnected: (credential: CredentialRow) => void,
  ): Promise<void> {
    if (sample === undefined) return;
    setBusy(true);
    setOutcome(undefined);
    const done = await signIn({
      component,
      ...account,
      type: sample.type,
      values: sample.values,
      sample: sample.place,
    });
    setBusy(false);
    if (done.kind !== 'connected') return setOutcome(done);
    // Whoever keeps tells what failed.
    await keep(done.credential).then(
      () => onConnected(done.credential),
      () => undefined,
    );
  }

  return { connect, busy, outcome };
}
