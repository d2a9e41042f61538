/**
 * Sign-ins under way, kept by the browser that began them: each in a cookie of its own that only this server can read.
 *
 * 1. The server keeps nothing: strangers who begin sign-ins without an end crowd nobody out.
 * 2. Several tabs sign in at the same time; each answer finds the cookie with its `state`.
 * 3. SameSite=Lax: the cookie has to come along when the provider sends the person back. It opens nothing.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AccessDeps } from '../access.ts';

const lifetimeMs = 10 * 60_000;
/** More would fill the headers of every request. */
const mostAtOnce = 5;

const underWaySchema = z.object({
  use: z.literal('open-id-sign-in'),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where the provider sends the person back to. */
  redirect: z.string(),
  /** Where the person was going. */
  goal: z.string(),
  ends: z.number(),
});
type UnderWay = z.infer<typeof underWaySchema>;
export type Proof = Pick<UnderWay, 'state' | 'nonce' | 'verifier' | 'redirect'>;

interface SignInsUnderWay {
  /** The `Set-Cookie` values. */
  begin(cookieHeader: string | undefined, proof: Proof, goal: string): Promise<string[]>;
  /** The one that this browser began with this `state`, and the `Set-Cookie` value that forgets it. */
  find(
    cookieHeader: string | undefined,
    state: string,
  ): Promise<{ readonly found: UnderWay; readonly forget: string } | undefined>;
}

export function createSignInsUnderWay({
  vault,
  now,
  port,
  isSecure,
}: Pick<AccessDeps, 'vault' | 'now' | 'port' | 'isSecure'>): SignInsUnderWay {
  const prefix = (): string => `${isSecure ? '__Host-' : ''}footbridge-enter-${port()}-`;
  const nameOf = (state: string): string =>
    `${prefix()}${createHash('sha256').update(state).digest('base64url').slice(0, 12)}`;
  const toCookie = (name: string, value: string, seconds: number): string =>
    `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

  return {
    async begin(cookieHeader, proof, goal) {
      const others = [...cookiesOf(cookieHeader).keys()].filter((name) =>
        name.startsWith(prefix()),
      );
      const sealed = await vault.sealNote({
        use: 'open-id-sign-in',
        ...proof,
        goal,
        ends: now() + lifetimeMs,
      });
      return [
        toCookie(nameOf(proof.state), sealed, lifetimeMs / 1000),
        ...(others.length < mostAtOnce ? [] : others.map((name) => toCookie(name, '', 0))),
      ];
    },
    async find(cookieHeader, state) {
      const name = nameOf(state);
      const sealed = cookiesOf(cookieHeader).get(name);
      if (sealed === undefined) return undefined;
      const note = await vault.openNote(sealed).catch(() => undefined);
      const { data: found } = underWaySchema.safeParse(note);
      if (found === undefined || found.state !== state || found.ends <= now()) return undefined;
      return { found, forget: toCookie(name, '', 0) };
    },
  };
}

function cookiesOf(header: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    (header ?? '').split(';').map((part): [string, string] => {
      const equals = part.indexOf('=');
      return [part.slice(0, equals).trim(), part.slice(equals + 1).trim()];
    }),
  );
}
