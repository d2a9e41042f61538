/**
 * Who is asking: a signed cookie that says which workspace this browser is.
 *
 * 1. The cookie is set with the page's own document, or by the access method; never with an answer to a call.
 * 2. HttpOnly and SameSite=Strict. Its name carries the port: browsers share cookies between all ports of a host, and
 *    two Footbridges on one computer must not overwrite each other's workspace.
 * 3. A navigation that another site started arrives without the cookie (SameSite=Strict). It gets no new one: that
 *    would replace the person's workspace. It gets a page that loads itself again, now from the same site.
 * 4. With an access method, a session that was begun under other settings of it is none: a changed key, or a changed list of
 *    who may come in, locks out whoever was inside.
 * 5. A session that was signed out is none either, also in a copy of its cookie, also after a restart.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { ProxyStore } from './store.ts';
import { keyById, type KeyRing } from './vault/keys.ts';

const yearMs = 365 * 24 * 60 * 60 * 1000;
const keptVerified = 256;

const sessionSchema = z.object({
  workspace: z.string().min(1),
  /** Milliseconds since 1970. */
  issued: z.number(),
  /** With an access method: tells it from other sessions of the workspace, and the settings it began under. */
  id: z.string().optional(),
  mark: z.string().optional(),
  /** Who signed in, for that person to read. */
  person: z.string().optional(),
});
export type Session = Readonly<z.infer<typeof sessionSchema>>;

/** What an access method says about its sessions. */
export interface SessionRules {
  /** Made of the method's settings. */
  readonly mark: string;
  readonly lastsMs: number;
  /** True: begins anew each time the document is loaded. */
  readonly isProlonged: boolean;
}

export interface Sessions {
  read(cookieHeader: string | undefined): Session | undefined;
  /** A new session, with the `Set-Cookie` value that makes it. */
  begin(who: { readonly workspace: string; readonly person?: string | undefined }): {
    readonly session: Session;
    readonly cookie: string;
  };
  /** The `Set-Cookie` value that goes with a document; undefined where the session stays as it is. */
  cookieWithDocument(session: Session | undefined): string | undefined;
  /** Milliseconds since 1970. */
  endOf(session: Session): number;
  /** For good; the `Set-Cookie` value takes the cookie away. */
  end(session: Session): Promise<string>;
}

export function createSessions(options: {
  readonly keys: KeyRing;
  readonly store: Pick<ProxyStore, 'endedSessions' | 'endSession'>;
  readonly now: () => number;
  /** The port of the page; asked late, because a free port is known only after listening. */
  readonly port: () => number;
  readonly isSecure: boolean;
  /** Of the access method, where there is one. */
  readonly rules?: SessionRules | undefined;
}): Sessions {
  const { keys, store, now, rules } = options;
  const { lastsMs, isProlonged } = rules ?? { lastsMs: yearMs, isProlonged: true };
  const ended = new Set(store.endedSessions());
  // Under the prefix no other name of the domain can set it (RFC 6265bis, section 4.1.3.2).
  const cookieName = (): string =>
    `${options.isSecure ? '__Host-' : ''}footbridge-${options.port()}`;

  /** The signature of the same cookie is not worked out anew for every call of a run. */
  const verified = new Map<string, Session>();

  function verify(value: string): Session | undefined {
    const [keyId, payload, mac, ...rest] = value.split('.');
    if (keyId === undefined || payload === undefined || mac === undefined || rest.length > 0)
      return undefined;
    const key = keyById(keys, keyId);
    if (key === undefined || !isSame(sign(key.sessionKey, payload), mac)) return undefined;
    const session = sessionSchema.safeParse(
      JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
    );
    if (!session.success) return undefined;
    if (rules !== undefined && session.data.mark !== rules.mark) return undefined;
    if (verified.size >= keptVerified) verified.clear();
    verified.set(value, session.data);
    return session.data;
  }

  function endOf(session: Session): number {
    return session.issued + lastsMs;
  }

  function cookieOf(session: Session): string {
    const payload = Buffer.from(JSON.stringify(session)).toString('base64url');
    const value = `${keys.current.id}.${payload}.${sign(keys.current.sessionKey, payload)}`;
    return toCookie(value, Math.ceil((endOf(session) - now()) / 1000));
  }

  function toCookie(value: string, seconds: number): string {
    const secure = options.isSecure ? '; Secure' : '';
    return `${cookieName()}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
  }

  function begin({ workspace, person }: Parameters<Sessions['begin']>[0]) {
    const session: Session = {
      workspace,
      issued: now(),
      ...(rules === undefined ? {} : { id: randomId(), mark: rules.mark }),
      ...(person === undefined ? {} : { person }),
    };
    return { session, cookie: cookieOf(session) };
  }

  return {
    read(cookieHeader) {
      const value = valueOf(cookieHeader, cookieName());
      const session = value === undefined ? undefined : (verified.get(value) ?? verify(value));
      if (session === undefined || endOf(session) <= now()) return undefined;
      return session.id !== undefined && ended.has(session.id) ? undefined : session;
    },
    begin,
    cookieWithDocument(session) {
      if (session === undefined) return begin({ workspace: randomId() }).cookie;
      return isProlonged ? cookieOf({ ...session, issued: now() }) : undefined;
    },
    endOf,
    async end(session) {
      if (session.id !== undefined) {
        ended.add(session.id);
        // A copy may have begun anew up to now, and lasts longer than this one.
        await store.endSession({ id: session.id, ends: now() + lastsMs }, now());
      }
      return toCookie('', 0);
    },
  };
}

function randomId(): string {
  return randomBytes(16).toString('base64url');
}

function sign(key: Uint8Array, payload: string): string {
  return createHmac('sha256', key).update(payload).digest('base64url');
}

/** Compares without telling by its time how much was equal. */
export function isSame(expected: string, given: string): boolean {
  const left = createHmac('sha256', 'same').update(expected).digest();
  const right = createHmac('sha256', 'same').update(given).digest();
  return timingSafeEqual(left, right);
}

function valueOf(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}
