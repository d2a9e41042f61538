/**
 * Seal, prove, keep: in that order, so that a key the service refuses is never kept.
 *
 * 1. What the person typed is handed to the proxy once and to nothing else: no query, no mutation cache, no log.
 * 2. What is kept is the sealed token, who it belongs to (in the service's own words) and the last characters.
 * 3. Where the person signs in at the service, the proxy seals what the service gives; the page gets the same sealed token.
 * 4. An outcome is data. On every failure the form keeps what was typed; only the form holds it.
 */
import { wordsOf, type JsonObject, type Wording } from '../../shared/index.ts';
import { askedOfForm, type Component, type CredentialType } from '../../catalog/index.ts';
import { ProxyRefusal, sealCredential } from '../queries/proxy-client.ts';
import { proveToken, type Proof } from '../queries/prove-token.ts';
import type { SealAnswer } from '../../proxy/contract.ts';
import type { CredentialRow } from '../../storage/contract.ts';

export type SignIn =
  | { readonly kind: 'connected'; readonly credential: CredentialRow }
  /** The service knows the key to be wrong. */
  | { readonly kind: 'refused'; readonly status: number; readonly by: string }
  /** The service showed who it is (a server's key), and only a person can say whether that is right: `value` belongs into `field`. */
  | {
      readonly kind: 'to-trust';
      readonly problem: Wording;
      readonly field: string;
      readonly value: string;
    }
  /** No proof is possible right now; `credential` may be kept unproved. */
  | { readonly kind: 'unproved'; readonly problem: Wording; readonly credential: CredentialRow }
  /** The proxy would not seal it. */
  | { readonly kind: 'not-sealed'; readonly problem: Wording };

interface Entry {
  readonly component: Component;
  readonly type: CredentialType;
  readonly name: string;
  readonly values: JsonObject;
  /** The credential whose secret is replaced. */
  readonly replaces?: string | undefined;
  /** The place whose sample key this is. */
  readonly sample?: string | undefined;
}

export async function signIn(entry: Entry): Promise<SignIn> {
  const { component, type, values } = entry;
  try {
    return await proveSealed(
      entry,
      await sealCredential({ component: component.id, type: type.id, values }),
    );
  } catch (cause) {
    if (cause instanceof ProxyRefusal) return { kind: 'not-sealed', problem: cause.wording };
    throw cause;
  }
}

/** What is sealed already: by the form, or by a sign-in at the service. */
export async function proveSealed(
  { component, type, name, values, replaces, sample }: Entry,
  sealed: SealAnswer,
): Promise<SignIn> {
  const asked = askedOfForm(type, values);
  const credential: CredentialRow = {
    id: replaces ?? crypto.randomUUID(),
    name: name.trim() === '' ? wordsOf(component.title) : name.trim(),
    component: component.id,
    type: type.id,
    token: sealed.token,
    hosts: sealed.hosts,
    hints: sealed.hints,
    ...(Object.keys(asked).length === 0 ? {} : { asked }),
    ...(sample === undefined ? {} : { sample }),
    ...(sealed.expires === undefined ? {} : { expires: sealed.expires }),
    at: Date.now(),
  };
  return outcomeOf(await proveToken(component, type, sealed.token, asked), credential);
}

/** Asks its service once more who a kept account belongs to. */
export async function checkAgain(
  component: Component,
  type: CredentialType,
  account: CredentialRow,
): Promise<SignIn> {
  const { says: _said, unchecked: _since, ...credential } = account;
  return outcomeOf(
    await proveToken(component, type, account.token, account.asked ?? {}),
    credential,
  );
}

/** The account as it is kept now, with what its proof has said; one that was connected again meanwhile has a proof of its own. */
export function provedAs(
  now: CredentialRow,
  { at, says, unchecked }: CredentialRow,
): CredentialRow {
  if (now.at !== at) return now;
  const { says: _said, unchecked: _since, ...rest } = now;
  return { ...rest, ...(says !== undefined && { says }), ...(unchecked && { unchecked }) };
}

function outcomeOf(proof: Proof, credential: CredentialRow): SignIn {
  switch (proof.kind) {
    case 'proved':
      return { kind: 'connected', credential: { ...credential, says: proof.says } };
    case 'none':
      return { kind: 'connected', credential };
    case 'untold':
      return { kind: 'connected', credential: { ...credential, unchecked: 'alike' } };
    case 'refused':
    case 'to-trust':
      return proof;
    case 'unknown':
      return {
        kind: 'unproved',
        problem: proof.problem,
        credential: { ...credential, unchecked: 'kept' },
      };
  }
}
