import { readFileSync } from 'node:fs';
import { parseAllowRule, type ProviderSettings } from '../proxy/index.ts';
import { listOf, urlOf, type ReadSetting } from './setting.ts';

export interface OpenIdSettings extends ProviderSettings {
  /** Who may come in; empty: everybody with an account at the provider. */
  readonly allow: readonly string[];
  readonly sessionHours: number;
}

const needed = ['FOOTBRIDGE_OIDC_ISSUER', 'FOOTBRIDGE_OIDC_CLIENT_ID'] as const;
const secretName = 'FOOTBRIDGE_OIDC_CLIENT_SECRET';
const optional = ['SCOPES', 'ALLOW', 'SESSION_HOURS'].map((name) => `FOOTBRIDGE_OIDC_${name}`);

/** Undefined where nothing of it is set. Throws an error that names the variable. */
export function readOpenIdSettings(read: ReadSetting): OpenIdSettings | undefined {
  const all = [...needed, secretName, `${secretName}_FILE`, ...optional];
  const set = all.find((name) => read(name) !== undefined);
  if (set === undefined) return undefined;
  const [issuer, clientId] = needed.map((name) => read(name));
  const clientSecret = secretOf(read);
  const missing = [
    ...needed.filter((name) => read(name) === undefined),
    ...(clientSecret === undefined ? [`${secretName} (or ${secretName}_FILE)`] : []),
  ];
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    throw new Error(
      `${set} is set, but not ${missing.join(' and ')}. To let people sign in at a provider, all of it is needed.`,
    );
  const allow = listOf(read('FOOTBRIDGE_OIDC_ALLOW'));
  allow.forEach(parseAllowRule);
  return {
    issuer: issuerOf(issuer),
    clientId,
    clientSecret,
    scopes: scopesOf(read('FOOTBRIDGE_OIDC_SCOPES') ?? 'openid email profile'),
    allow,
    sessionHours: hoursOf(read('FOOTBRIDGE_OIDC_SESSION_HOURS') ?? '12'),
  };
}

function issuerOf(text: string): string {
  const address = urlOf('FOOTBRIDGE_OIDC_ISSUER', text) ?? '';
  const { search, hash, pathname, username } = new URL(address);
  if (search !== '' || hash !== '' || username !== '' || pathname.includes('/.well-known/'))
    throw new Error(
      'FOOTBRIDGE_OIDC_ISSUER is not the address of a provider alone: leave out a name before "@", and what begins with "?", "#" or /.well-known/.',
    );
  return address;
}

function secretOf(read: ReadSetting): string | undefined {
  const file = read(`${secretName}_FILE`);
  if (file === undefined) return read(secretName);
  if (read(secretName) !== undefined)
    throw new Error(`${secretName} and ${secretName}_FILE are both set. Take one of them away.`);
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret !== '') return secret;
  } catch (cause) {
    throw new Error(`${secretName}_FILE: the file ${file} cannot be read.`, { cause });
  }
  throw new Error(`${secretName}_FILE: the file ${file} is empty.`);
}

function scopesOf(text: string): string {
  const scopes = text.split(/[\s,]+/).filter((scope) => scope !== '');
  return [...new Set(['openid', ...scopes])].join(' ');
}

function hoursOf(text: string): number {
  const hours = Number(text);
  if (!(hours > 0 && hours <= 720))
    throw new Error(
      `FOOTBRIDGE_OIDC_SESSION_HOURS: "${text}" is not a number of hours, up to 720 (30 days).`,
    );
  return hours;
}
