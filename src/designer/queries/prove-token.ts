import { wordsOf, type Json, type Wording } from '../../shared/index.ts';
import { planCall, type Component, type CredentialType, type Operation } from '../../catalog/index.ts';
import { callService } from './proxy-client.ts';

/** What asking the service "who is this?" gave. */
export type Proof =
  | { readonly kind: 'proved'; readonly says: string }
  /** The service has no question to ask. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly status: number; readonly words?: string }
  | { readonly kind: 'unknown'; readonly problem: Wording };

/** Asks the service who the sealed token belongs to, by the credential type's own question. */
export async function proveToken(component: Component, type: CredentialType, token: string): Promise<Proof> {
  const { verify } = type;
  if (verify === undefined) return { kind: 'none' };
  const question: Operation = {
    id: 'verify',
    title: type.title,
    description: '',
    effect: 'read',
    emits: 'one',
    slots: {},
    sample: {},
    call: verify.call,
  };
  const planned = planCall({ component, operation: question, settings: {}, input: {} });
  if (!planned.ok) return { kind: 'none' };
  const answer = await callService(planned.value, token);
  const title = wordsOf(component.title);
  if (answer.kind === 'unanswered') return { kind: 'unknown', problem: answer.problem };
  if (answer.status === 401 || answer.status === 403) {
    const words = textAt(answer.body, verify.call.take?.errors?.text);
    return { kind: 'refused', status: answer.status, ...(words !== undefined && { words }) };
  }
  if (answer.status >= 400)
    return { kind: 'unknown', problem: { code: 'credentials.trouble', params: { component: title, status: answer.status } } };
  return { kind: 'proved', says: proofWords(wordsOf(verify.says), verify.facts, answer.body) };
}

/** "Connected as {name}, workspace {workspace}" with the answer's facts; a fact that is not there leaves no brace behind. */
export function proofWords(says: string, facts: Readonly<Record<string, string>>, body: Json): string {
  return says.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => textAt(body, facts[name]) ?? '…');
}

function textAt(body: Json, pointer: string | undefined): string | undefined {
  if (pointer === undefined) return undefined;
  let here: unknown = body;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return typeof here === 'string' || typeof here === 'number' ? String(here) : undefined;
}
