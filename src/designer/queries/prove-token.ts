import { wordsOf, type Wording } from '../../shared/index.ts';
import {
  planVerify,
  takeFacts,
  type CallFailure,
  type Component,
  type CredentialType,
} from '../../catalog/index.ts';
import { callService } from './proxy-client.ts';

/** What asking the service "who is this?" gave. */
export type Proof =
  | { readonly kind: 'proved'; readonly says: string }
  /** The service has no question to ask. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly status: number }
  | {
      readonly kind: 'to-trust';
      readonly problem: Wording;
      readonly field: string;
      readonly value: string;
    }
  | { readonly kind: 'unknown'; readonly problem: Wording };

/** Asks the service who the sealed token belongs to, by the credential type's own question. */
export async function proveToken(
  component: Component,
  type: CredentialType,
  token: string,
): Promise<Proof> {
  const { verify } = type;
  if (verify === undefined) return { kind: 'none' };
  const planned = planVerify(component, verify.call);
  if (!planned.ok) return { kind: 'none' };
  const answer = await callService(planned.value, token);
  const taken = takeFacts(verify.call, verify.facts, planned.value, answer);
  if (taken.ok) return { kind: 'proved', says: proofWords(wordsOf(verify.says), taken.value) };
  const { status } = taken.reason;
  if (status === 401 || status === 403) return { kind: 'refused', status };
  const shown = shownToTrust(taken.reason);
  if (shown !== undefined) return shown;
  return {
    kind: 'unknown',
    problem: status === undefined ? taken.reason : troubleOf(component, status, taken.reason),
  };
}

/** Below 500 what was entered is the reason, and the service mostly says which part of it. */
function troubleOf(component: Component, status: number, { serviceWords }: CallFailure): Wording {
  const title = wordsOf(component.title);
  return status < 500 && serviceWords !== undefined
    ? { code: 'credentials.trouble-said', params: { component: title, words: serviceWords } }
    : { code: 'credentials.trouble', params: { component: title, status } };
}

/** "Connected as {name}, workspace {workspace}" with the answer's facts; a fact that is not there leaves no brace behind. */
export function proofWords(says: string, facts: Readonly<Record<string, string>>): string {
  return says.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    facts[name] === undefined || facts[name] === '' ? '…' : facts[name],
  );
}

/** A refusal that names a field of the form and what would have to stand in it. */
function shownToTrust({ code, params }: Wording): Extract<Proof, { kind: 'to-trust' }> | undefined {
  const { field, trust } = params;
  return typeof field === 'string' && typeof trust === 'string'
    ? { kind: 'to-trust', problem: { code, params }, field: field.replace(/^\//, ''), value: trust }
    : undefined;
}
