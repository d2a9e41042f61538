/**
 * Sign-ins under way that need a person.
 *
 * 1. One is bound to the workspace that began it and to the browser that began it (a cookie of its own, which comes along
 *    from another site too): somebody else's answer finishes nothing.
 * 2. `state` is used once; a sign-in ends after ten minutes, used or not. An answer of another service uses nothing up, because its
 *    code would go to the wrong token address: it comes to another address than this service's own (RFC 9700), or names itself
 *    (RFC 9207).
 * 3. The window learns "done" or why not; the page that began it gets the seal, once, with its session. Neither sees a token.
 * 4. Kept in memory: a sign-in that was under way when the server ended is begun again, and no form of one lies in a file.
 * 5. A service is asked for a device code's answer only while the page waits, by one question at a time: its answer comes once.
 * 6. What a sign-in came to is there until a page has heard it: one that went meanwhile finds it when it comes back.
 */
import type { CredentialType, OAuth2Rule } from '../../catalog/contract.ts';
import type { SealAnswer, SignInProgress, SignInStarted } from '../contract.ts';
import { sealAnswerOf } from '../credentials.ts';
import { RefusedError } from '../refusal.ts';
import { isSame, type Session } from '../session.ts';
import type { SealedCredential, Vault } from '../vault/vault.ts';
import type { OAuthApps } from './apps.ts';
import { codeToType, whetherTyped, type DeviceWait } from './device-grant.ts';
import { withTokens, type FreshTokens } from './fresh-tokens.ts';
import { atHome } from './home.ts';
import { addressOf, needsPerson } from './oauth-rule.ts';
import { refusedBy } from './refused-by.ts';
import type { GivenTokens, TokenDeps } from './token-request.ts';
import { checkService, tokensForCode, windowOf, type WindowProof } from './window-grant.ts';

type Under<Grant extends OAuth2Rule['grant']> = SealedCredential & {
  readonly auth: Extract<OAuth2Rule, { grant: Grant }>;
};

type Way =
  | { readonly credential: Under<'authorization-code'>; readonly proof: WindowProof }
  | {
      readonly credential: Under<'device-code'>;
      wait: DeviceWait;
      /** The question that is on its way. */
      asking?: Promise<void> | undefined;
    };

interface Begun {
  readonly id: string;
  readonly workspace: string;
  readonly browser: string;
  readonly type: CredentialType;
  readonly ends: number;
  readonly way: Way;
  isUsed: boolean;
  outcome?: { readonly answer: SealAnswer } | { readonly refused: RefusedError };
  readonly listeners: Set<() => void>;
}

export interface SignIns {
  /** Throws a refusal when it cannot begin. The credential has been checked, and has no tokens yet. */
  begin(
    checked: { readonly credential: SealedCredential; readonly type: CredentialType },
    from: { readonly browser: string; readonly origin: string },
  ): Promise<SignInStarted>;
  /** What the service's answer, at this path, comes to. Throws the refusal that the window shows. */
  finish(path: string, answer: URLSearchParams, browser: string | undefined): Promise<void>;
  /** Waits a while for the end. Throws the refusal that ended it. */
  progress(id: string, session: Session, signal: AbortSignal): Promise<SignInProgress>;
  forget(id: string, session: Session): void;
}

const lifetimeMs = 10 * 60_000;
const mostAtOnce = 200;
const waitMs = 20_000;

