/** Authorization code with PKCE (RFC 6749, section 4.1; RFC 7636): a window at the service, then its code for tokens. */
import { decodeJwt } from 'jose';
import type { OAuth2Rule } from '../../catalog/contract.ts';
import type { Json } from '../../shared/index.ts';
import { callbackPathOf } from '../contract.ts';
import { RefusedError } from '../refusal.ts';
import { refusePlainHttp } from '../secure-line.ts';
import type { OAuthApps } from './apps.ts';
import { addressOf, clientOf, saidPairs, scopesOf } from './oauth-rule.ts';
import { challengeOf } from './pkce.ts';
import { askForTokens, isRefusal, type GivenTokens, type TokenDeps } from './token-request.ts';
import { refusedBy } from './refused-by.ts';

type WindowRule = Extract<OAuth2Rule, { grant: 'authorization-code' }>;

/** What the service's answer must bring along, and what goes with it to the token address. */
export interface WindowProof {
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly redirect: string;
}

interface WindowDeps extends TokenDeps {
  readonly apps: OAuthApps;
  readonly newId: () => string;
}

/** The address of the window. Nothing in it is a secret. `origin`: of the page, where the window comes back to. */
export async function windowOf(
  auth: WindowRule,
  values: Json,
  origin: string,
  { apps, newId, destinations }: WindowDeps,
): Promise<{ readonly address: string; readonly proof: WindowProof }> {
  const client = await clientOf(auth, values, apps);
  const url = addressOf(auth.authorizeUrl, values);
  refusePlainHttp(url, destinations);
  const token = addressOf(auth.tokenUrl, values);
  refusePlainHttp(token, destinations);
  const service = auth.app === undefined ? { authorize: url, token } : { app: auth.app };
  const redirect = `${origin}${callbackPathOf(service)}`;
  const proof = { state: newId(), verifier: `${newId()}${newId()}`, nonce: newId(), redirect };
  const scopes = scopesOf(auth, values);
  const asked: Record<string, string> = {
    ...Object.fromEntries(saidPairs(auth.authorizeParameters, values)),
    response_type: 'code',
    client_id: client.id,
    redirect_uri: redirect,
    state: proof.state,
    code_challenge: challengeOf(proof.verifier),
    code_challenge_method: 'S256',
    ...(scopes === '' ? {} : { scope: scopes }),
    ...(scopes.split(/\s+/).includes('openid') ? { nonce: proof.nonce } : {}),
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return { address: url.href, proof };
}

/** An answer has come to this service's own address, and one that names its service names this one. Throws `proxy.sign-in-other-service`. */
export function checkService(
  auth: WindowRule,
  values: Json,
  got: { readonly redirect: string; readonly path: string; readonly answer: URLSearchParams },
): void {
  const { origin, host } = addressOf(auth.authorizeUrl, values);
  const own = [origin, addressOf(auth.tokenUrl, values).origin];
  const isOwn = (issuer: string): boolean =>
    URL.canParse(issuer) && own.includes(new URL(issuer).origin);
  if (got.path !== new URL(got.redirect).pathname || !got.answer.getAll('iss').every(isOwn))
    throw new RefusedError('proxy.sign-in-other-service', { host });
}

/** Throws a refusal that says why the service gives no tokens for its own code. */
export async function tokensForCode(
  auth: WindowRule,
  values: Json,
  proof: WindowProof,
  code: string,
  deps: WindowDeps,
): Promise<GivenTokens> {
  const url = addressOf(auth.tokenUrl, values);
  const client = await clientOf(auth, values, deps.apps);
  const parameters = [
    ['grant_type', 'authorization_code'],
    ['code', code],
    ['redirect_uri', proof.redirect],
    ['code_verifier', proof.verifier],
  ] as const;
  const given = await askForTokens(url, auth, values, client, parameters, deps);
  if (isRefusal(given)) throw refusedBy(url.host, given);
  checkNonce(given, proof.nonce, url.host);
  return given;
}

/** OpenID Connect Core, section 3.1.3.7: a token that came straight from its issuer needs no other proof. */
function checkNonce({ idToken }: GivenTokens, nonce: string, host: string): void {
  if (idToken === undefined) return;
  try {
    const claims = decodeJwt(idToken);
    if (claims['nonce'] === undefined || claims['nonce'] === nonce) return;
  } catch {
    // No JWT: not understood either.
  }
  throw new RefusedError('proxy.tokens-not-understood', { host });
}
