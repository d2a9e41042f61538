/**
 * The provider that people sign in at: OpenID Connect, authorization code with PKCE, by the library `openid-client`.
 *
 * 1. Everything it asks goes through the one outbound function, over https, or to a destination that the operator named.
 * 2. `state`, `nonce`, `iss` (RFC 9207) and the signature of the ID token are checked, whatever the line it came by.
 * 3. Of what the provider says in its own words nothing is shown; of its errors only the code.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type ServerMetadata,
} from 'openid-client';
import { parseJson, type JsonObject } from '../../../shared/index.ts';
import type { Destinations } from '../../egress/destinations.ts';
import type { Egress } from '../../egress/egress.ts';
import { libraryFetch } from '../../egress/library-fetch.ts';
import { refusePlainHttp } from '../../secure-line.ts';
import { toTrouble, whyNotDiscovered, type SignInTrouble } from './trouble.ts';
import type { Proof } from './under-way.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Separated by spaces. */
  readonly scopes: string;
}

export interface OpenIdProvider {
  readonly issuer: string;
  readonly host: string;
  readonly clientId: string;
  /** The provider's own page, and what its answer has to fit. `isAnew`: it asks for the name again. */
  begin(
    redirect: string,
    isAnew: boolean,
  ): Promise<{ readonly address: string; readonly proof: Proof }>;
  /** What the provider says about the person, or why it says nothing that can be believed. */
  finish(answer: URLSearchParams, proof: Proof): Promise<SignedIn | SignInTrouble>;
  /** Where the person signs out of the provider, if it has such a page. */
  endAddress(idToken: string | undefined, comesBack: string): string | undefined;
}

export interface SignedIn {
  readonly claims: JsonObject & { readonly iss: string; readonly sub: string };
  readonly idToken: string;
}

const answerSeconds = 20;

/** Throws an error for the operator when the provider does not say by itself who it is. */
export async function discoverProvider(
  settings: ProviderSettings,
  deps: { readonly egress: Egress; readonly destinations: Destinations },
): Promise<OpenIdProvider> {
  const { issuer, clientId, clientSecret, scopes } = settings;
  const url = new URL(issuer);
  const options = {
    [customFetch]: libraryFetch(deps.egress, (asked) => refusePlainHttp(asked, deps.destinations)),
    timeout: answerSeconds,
    // `refusePlainHttp` is stricter than this switch: it lets through what the operator named, and nothing else.
    execute: [allowInsecureRequests, enableNonRepudiationChecks],
  };
  let config: Configuration;
  try {
    config = await discovery(url, clientId, clientSecret, byMethodOf(clientSecret), options);
  } catch (cause) {
    throw new Error(whyNotDiscovered(issuer, cause), { cause });
  }
  const server = config.serverMetadata();
  const { authorization_endpoint: authorize, token_endpoint: token, jwks_uri: keys } = server;
  if (authorize === undefined || token === undefined || keys === undefined)
    throw new Error(
      `FOOTBRIDGE_OIDC_ISSUER: ${issuer} does not say where people sign in, where codes are exchanged and which keys it signs with. It is no OpenID Connect provider that Footbridge can use.`,
    );

  return {
    issuer: server.issuer,
    host: url.host,
    clientId,
    async begin(redirect, isAnew) {
      const proof: Proof = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        redirect,
      };
      const address = buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: scopes,
        state: proof.state,
        nonce: proof.nonce,
        code_challenge: await calculatePKCECodeChallenge(proof.verifier),
        code_challenge_method: 'S256',
        ...(isAnew ? { prompt: 'login' } : {}),
      });
      return { address: address.href, proof };
    },
    async finish(answer, { state, nonce, verifier, redirect }) {
      try {
        const tokens = await authorizationCodeGrant(config, new URL(`${redirect}?${answer}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        const { id_token: idToken, access_token: access } = tokens;
        if (claims === undefined || idToken === undefined) return { problem: 'not-understood' };
        const more =
          server.userinfo_endpoint === undefined
            ? {}
            : await fetchUserInfo(config, access, claims.sub);
        return { claims: { ...toJson(more), ...toJson(claims), ...idOf(claims) }, idToken };
      } catch (cause) {
        return toTrouble(cause);
      }
    },
    endAddress(idToken, comesBack) {
      if (server.end_session_endpoint === undefined) return undefined;
      return buildEndSessionUrl(config, {
        post_logout_redirect_uri: comesBack,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      }).href;
    },
  };
}

/** As the provider says it wants the secret; in the header where it says nothing (OpenID Connect Discovery, section 3). */
function byMethodOf(secret: string): ReturnType<typeof ClientSecretBasic> {
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const methods = methodsOf(server);
    const prove = methods.includes('client_secret_basic') ? inHeader : inBody;
    return prove(server, client, body, headers);
  };
}

function methodsOf({
  token_endpoint_auth_methods_supported: methods = ['client_secret_basic'],
}: Pick<ServerMetadata, 'token_endpoint_auth_methods_supported'>): readonly string[] {
  return methods;
}

function idOf({ iss, sub }: { readonly iss: string; readonly sub: string }) {
  return { iss, sub };
}

/** Claims come out of JSON text. */
function toJson(claims: object): JsonObject {
  const parsed = parseJson(JSON.stringify(claims));
  return parsed.ok ? (parsed.value as JsonObject) : {};
}
