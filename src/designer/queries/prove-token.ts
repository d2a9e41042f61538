import { wordsOf, type JsonObject, type Wording } from '../../shared/index.ts';
import {
  proveAccount,
  type CallFailure,
  type Component,
  type CredentialType,
  type RequestTemplate,
} from '../../catalog/index.ts';
import { callService } from './proxy-client.ts';

/** What asking the service "who is this?" gave. `by`: what the service is called. */
export type Proof =
  | { readonly kind: 'proved'; readonly says: string }
  /** The service has no question to ask. */
  | { readonly kind: 'none' }
  /** It was asked, and answers whoever asks alike. */
  | { readonly kind: 'untold' }
  | { readonly kind: 'refused'; readonly status: number; readonly by: string }
  | {
      readonly kind: 'to-trust';
      readonly problem: Wording;
      readonly field: string;
      readonly value: string;
    }
  | { readonly kind: 'unknown'; readonly problem: Wording };

/** Asks the service who the sealed token belongs to, by the credential type's own question. `asked`: what of the form the question needs. */
export async function proveToken(
  component: Component,
  type: CredentialType,
  token: string,
  asked: JsonObject,
): Promise<Proof> {
  const proof = await proveAccount({
    component,
    type,
    form: asked,
    ask: (request) => callService(request, token),
  });
  if (proof.kind === 'none' || proof.kind === 'untold') return proof;
  if (proof.kind === 'proved')
    return { kind: 'proved', says: proofWords(wordsOf(type.verify?.says), proof.facts) };
  const by = nameOf(component, proof.request);
  if (proof.kind === 'refused') return { kind: 'refused', status: proof.status, by };
  if (proof.kind === 'not-let-in')
    return {
      kind: 'unknown',
      problem: { code: 'credentials.not-let-in', params: { component: by } },
    };
  const { failure } = proof;
  const shown = shownToTrust(failure);
  if (shown !== undefined) return shown;
  const { status } = failure;
  return {
    kind: 'unknown',
    problem: status === undefined ? failure : troubleOf(by, status, failure),
  };
}

/** A component for any service is called by the host that was typed. */
function nameOf({ title }: Component, planned: RequestTemplate): string {
  return planned.via === undefined && planned.address !== undefined
    ? new URL(planned.address).host
    : wordsOf(title);
}

/** Below 500 what was entered is the reason, and the service mostly says which part of it. */
function troubleOf(component: string, status: number, failure: CallFailure): Wording {
  // A sentence of our own needs none around it.
  if (!failure.code.startsWith('failures.')) return failure;
  const { serviceWords } = failure;
  return status < 500 && serviceWords !== undefined
    ? { code: 'credentials.trouble-said', params: { component, words: serviceWords } }
    : { code: 'credentials.trouble', params: { component, status } };
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
