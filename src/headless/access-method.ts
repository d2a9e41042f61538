/** How people come in, out of the settings: the sentences of its pages, and the provider's own way out. */
import {
  accessByKey,
  accessByOpenId,
  createDestinations,
  createEgress,
  discoverProvider,
  registeredPaths,
  type AccessMethod,
} from '../proxy/index.ts';
import { say } from '../words/index.ts';
import { hostPortOf } from './host-port.ts';
import type { OpenIdSettings } from './open-id-settings.ts';
import type { ServerSettings } from './server-settings.ts';

interface OpenedAccess {
  /** Undefined: nobody has to sign in. */
  readonly method: AccessMethod | undefined;
  /** What the operator reads at the start. `url`: what people open. */
  lines(url: string): string[];
  close(): Promise<void>;
}

interface Surroundings {
  /** The server itself, which a provider may not be. */
  readonly own: () => { readonly port: number; readonly addresses: readonly string[] };
}

/** Rejects with an error that says what the operator does about it. */
export async function openAccess(
  { access, allow }: Pick<ServerSettings, 'access' | 'allow'>,
  around: Surroundings,
): Promise<OpenedAccess> {
  const close = (): Promise<void> => Promise.resolve();
  switch (access?.by) {
    case undefined:
      return { method: undefined, lines: () => [], close };
    case 'key':
      return { method: accessByKey(access.key, keyWords()), lines: () => [], close };
    case 'open-id':
      return byOpenId(access.openId, allow, around);
  }
}

async function byOpenId(
  settings: OpenIdSettings,
  allow: readonly string[],
  { own }: Surroundings,
): Promise<OpenedAccess> {
  const { issuer, sessionHours } = settings;
  // A provider inside the operator's own network is allowed by naming it, for signing in and not for flows; without
  // encryption only where the operator allowed just that.
  const named = issuer.startsWith('https:') ? hostPortOf(issuer) : [];
  const destinations = createDestinations({ allow: [...allow, ...named], own });
  const egress = createEgress({ destinations });
  const close = (): Promise<void> => egress.close();
  try {
    const provider = await discoverProvider(settings, { egress, destinations });
    const method = accessByOpenId(provider, {
      allow: settings.allow,
      sessionHours,
      words: openIdWords(),
    });
    return { method, lines: (url) => linesOf(settings, url), close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

function linesOf({ issuer, allow }: OpenIdSettings, url: string): string[] {
  const { origin } = new URL(url);
  return [
    `People sign in at ${issuer}. Register there ${origin}${registeredPaths.signIn}, and for signing out ${origin}${registeredPaths.signOut}`,
    ...(allow.length > 0
      ? []
      : [
          'Everybody with an account there may come in. To let in only some, set FOOTBRIDGE_OIDC_ALLOW, such as @example.com or groups=editors.',
        ]),
  ];
}

function commonWords() {
  return {
    title: say('access.title'),
    done: say('access.done'),
    close: say('access.close'),
    ended: say('access.ended'),
    signIn: say('access.sign-in'),
  };
}

function keyWords(): Parameters<typeof accessByKey>[1] {
  return {
    ...commonWords(),
    label: say('access.key-label'),
    wrong: say('access.key-wrong'),
    wait: say('access.key-wait'),
  };
}

function openIdWords(): Parameters<typeof accessByOpenId>[1]['words'] {
  return {
    ...commonWords(),
    going: say('access.going'),
    goOn: say('access.go-on'),
    somebodyElse: say('access.somebody-else'),
    trouble: (problem, params) => say(`access.trouble-${problem}`, params),
  };
}
