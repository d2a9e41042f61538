import { isAbsolute } from 'node:path';
import {
  createKeyText,
  isLoopbackHost,
  keyRingOf,
  loadKeyFile,
  parseAllowEntry,
  type AppsOfEnvironment,
  type KeyRing,
} from '../proxy/index.ts';
import type { Place } from '../proxy/contract.ts';
import { readOpenIdSettings, type OpenIdSettings } from './open-id-settings.ts';
import { listOf, urlOf, type ReadSetting } from './setting.ts';

/** How people come in. */
type AccessSettings =
  | { readonly by: 'key'; readonly key: string }
  | { readonly by: 'open-id'; readonly openId: OpenIdSettings };

/** The sample services whose port can be fixed, by `FOOTBRIDGE_SANDBOX_<NAME>_PORT`. */
const sandboxNames = {
  crmPort: 'CRM',
  newsletterPort: 'NEWSLETTER',
  shopPort: 'SHOP',
  filesPort: 'FILES',
  deskPort: 'DESK',
} as const;
type SandboxPorts = { readonly [Port in keyof typeof sandboxNames]?: number };

/** What the operator sets by environment variables. Empty counts as not set. */
export interface ServerSettings {
  readonly listenHost: string;
  readonly access: AccessSettings | undefined;
  readonly publicUrl: string | undefined;
  readonly allow: readonly string[];
  readonly places: readonly Place[];
  /** Whose SQLite files may be opened. Full paths. */
  readonly sqliteFolders: readonly string[];
  readonly keys: readonly string[];
  /** Of one workspace; the proxy's own number where not set. */
  readonly callsAMinute: number | undefined;
  readonly sandboxPorts: SandboxPorts;
  /** Apps of services: `FOOTBRIDGE_OAUTH_<NAME>_ID` and `_SECRET`. */
  readonly oauthApps: AppsOfEnvironment;
}

/** Throws an error that names the variable. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): ServerSettings {
  const read = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const listenHost = read('FOOTBRIDGE_HOST') ?? '127.0.0.1';
  const publicUrl = urlOf('FOOTBRIDGE_PUBLIC_URL', read('FOOTBRIDGE_PUBLIC_URL'));
  const allow = listOf(read('FOOTBRIDGE_ALLOW'));
  allow.forEach(parseAllowEntry);
  const key = read('FOOTBRIDGE_KEY');
  return {
    listenHost,
    access: accessOf(read, listenHost, publicUrl),
    publicUrl,
    allow,
    places: listOf(read('FOOTBRIDGE_PLACES')).map(toPlace),
    sqliteFolders: listOf(read('FOOTBRIDGE_SQLITE_FOLDERS')).map(toFolder),
    oauthApps: appsOf(environment, read),
    keys: key === undefined ? [] : [key, ...listOf(read('FOOTBRIDGE_PREVIOUS_KEYS'))],
    callsAMinute: callRateOf(read(callRateName)),
    sandboxPorts: sandboxPortsOf(read),
  };
}

/** The keys of the environment, else of the data directory's key file. */
export async function loadKeys(settings: ServerSettings, dataDir: string): Promise<KeyRing> {
  if (settings.keys.length === 0) return loadKeyFile(dataDir);
  try {
    return keyRingOf(settings.keys, 'FOOTBRIDGE_KEY or FOOTBRIDGE_PREVIOUS_KEYS');
  } catch (cause) {
    throw new Error(
      `${cause instanceof Error ? cause.message : ''} A fresh one: ${createKeyText()}`,
      { cause },
    );
  }
}

function accessOf(
  read: ReadSetting,
  listenHost: string,
  publicUrl: string | undefined,
): AccessSettings | undefined {
  const key = read('FOOTBRIDGE_ACCESS_KEY');
  const openId = readOpenIdSettings(read);
  if (openId === undefined) return key === undefined ? undefined : { by: 'key', key };
  if (key !== undefined)
    throw new Error(
      'FOOTBRIDGE_ACCESS_KEY and FOOTBRIDGE_OIDC_ISSUER are both set. People come in by one of them: take the other away.',
    );
  if (publicUrl === undefined && !isLoopbackHost(listenHost))
    throw new Error(
      'FOOTBRIDGE_PUBLIC_URL is missing: with FOOTBRIDGE_OIDC_ISSUER it is the address that people open, and that the provider sends them back to.',
    );
  return { by: 'open-id', openId };
}

function appsOf(
  environment: Readonly<Record<string, string | undefined>>,
  read: (name: string) => string | undefined,
): AppsOfEnvironment {
  const apps = new Map<string, { id: string; secret: string | undefined }>();
  for (const variable of Object.keys(environment)) {
    const name = /^FOOTBRIDGE_OAUTH_(\w+)_ID$/.exec(variable)?.[1];
    const id = read(variable);
    if (name !== undefined && id !== undefined)
      apps.set(name, { id, secret: read(`FOOTBRIDGE_OAUTH_${name}_SECRET`) });
  }
  return apps;
}

function toPlace(entry: string): Place {
  const [name = '', ...rest] = entry.split('=');
  const url = urlOf('FOOTBRIDGE_PLACES', rest.join('='));
  if (name === '' || url === undefined)
    throw new Error(`FOOTBRIDGE_PLACES: "${entry}" is not name=https://address.`);
  return { name, title: name, description: '', url: new URL(url).origin };
}

function toFolder(entry: string): string {
  if (!isAbsolute(entry))
    throw new Error(
      `FOOTBRIDGE_SQLITE_FOLDERS: "${entry}" is not the full path of a folder, such as /srv/data.`,
    );
  return entry;
}

const callRateName = 'FOOTBRIDGE_CALLS_A_MINUTE';

function callRateOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const calls = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (calls === 0)
    throw new Error(`${callRateName}: "${text}" is not a whole number from 1 on, such as 6000.`);
  return calls;
}

function sandboxPortsOf(read: ReadSetting): SandboxPorts {
  return Object.fromEntries(
    Object.entries(sandboxNames).flatMap(([option, name]) => {
      const variable = `FOOTBRIDGE_SANDBOX_${name}_PORT`;
      const port = portOf(variable, read(variable));
      return port === undefined ? [] : [[option, port]];
    }),
  );
}

function portOf(variable: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${variable}: "${text}" is not a port number.`);
  return port;
}
