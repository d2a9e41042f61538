/**
 * Keeps a credential's token good (OAuth 2): before it ends, and once when a service does not take it any more.
 *
 * 1. One question at a time for a credential, however many calls and pages wait for its answer.
 * 2. The newest tokens are kept in the store, sealed, under the credential's id. An older seal of the same credential finds
 *    them there: a page that never got the new seal goes on all the same.
 * 3. A service that knows the right to be withdrawn is asked once; from then on the person reads that a new sign-in is needed.
 * 4. A deleted credential is not renewed any more: a renewal under way is waited for, and what it brought is given back too.
 * 5. Where an account's place cannot be bound, nothing is connected: its first tokens are forgotten and given back.
 * 6. While a token is still good, trouble in renewing it troubles nobody.
 */
import type { OAuth2Rule } from '../../catalog/contract.ts';
import { RefusedError } from '../refusal.ts';
import type { ProxyStore } from '../store.ts';
import type { SealedCredential, Vault } from '../vault/vault.ts';
import type { OAuthApps } from './apps.ts';
import { assertionOf } from './assertion.ts';
import { atHome, isAtHome } from './home.ts';
import { addressOf, clientOf, isRenewable, optionalOf, scopesOf } from './oauth-rule.ts';
import {
  askAddress,
  askForTokens,
  isRefusal,
  type GivenTokens,
  type TokenDeps,
} from './token-request.ts';

/** A credential as it is to be used. `token` is its seal, where it is not the one that was given. */
export interface Fresh {
  readonly credential: SealedCredential;
  readonly token?: string;
}

export interface FreshTokens {
  /** With a token that is good now. Throws `proxy.sign-in-again`, and what stands in the way of asking. */
  current(credential: SealedCredential): Promise<Fresh>;
  /** With a token that the service has not refused yet; undefined where a new one cannot be had without a person. */
  renewed(credential: SealedCredential): Promise<Fresh | undefined>;
  /** The service took its token. */
  accepted(credential: SealedCredential): void;
  /** Gives the tokens of a credential that nobody has any more, or yet, back to the service, as far as it takes them. */
  giveBack(credential: SealedCredential): Promise<void>;
}

type OAuthCredential = SealedCredential & { readonly auth: OAuth2Rule };

/** A token is renewed this long before it ends, or after four fifths of a shorter life. */
const marginMs = 60_000;
const refusedAgainMs = 60_000;

export function createFreshTokens(
  deps: TokenDeps & {
    readonly vault: Vault;
    readonly store: ProxyStore;
    readonly apps: OAuthApps;
    /** Told of every renewal, for a host that has no page to keep the seal. */
    readonly onRenewed?: (credential: SealedCredential) => void;
  },
): FreshTokens {
  const { vault, store, now } = deps;
  const flights = new Map<string, Promise<Fresh>>();
  /** The generation that came of a refusal and was not taken yet, by credential: where it is refused too, a further one helps no more. */
  const afterRefusal = new Map<string, number>();
  const withdrawn = new Set<string>();

  async function newest(
    credential: OAuthCredential,
  ): Promise<Fresh & { credential: OAuthCredential }> {
    const kept = store.tokens(credential.id);
    if (kept === undefined || kept.generation <= generationOf(credential)) return { credential };
    const opened = await vault.open(kept.seal).catch(() => undefined); // its key is gone: what the page holds may still be good
    if (opened === undefined || !isOAuth(opened.credential)) return { credential };
    if (!opened.isOld) return { credential: opened.credential, token: kept.seal };
    const seal = await vault.seal(opened.credential);
    await store.keepTokens({ ...kept, seal });
    return { credential: opened.credential, token: seal };
  }

  function renew(credential: OAuthCredential): Promise<Fresh> {
    const running = flights.get(credential.id);
    if (running !== undefined) return running;
    const flight = ask(credential).finally(() => flights.delete(credential.id));
    flights.set(credential.id, flight);
    return flight;
  }

  async function ask(asked: OAuthCredential): Promise<Fresh> {
    // Somebody may have renewed it between the look and the asking: a refresh token used twice ends every token of it.
    const latest = await newest(asked);
    if (store.isRevoked(asked.id)) throw new RefusedError('proxy.credential-revoked');
    if (generationOf(latest.credential) > generationOf(asked)) return latest;
    const { credential } = latest;
    const { auth, values, tokens } = credential;
    const mark = `${credential.id} ${generationOf(credential)}`;
    const url = addressOf(auth.tokenUrl, values);
    if (withdrawn.has(mark)) throw new RefusedError('proxy.sign-in-again', { host: url.host });
    const client = await clientOf(auth, values, deps.apps);
    const parameters = await questionOf(credential, now());
    const given = await askForTokens(url, auth, values, client, parameters, deps);
    if (isRefusal(given)) {
      if (given.error === 'invalid_client' || given.error === 'unauthorized_client')
        throw new RefusedError('proxy.app-refused', { host: url.host });
      if (given.error !== 'invalid_grant' || !endsWithAPerson(auth))
        throw new RefusedError('proxy.sign-in-refused', { host: url.host, why: given.why });
      withdrawn.add(mark);
      throw new RefusedError('proxy.sign-in-again', { host: url.host });
    }
    const made = withTokens(credential, given, tokens?.refresh);
    // Kept before its place is asked for: the refresh token from before may be worth nothing now.
    const kept = await keep(made);
    deps.onRenewed?.(made);
    const bound = await atHome(made, given, deps).catch(async (cause: unknown) => {
      // A refresh token that somebody brought along stays theirs.
      const isFirst = tokens === undefined && auth.grant !== 'refresh-token';
      if (isFirst) await forget({ ...made, auth }).catch(() => undefined);
      throw cause;
    });
    return bound === made ? kept : keep(bound);
  }

  async function keep(made: SealedCredential): Promise<Fresh> {
    const seal = await vault.seal(made);
    await store.keepTokens({ id: made.id, generation: generationOf(made), seal });
    return { credential: made, token: seal };
  }

  async function forget({ id, auth, values, tokens }: OAuthCredential): Promise<void> {
    await store.forgetTokens(id);
    if (auth.revokeUrl === undefined || tokens === undefined) return;
    const client = await clientOf(auth, values, deps.apps);
    const what = [
      ['token', tokens.refresh ?? tokens.access],
      ['token_type_hint', tokens.refresh === undefined ? 'access_token' : 'refresh_token'],
    ] as const;
    await askAddress(addressOf(auth.revokeUrl, values), auth, values, client, what, deps);
  }

  return {
    async current(given) {
      if (!isOAuth(given)) return { credential: given };
      const fresh = await newest(given);
      const { auth, tokens } = fresh.credential;
      const isUsable = isAtHome(fresh.credential) && tokens !== undefined;
      if (isUsable && isGood(tokens, now())) return fresh;
      if (!isRenewable(auth, tokens?.refresh)) {
        if (isUsable && !hasEnded(tokens, now())) return fresh;
        throw new RefusedError('proxy.sign-in-again', {
          host: addressOf(auth.tokenUrl, given.values).host,
        });
      }
      try {
        return await renew(fresh.credential);
      } catch (cause) {
        if (isUsable && !hasEnded(tokens, now())) return fresh;
        throw cause;
      }
    },
    async renewed(given) {
      if (!isOAuth(given)) return undefined;
      const fresh = await newest(given);
      if (generationOf(fresh.credential) > generationOf(given)) return fresh;
      const { auth, tokens } = fresh.credential;
      const isNew = tokens !== undefined && now() - tokens.obtained < refusedAgainMs;
      const wasRefused = afterRefusal.get(given.id) === generationOf(given);
      if ((wasRefused && isNew) || !isRenewable(auth, tokens?.refresh)) return undefined;
      const made = await renew(fresh.credential);
      afterRefusal.set(given.id, generationOf(made.credential));
      return made;
    },
    accepted({ id }) {
      afterRefusal.delete(id);
    },
    async giveBack(given) {
      if (!isOAuth(given)) return;
      await flights.get(given.id)?.catch(() => undefined);
      const { credential } = await newest(given);
      await forget(credential);
    },
  };
}

