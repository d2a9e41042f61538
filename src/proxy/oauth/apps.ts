/**
 * Apps of services (client ID and secret), set up once by whoever runs this Footbridge.
 *
 * 1. From the environment, else from the store, where they are sealed. A secret never goes to a page.
 * 2. A page may set one only where no access key guards the server: then whoever opens it runs it.
 */
import { z } from 'zod';
import type { Json } from '../../shared/index.ts';
import { RefusedError } from '../refusal.ts';
import type { ProxyStore } from '../store.ts';
import type { Vault } from '../vault/vault.ts';

/** The app as the service knows it. A public app has no secret; without an ID the question says by itself who asks. */
export interface Client {
  readonly id: string;
  readonly secret: string | undefined;
}

const sealedAppSchema = z.object({ id: z.string(), secret: z.string().optional() });

export interface OAuthApps {
  find(name: string): Promise<Client | undefined>;
  isSetUp(name: string): boolean;
  /** Throws `proxy.app-by-operator`. */
  setUp(name: string, client: Client): Promise<void>;
  readonly maySetUp: boolean;
}

/** By their names, in the spelling of an environment variable. */
export type AppsOfEnvironment = ReadonlyMap<string, Client>;

export function createOAuthApps(options: {
  readonly fixed: AppsOfEnvironment;
  readonly store: ProxyStore;
  readonly vault: Vault;
  readonly maySetUp: boolean;
}): OAuthApps {
  const { fixed, store, vault, maySetUp } = options;
  return {
    maySetUp,
    isSetUp: (name) => fixed.has(variablePart(name)) || store.app(name) !== undefined,
    async find(name) {
      const given = fixed.get(variablePart(name));
      const sealed = store.app(name);
      if (given !== undefined || sealed === undefined) return given;
      const app = sealedAppSchema.parse(await vault.openNote(sealed));
      return { id: app.id, secret: app.secret };
    },
    async setUp(name, { id, secret }) {
      if (!maySetUp || fixed.has(variablePart(name)))
        throw new RefusedError('proxy.app-by-operator', {
          variable: `FOOTBRIDGE_OAUTH_${variablePart(name)}_ID`,
        });
      const note: Json = secret === undefined ? { id } : { id, secret };
      await store.keepApp(name, await vault.sealNote(note));
    },
  };
}

/** `google-mail` is `GOOGLE_MAIL` in `FOOTBRIDGE_OAUTH_GOOGLE_MAIL_ID`. */
export function variablePart(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
}
