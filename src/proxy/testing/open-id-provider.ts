/** A real OpenID Connect provider (oidc-provider) on loopback, for tests of signing in to Footbridge itself. */
import type { ServerResponse } from 'node:http';
import { startProviderServer } from './provider-server.ts';

export interface TestProvider {
  readonly host: string;
  /** `http://host:port`; the issuer. */
  readonly origin: string;
  /** Paths that a program asked, and no browser. */
  readonly askedByProgram: readonly string[];
  /** While set, this is the answer of a path instead of the real one, or made of it. */
  instead: ((path: string, real: string) => TestAnswer | undefined) | undefined;
  close(): Promise<void>;
}

interface TestAnswer {
  readonly status?: number;
  readonly body: string;
}

export const providerSecret = 'the-secret-of-footbridge-there-0123';

/** Everybody with a name has an account there. */
const people: Readonly<Record<string, object>> = {
  ada: { email: 'ada@example.com', email_verified: true, name: 'Ada', groups: ['editors'] },
  eve: { email: 'ada@example.com', email_verified: false, name: 'Eve', groups: ['readers'] },
};

export async function startOpenIdProvider(options: {
  /** Origins of the Footbridges that send people here. */
  readonly footbridges: readonly string[];
  /** As a name, a browser takes it for another site than 127.0.0.1. */
  readonly hostname?: '127.0.0.1' | 'localhost';
}): Promise<TestProvider> {
  const askedByProgram: string[] = [];
  const server = await startProviderServer(options.hostname, () => ({
    clients: [
      {
        client_id: 'footbridge',
        client_secret: providerSecret,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: options.footbridges.map((at) => `${at}/sign-in/callback`),
        post_logout_redirect_uris: options.footbridges.map((at) => `${at}/sign-in/ended`),
      },
    ],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'groups'],
    },
    features: {
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx: { body: string }, form: string) => {
          ctx.body = `<!doctype html><h1>Sign out?</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
        },
      },
    },
    findAccount: (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people[id] }),
    }),
  }));

  server.answerBy((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (/^openid-client\b/.test(request.headers['user-agent'] ?? '')) askedByProgram.push(path);
    const end = response.end.bind(response) as (chunk?: unknown) => ServerResponse;
    response.end = ((chunk?: unknown) => {
      const real = String(chunk ?? '');
      const other = running.instead?.(path, real);
      if (other === undefined) return end(chunk);
      response.statusCode = other.status ?? response.statusCode;
      if (!response.headersSent)
        response.setHeader('Content-Length', Buffer.byteLength(other.body));
      return end(other.body);
    }) as typeof response.end;
    server.asProvider(request, response);
  });

  const { host, origin, close } = server;
  const running: TestProvider = { host, origin, askedByProgram, instead: undefined, close };
  return running;
}
