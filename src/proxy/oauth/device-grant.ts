/** Device code (RFC 8628): the person types a short code at the service's own page, in any browser. */
import type { OAuth2Rule } from '../../catalog/contract.ts';
import type { Json } from '../../shared/index.ts';
import type { SignInStarted } from '../contract.ts';
import { RefusedError } from '../refusal.ts';
import type { OAuthApps } from './apps.ts';
import { addressOf, clientOf, scopesOf } from './oauth-rule.ts';
import { refusedBy } from './refused-by.ts';
import {
  askAddress,
  askForTokens,
  isRefusal,
  type GivenTokens,
  type TokenDeps,
} from './token-request.ts';

type DeviceRule = Extract<OAuth2Rule, { grant: 'device-code' }>;

/** The service is asked for the end of it no oftener than it said. */
export interface DeviceWait {
  readonly code: string;
  readonly everyMs: number;
  readonly askedAt: number;
}

interface DeviceDeps extends TokenDeps {
  readonly apps: OAuthApps;
}

const usualEveryMs = 5_000;
/** RFC 8628, section 3.5. */
const slowDownMs = 5_000;

export async function codeToType(
  auth: DeviceRule,
  values: Json,
  deps: DeviceDeps,
): Promise<{
  readonly shown: Pick<SignInStarted, 'code' | 'address' | 'addressWithCode'>;
  readonly lastsMs: number | undefined;
  readonly wait: DeviceWait;
}> {
  const client = await clientOf(auth, values, deps.apps);
  const url = addressOf(auth.deviceUrl, values);
  const scopes = scopesOf(auth, values);
  const parameters = scopes === '' ? [] : [['scope', scopes] as const];
  const given = await askAddress(url, auth, values, client, parameters, deps);
  if (isRefusal(given)) throw refusedBy(url.host, given);
  const code = given['device_code'];
  const userCode = given['user_code'];
  const address = given['verification_uri'] ?? given['verification_url'];
  if (typeof code !== 'string' || typeof userCode !== 'string' || !isWebAddress(address))
    throw new RefusedError('proxy.tokens-not-understood', { host: url.host });
  const whole = given['verification_uri_complete'];
  const every = Number(given['interval']);
  const lasts = Number(given['expires_in']);
  return {
    shown: {
      code: userCode.slice(0, 60),
      address,
      ...(isWebAddress(whole) ? { addressWithCode: whole } : {}),
    },
    lastsMs: lasts > 0 ? lasts * 1000 : undefined,
    wait: { code, everyMs: every > 0 ? every * 1000 : usualEveryMs, askedAt: deps.now() },
  };
}

/** Tokens, once the person has typed the code; else how to wait on. Throws the service's no. */
export async function whetherTyped(
  auth: DeviceRule,
  values: Json,
  wait: DeviceWait,
  deps: DeviceDeps,
): Promise<{ readonly tokens: GivenTokens } | { readonly wait: DeviceWait }> {
  const url = addressOf(auth.tokenUrl, values);
  const client = await clientOf(auth, values, deps.apps);
  const askedAt = deps.now();
  const parameters = [
    ['grant_type', 'urn:ietf:params:oauth:grant-type:device_code'],
    ['device_code', wait.code],
  ] as const;
  const given = await askForTokens(url, auth, values, client, parameters, deps);
  if (!isRefusal(given)) return { tokens: given };
  if (given.error === 'authorization_pending') return { wait: { ...wait, askedAt } };
  if (given.error === 'slow_down')
    return { wait: { ...wait, askedAt, everyMs: wait.everyMs + slowDownMs } };
  throw refusedBy(url.host, given);
}

function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}
