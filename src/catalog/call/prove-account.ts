/**
 * Whether a service lets an account in, and who it says that is.
 *
 * Of a connector's service it is known what is asked and what is answered. Of an address that a person typed nobody knows: there
 * the same is asked with the account and without. Only where the first is let in and the second is not, the account is proved.
 */
import type { JsonObject, Result } from '../../shared/index.ts';
import type { CallFailure, RequestTemplate, ServiceAnswer } from '../call-contract.ts';
import type { Component } from '../component/component.ts';
import type { CredentialType } from '../component/credential-type.ts';
import { pointerParts } from '../json-pointer.ts';
import { planVerify } from './plan-call.ts';
import { takeFacts } from './take-answer.ts';

interface AccountToProve {
  readonly component: Component;
  readonly type: CredentialType;
  /** Of the form at least `askedOfForm`. */
  readonly form: JsonObject;
  /** Asks with the account. */
  readonly ask: (request: RequestTemplate) => Promise<ServiceAnswer>;
}

export type AccountProof =
  | { readonly kind: 'proved'; readonly facts: Facts }
  /** There is nothing that could be asked. */
  | { readonly kind: 'none' }
  /** It was asked, and answers whoever asks alike. */
  | { readonly kind: 'untold' }
  | { readonly kind: 'refused'; readonly status: number; readonly request: RequestTemplate }
  /** It is wrong, or right and without the right to ask this. */
  | { readonly kind: 'not-let-in'; readonly request: RequestTemplate }
  | { readonly kind: 'failed'; readonly failure: CallFailure; readonly request: RequestTemplate };

type Facts = Readonly<Record<string, string>>;
type Asked = Result<Facts, CallFailure>;

export async function proveAccount(given: AccountToProve): Promise<AccountProof> {
  const { component, type, form, ask } = given;
  const { verify } = type;
  if (verify === undefined) return { kind: 'none' };
  const planned = planVerify(component, verify.call, form);
  if (!planned.ok) return { kind: verify.compare === true ? 'untold' : 'none' };
  const request = planned.value;
  const asked = async (as: RequestTemplate): Promise<Asked> =>
    takeFacts(verify.call, verify.facts, as, await ask(as));
  const answer = await asked(request);
  return verify.compare === true && request.via === undefined
    ? compared(request, answer, () => asked({ ...request, asNobody: true }))
    : said(request, answer);
}

/** What of a form the proof asks by: the addresses, never a secret. It may be kept, to ask again. */
export function askedOfForm({ schema, verify }: CredentialType, form: JsonObject): JsonObject {
  const path = verify?.call.via === 'http' ? verify.call.path : [];
  const places = path.flatMap((part) =>
    typeof part === 'object' && 'address' in part ? [part.address, part.or ?? ''] : [],
  );
  const asked = new Set(places.flatMap((place) => pointerParts(place).slice(0, 1)));
  return Object.fromEntries(
    Object.entries(form).filter(
      ([name]) => asked.has(name) && schema.properties?.[name]?.writeOnly !== true,
    ),
  );
}

function said(request: RequestTemplate, answer: Asked): AccountProof {
  if (answer.ok) return { kind: 'proved', facts: answer.value };
  const { status } = answer.reason;
  return status === 401 || status === 403
    ? { kind: 'refused', status, request }
    : { kind: 'failed', failure: answer.reason, request };
}

async function compared(
  request: RequestTemplate,
  answer: Asked,
  asNobody: () => Promise<Asked>,
): Promise<AccountProof> {
  const standing = standingOf(answer);
  if (standing === 'kept-out') return { kind: 'refused', status: 401, request };
  if (standing === 'not-allowed') return { kind: 'not-let-in', request };
  // Who is let in as far as a fault of the service is let in.
  const nobody = standing === 'silent' ? 'silent' : standingOf(await asNobody());
  if (nobody === 'kept-out' || nobody === 'not-allowed') return { kind: 'proved', facts: {} };
  return answer.ok || standing === 'heard'
    ? { kind: 'untold' }
    : { kind: 'failed', failure: answer.reason, request };
}

/**
 * - `heard`: the question itself was looked at, whatever came of it: also where there is nothing at that address.
 * - `kept-out`: the service asks for a sign-in, or does not know this one.
 * - `not-allowed`: a sign-in that is wrong, or right and without the right to ask this.
 * - `trouble`: the service answers that it cannot right now.
 * - `silent`: it was not reached.
 */
type Standing = 'heard' | 'kept-out' | 'not-allowed' | 'trouble' | 'silent';

function standingOf(answer: Asked): Standing {
  if (answer.ok) return 'heard';
  const { code, kind, status } = answer.reason;
  if (status === undefined) return 'silent';
  if (kind === 'retryable') return 'trouble';
  if (code === 'failures.key-refused') return 'kept-out';
  return code === 'failures.not-allowed' ? 'not-allowed' : 'heard';
}
