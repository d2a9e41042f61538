import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { RefusedError } from '../../refusal.ts';

/** Why nobody was signed in, as far as the person can do something about it. */
export interface SignInTrouble {
  readonly problem:
    /** The person, or the provider, said no. */
    | 'declined'
    /** The code was used before, or too late. */
    | 'used'
    /** The provider does not know this Footbridge, or not its secret. */
    | 'client-refused'
    | 'unreachable'
    | 'refused'
    | 'not-understood';
  /** The provider's code for it, such as `invalid_scope`. */
  readonly code?: string;
}

const declined: ReadonlySet<string> = new Set(['access_denied', 'login_required']);
const later: ReadonlySet<string> = new Set(['temporarily_unavailable', 'server_error']);
const ofClient: ReadonlySet<string> = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_redirect_uri',
]);

/** What the library throws, as what it means here. Anything unforeseen is not believed. */
export function toTrouble(cause: unknown): SignInTrouble {
  if (cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError) {
    const code = plainCode(cause.error);
    if (declined.has(code)) return { problem: 'declined' };
    if (code === 'invalid_grant') return { problem: 'used' };
    if (later.has(code)) return { problem: 'unreachable' };
    return { problem: ofClient.has(code) ? 'client-refused' : 'refused', code };
  }
  if (refusedIn(cause) !== undefined || isTooLate(cause)) return { problem: 'unreachable' };
  const status = statusIn(cause);
  if (status === 401) return { problem: 'client-refused', code: 'invalid_client' };
  return { problem: status === 429 || status >= 500 ? 'unreachable' : 'not-understood' };
}

/** For the operator, whose server does not start. */
export function whyNotDiscovered(issuer: string, cause: unknown): string {
  const start = `FOOTBRIDGE_OIDC_ISSUER: ${issuer}`;
  const check =
    'Check the address: the provider’s own list is at it, followed by /.well-known/openid-configuration.';
  const refused = refusedIn(cause);
  if (refused?.code === 'proxy.https-needed')
    return `${start} is not https. Only a provider that FOOTBRIDGE_ALLOW names as host:port is asked without encryption.`;
  if (refused?.code === 'proxy.destination-not-allowed')
    return `${start} is an address inside a private network. To allow it, start Footbridge with ${String(refused.params['allow'])}`;
  if (refused?.code === 'proxy.certificate-not-trusted')
    return `${start} shows a certificate that is not trusted. If it is of your own authority, name that with NODE_EXTRA_CA_CERTS.`;
  if (refused !== undefined || isTooLate(cause))
    return `${start} does not answer (${refused?.code.replace('proxy.', '') ?? 'too slow'}). ${check}`;
  const found = issuerIn(cause);
  if (found !== undefined)
    return `${start} says of itself that it is ${found}. If that is the provider you mean, set FOOTBRIDGE_OIDC_ISSUER to it.`;
  return `${start} answers, but not as an OpenID Connect provider. ${check}`;
}

function refusedIn(cause: unknown): RefusedError | undefined {
  for (let at = cause; at instanceof Error; at = at.cause)
    if (at instanceof RefusedError) return at;
  return undefined;
}

function isTooLate(cause: unknown): boolean {
  return (
    cause instanceof ClientError && (cause.code === 'OAUTH_TIMEOUT' || cause.code === 'OAUTH_ABORT')
  );
}

function statusIn(cause: unknown): number {
  for (let at = cause; typeof at === 'object' && at !== null; at = (at as Error).cause)
    if ('status' in at && typeof at.status === 'number') return at.status;
  return 0;
}

function issuerIn(cause: unknown): string | undefined {
  if (!(cause instanceof ClientError) || typeof cause.cause !== 'object') return undefined;
  const { attribute, body } = (cause.cause ?? {}) as { attribute?: string; body?: object };
  if (attribute !== 'issuer' || body === undefined || !('issuer' in body)) return undefined;
  return typeof body.issuer === 'string' ? body.issuer.slice(0, 200) : undefined;
}

function plainCode(code: string): string {
  return /^[\w.-]{1,60}$/.test(code) ? code : 'unknown';
}
