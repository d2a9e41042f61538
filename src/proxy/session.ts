/**
 * Who is asking: a signed cookie that says which workspace this browser is.
 *
 * 1. The cookie is set with the page's own document only, never with an answer to a call.
 * 2. HttpOnly and SameSite=Strict. Its name carries the port: browsers share cookies between all ports of a host, and
 *    two Footbridges on one computer must not overwrite each other's workspace.
 * 3. A navigation that another site started arrives without the cookie (SameSite=Strict). It gets no new one: that
 *    would replace the person's workspace. It gets a page that loads itself again, now from the same site.
 * 4. Where an access key is set, a session of any other workspace is none: a changed key locks out whoever had the old.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { keyById, type KeyRing } from './vault/keys.ts';

const yearSeconds = 365 * 24 * 60 * 60;
const keptVerified = 256;
const payloadSchema = z.object({ workspace: z.string().min(1), issued: z.number() });

export interface Session {
  readonly workspace: string;
  readonly issued: number;
}

export interface Sessions {
  read(cookieHeader: string | undefined): Session | undefined;
  /** The `Set-Cookie` value that makes (or prolongs) a session. */
  cookieFor(workspace: string): string;
  newWorkspace(): string;
}

export function createSessions(options: {
  readonly keys: KeyRing;
  readonly now: () => number;
  /** The port of the page; asked late, because a free port is known only after listening. */
  readonly port: () => number;
  readonly isSecure: boolean;
  /** With an access key: the only workspace there is. */
  readonly onlyWorkspace?: string | undefined;
}): Sessions {
  const { keys, now, onlyWorkspace } = options;
  const cookieName = (): string => `footbridge-${options.port()}`;

  /** The signature of the same cookie is not worked out anew for every call of a run. */
  const verified = new Map<string, Session>();

  function verify(value: string): Session | undefined {
    const [keyId, payload, mac, ...rest] = value.split('.');
    if (keyId === undefined || payload === undefined || mac === undefined || rest.length > 0)
      return undefined;
    const key = keyById(keys, keyId);
    if (key === undefined || !isSame(sign(key.sessionKey, payload), mac)) return undefined;
    const session = payloadSchema.safeParse(
      JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
    );
    if (!session.success) return undefined;
    if (onlyWorkspace !== undefined && session.data.workspace !== onlyWorkspace) return undefined;
    if (verified.size >= keptVerified) verified.clear();
    verified.set(value, session.data);
    return session.data;
  }

  return {
    read(cookieHeader) {
      const value = cookieOf(cookieHeader, cookieName());
      const session = value === undefined ? undefined : (verified.get(value) ?? verify(value));
      return session !== undefined && session.issued > now() - yearSeconds * 1000
        ? session
        : undefined;
    },
    cookieFor(workspace) {
      const payload = Buffer.from(JSON.stringify({ workspace, issued: now() })).toString(
        'base64url',
      );
      const value = `${keys.current.id}.${payload}.${sign(keys.current.sessionKey, payload)}`;
      const secure = options.isSecure ? '; Secure' : '';
      return `${cookieName()}=${value}; Path=/; Max-Age=${yearSeconds}; HttpOnly; SameSite=Strict${secure}`;
    },
    newWorkspace: () => randomBytes(16).toString('base64url'),
  };
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

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}