/** The credential with tokens that came just now. */
export function withTokens(
  credential: SealedCredential,
  given: GivenTokens,
  refreshBefore?: string,
): SealedCredential {
  const { expires: _before, ...rest } = credential;
  const refresh = given.refresh ?? refreshBefore;
  const isOver = credential.auth.scheme === 'oauth2' && !isRenewable(credential.auth, refresh);
  const expires = isOver ? given.expires : given.refreshExpires;
  return {
    ...rest,
    ...(expires === undefined ? {} : { expires }),
    tokens: {
      access: given.access,
      obtained: given.obtained,
      generation: generationOf(credential) + 1,
      ...(refresh === undefined ? {} : { refresh }),
      ...(given.expires === undefined ? {} : { expires: given.expires }),
    },
  };
}

async function questionOf(
  { auth, values, tokens }: OAuthCredential,
  now: number,
): Promise<(readonly [string, string])[]> {
  const refresh =
    tokens?.refresh ??
    (auth.grant === 'refresh-token' ? optionalOf(values, auth.refreshToken) : undefined);
  if (refresh !== undefined)
    return [
      ['grant_type', 'refresh_token'],
      ['refresh_token', refresh],
    ];
  const scopes = scopesOf(auth, values);
  const scope = scopes === '' ? [] : [['scope', scopes] as const];
  if (auth.grant !== 'jwt-bearer') {
    const own = auth.grant === 'client-credentials' ? auth.grantType : undefined;
    return [['grant_type', own ?? 'client_credentials'], ...scope];
  }
  return [
    ['grant_type', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
    ['assertion', await assertionOf(auth, values, now)],
    ...scope,
  ];
}

/** Only a right that a person gave can be given again by them; the others are mended in the form. */
function endsWithAPerson({ grant }: OAuth2Rule): boolean {
  return grant !== 'client-credentials' && grant !== 'jwt-bearer';
}

function isOAuth(credential: SealedCredential): credential is OAuthCredential {
  return credential.auth.scheme === 'oauth2';
}

function generationOf({ tokens }: SealedCredential): number {
  return tokens?.generation ?? 0;
}

type Tokens = NonNullable<SealedCredential['tokens']>;

function isGood({ obtained, expires }: Tokens, now: number): boolean {
  if (expires === undefined) return true;
  return now < expires - Math.min(marginMs, (expires - obtained) / 5);
}

function hasEnded({ expires }: Tokens, now: number): boolean {
  return expires !== undefined && now >= expires;
}
