import { queryOptions } from '@tanstack/react-query';
import type { SessionFacts } from '../../proxy/contract.ts';
import { loadSessionFacts, ProxyRefusal } from './proxy-client.ts';

/** The person's session with this Footbridge. */
type SessionState =
  { readonly kind: 'open'; readonly facts: SessionFacts } | { readonly kind: 'ended' };

const askAgainMs = 4_000;
const longestTimerMs = 2 ** 31 - 1;

/**
 * Asked again when the session should have ended, when the page is looked at again (it may have been signed out in another
 * tab), and, once it has ended, until the person is back. Where nobody has to sign in it is asked once.
 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: loadSession,
  retry: false,
  staleTime: askAgainMs,
  refetchOnWindowFocus: ({ state }) => (mayEnd(state.data) ? 'always' : false),
  refetchInterval: ({ state }) => nextAskMs(state.data, Date.now()) ?? false,
});

async function loadSession(): Promise<SessionState> {
  try {
    return { kind: 'open', facts: await loadSessionFacts() };
  } catch (cause) {
    if (isSignedOut(cause)) return { kind: 'ended' };
    throw cause;
  }
}

export function isSignedOut(cause: unknown): boolean {
  return cause instanceof ProxyRefusal && cause.wording.code === 'proxy.not-signed-in';
}

/** Milliseconds until it is worth asking; undefined where it never is. */
export function nextAskMs(state: SessionState | undefined, now: number): number | undefined {
  if (state?.kind === 'ended') return askAgainMs;
  const ends = state?.facts.ends;
  if (ends === undefined) return undefined;
  // At the end by the clock of this computer it may go on for a while by the server's.
  return Math.min(Math.max(ends - now + 1_000, askAgainMs), longestTimerMs);
}

function mayEnd(state: SessionState | undefined): boolean {
  return state?.kind !== 'open' || state.facts.canSignOut;
}