export function createSignIns(
  deps: TokenDeps & {
    readonly vault: Vault;
    readonly apps: OAuthApps;
    readonly giveBack: FreshTokens['giveBack'];
    readonly newId: () => string;
    /** Resolves after so long, or at once when nobody waits any more. */
    readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  },
): SignIns {
  const { now, newId, vault, sleep } = deps;
  const begun = new Map<string, Begun>();

  function keep(one: Omit<Begun, 'isUsed' | 'listeners'>): void {
    for (const [id, { ends }] of begun) if (ends <= now()) begun.delete(id);
    const [oldest] = begun.keys();
    if (begun.size >= mostAtOnce && oldest !== undefined) begun.delete(oldest);
    begun.set(one.id, { ...one, isUsed: false, listeners: new Set() });
  }

  function own(id: string, { workspace }: Session): Begun {
    const one = begun.get(id);
    if (one === undefined || one.workspace !== workspace || one.ends <= now())
      throw new RefusedError('proxy.sign-in-unknown');
    return one;
  }

  async function settle(one: Begun, tokens: GivenTokens): Promise<void> {
    const signedIn = withTokens(one.way.credential, tokens);
    const credential = await atHome(signedIn, tokens, deps).catch(async (cause: unknown) => {
      await deps.giveBack(signedIn).catch(() => undefined);
      throw cause;
    });
    end(one, { answer: sealAnswerOf(credential, await vault.seal(credential), one.type) });
  }

  function end(one: Begun, outcome: NonNullable<Begun['outcome']>): void {
    one.outcome ??= outcome;
    for (const heard of one.listeners) heard();
  }

  /** Ends it with a refusal and throws that. */
  function fail(one: Begun, cause: unknown): never {
    const refused =
      cause instanceof RefusedError ? cause : new RefusedError('proxy.server-fault', {}, { cause });
    end(one, { refused });
    throw refused;
  }

  /** Waits for the window, or until it is time to ask whether the code was typed. */
  async function wait(one: Begun, ms: number, signal: AbortSignal): Promise<void> {
    const { way } = one;
    if ('proof' in way) return heard(one, ms, signal, sleep);
    const rest = way.wait.askedAt + way.wait.everyMs - now();
    if (rest > 0) return sleep(Math.min(rest, ms), signal);
    way.asking ??= ask(one, way).finally(() => (way.asking = undefined));
    return way.asking;
  }

  async function ask(one: Begun, way: Extract<Way, { readonly wait: unknown }>): Promise<void> {
    const asked = await whetherTyped(way.credential.auth, way.credential.values, way.wait, deps);
    if ('tokens' in asked) await settle(one, asked.tokens);
    else way.wait = asked.wait;
  }

  return {
    async begin({ credential, type }, { browser, origin }) {
      const { auth, values, workspace } = credential;
      if (auth.scheme !== 'oauth2' || !needsPerson(auth))
        throw new RefusedError('proxy.sign-in-needed');
      const id = newId();
      const ends = now() + lifetimeMs;
      const one = { id, workspace, browser, type };
      if (auth.grant === 'authorization-code') {
        const { address, proof } = await windowOf(auth, values, origin, deps);
        keep({ ...one, ends, way: { credential: { ...credential, auth }, proof } });
        return { id, ends, window: address };
      }
      const { shown, lastsMs, wait: first } = await codeToType(auth, values, deps);
      const sooner = lastsMs === undefined ? ends : Math.min(ends, now() + lastsMs);
      keep({ ...one, ends: sooner, way: { credential: { ...credential, auth }, wait: first } });
      return { id, ends: sooner, ...shown };
    },

    async finish(path, answer, browser) {
      const state = answer.get('state') ?? '';
      const one = [...begun.values()].find(
        ({ way, isUsed }) => 'proof' in way && !isUsed && isSame(way.proof.state, state),
      );
      if (one === undefined || !('proof' in one.way) || one.ends <= now())
        throw new RefusedError('proxy.sign-in-unknown');
      if (browser === undefined || !isSame(one.browser, browser))
        throw new RefusedError('proxy.sign-in-other-browser');
      const { credential, proof } = one.way;
      checkService(credential.auth, credential.values, { redirect: proof.redirect, path, answer });
      one.isUsed = true;
      const { host } = addressOf(credential.auth.tokenUrl, credential.values);
      const error = answer.get('error');
      const code = answer.get('code');
      try {
        if (error !== null)
          throw refusedBy(host, { error, why: plain(answer.get('error_description') ?? error) });
        if (code === null || code === '')
          throw new RefusedError('proxy.tokens-not-understood', { host });
        await settle(
          one,
          await tokensForCode(credential.auth, credential.values, proof, code, deps),
        );
      } catch (cause) {
        fail(one, cause);
      }
    },

    async progress(id, session, signal) {
      const one = own(id, session);
      const until = now() + waitMs;
      while (one.outcome === undefined && now() < until && one.ends > now() && !signal.aborted) {
        await wait(one, until - now(), signal).catch((cause: unknown) => fail(one, cause));
        if ('proof' in one.way) break;
      }
      if (one.outcome === undefined || signal.aborted) {
        if (one.outcome === undefined && one.ends <= now())
          throw new RefusedError('proxy.sign-in-unknown');
        return { state: 'waiting' };
      }
      begun.delete(id);
      if ('refused' in one.outcome) throw one.outcome.refused;
      return { state: 'done', answer: one.outcome.answer };
    },

    forget(id, session) {
      const one = own(id, session);
      begun.delete(one.id);
      end(one, { refused: new RefusedError('proxy.sign-in-unknown') });
    },
  };
}

/** Resolves when it has ended, when nobody waits any more, or after a while. */
function heard(
  one: Begun,
  ms: number,
  signal: AbortSignal,
  sleep: (ms: number, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const done = new AbortController();
  let hear = (): void => undefined;
  const ended = new Promise<void>((resolve) => (hear = resolve));
  one.listeners.add(hear);
  return Promise.race([ended, sleep(ms, AbortSignal.any([signal, done.signal]))]).finally(() => {
    done.abort();
    one.listeners.delete(hear);
  });
}

function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
