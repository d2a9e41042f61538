import { openCredential, type CredentialDeps } from '../credentials.ts';
import { signingSecret } from '../auth-rules.ts';
import { RefusedError } from '../refusal.ts';
import type { Session } from '../session.ts';
import type { SignatureKind } from './signatures.ts';

/** The secret that callers sign with, and how. Throws a refusal when the credential is no longer good, or none for calls. */
export async function secretOfCalls(
  token: string,
  session: Session,
  deps: CredentialDeps,
): Promise<{ readonly kind: SignatureKind; readonly secret: string }> {
  const { credential } = await openCredential(token, session, deps);
  const { auth, values } = credential;
  if (auth.scheme !== 'signature') throw new RefusedError('proxy.webhook-cannot-sign');
  return { kind: auth.kind, secret: signingSecret(auth, values) };
}
