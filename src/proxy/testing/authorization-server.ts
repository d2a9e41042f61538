/** A real authorization server (oidc-provider) with an API behind it, on loopback, for tests. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { jwtVerify, type CryptoKey, type KeyObject } from 'jose';
import { callbackPathOf } from '../contract.ts';
import { startProviderServer } from './provider-server.ts';

/** What is used of oidc-provider, which comes without types. */
interface Provider {
  on(event: string, heard: (ctx: { oidc: { params?: { grant_type?: string } } }) => void): void;
  readonly AccessToken: TokenModel;
  readonly ClientCredentials: TokenModel;
  readonly RefreshToken: TokenModel & (new (content: object) => { save(): Promise<string> });
  readonly Grant: new (content: object) => {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  };
  readonly Client: { find(id: string): Promise<object> };
}
interface TokenModel {
  find(
    token: string,
  ): Promise<{ accountId?: string; clientId: string; destroy(): Promise<void> } | undefined>;
}

export interface AuthorizationServer {
  readonly host: string;
  /** `http://host:port`. */
  readonly origin: string;
  /** The kinds of tokens given since the start, in order. */
  readonly granted: readonly string[];
  /** Every question for a token, granted or not: its grant type. */
  readonly asked: readonly string[];
  /** Access tokens seen at the API. */
  readonly seen: readonly string[];
  /** Refresh tokens given since the start, in order. */
  readonly refreshTokens: readonly string[];
  /** A refresh token that a person gave to a client without a window. */
  refreshTokenOf(client: 'desk'): Promise<string>;
  /** Whether a refresh token is still worth something. */
  takes(refreshToken: string): Promise<boolean>;
  /** Withdraws everything that was ever given. */
  revokeAll(): Promise<void>;
  /** Makes the access tokens given so far worthless; refresh tokens stay. */
  endAccess(): Promise<void>;
  /** Answers of the token address get lost for a while. */
  down: boolean;
  close(): Promise<void>;
}

export const clientSecret = 'a-client-secret-of-this-test-0123';
/** Names of apps that are registered there. */
const testApps = ['ledger', 'test-desk', 'google', 'xero'];
export const jwtIssuer = 'robot@project.example';

export async function startAuthorizationServer(options: {
  /** Of the pages that send people here, such as `http://127.0.0.1:4400`. */
  readonly footbridge?: string;
  /** As a name, a browser takes it for another site than 127.0.0.1. */
  readonly hostname?: '127.0.0.1' | 'localhost';
  readonly accessSeconds?: number;
  /** Verifies the signed statements of RFC 7523 at `/jwt-token`. */
  readonly jwtKey?: CryptoKey | KeyObject;
  /** The clock by which statements are dated; the machine's where left out. */
  readonly now?: () => number;
}): Promise<AuthorizationServer> {
  const granted: string[] = [];
  const asked: string[] = [];
  const seen: string[] = [];
  const given = new Set<string>();
  const refreshTokens: string[] = [];
  const jwtTokens = new Set<string>();
  const server = await startProviderServer<Provider>(options.hostname, (at) => ({
    clients: [
      {
        client_id: 'desk',
        client_secret: clientSecret,
        grant_types: ['authorization_code', 'refresh_token'],
        redirect_uris: callbacksOf(options.footbridge ?? 'http://127.0.0.1:4400', at),
        response_types: ['code'],
      },
      {
        client_id: 'robot',
        client_secret: clientSecret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
      {
        client_id: 'screen',
        grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: 'none',
        application_type: 'native',
      },
    ],
    features: {
      deviceFlow: {
        enabled: true,
        userCodeConfirmSource: (
          ctx: { body: string },
          form: string,
          _client: object,
          _device: object,
          code: string,
        ) => {
          ctx.body = `<!doctype html><h1>Confirm ${code}</h1>${form}<button form="op.deviceConfirmForm">Continue</button>`;
        },
        successSource: (ctx: { body: string }) => {
          ctx.body = '<!doctype html><h1>Sign-in success</h1>';
        },
      },
      clientCredentials: { enabled: true },
      revocation: { enabled: true, allowedPolicy: () => true },
    },
    scopes: ['openid', 'offline_access', 'orders'],
    renderError: (ctx: { body: string }, { error }: { error: string }) => {
      ctx.body = error;
    },
    rotateRefreshToken: true,
    issueRefreshToken: () => true,
    ttl: {
      AccessToken: options.accessSeconds ?? 3600,
      ClientCredentials: options.accessSeconds ?? 3600,
      RefreshToken: 86_400,
      DeviceCode: 600,
    },
    findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  }));
  const { provider, asProvider, host, origin, close } = server;
  provider.on('grant.success', (ctx) => granted.push(ctx.oidc.params?.grant_type ?? ''));

  async function api(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    seen.push(token);
    const found =
      (await provider.AccessToken.find(token)) ?? (await provider.ClientCredentials.find(token));
    const who = jwtTokens.has(token) ? jwtIssuer : (found?.accountId ?? found?.clientId);
    response.writeHead(who === undefined ? 401 : 200, { 'Content-Type': 'application/json' });
    // It echoes what it was given, as careless services do.
    response.end(JSON.stringify(who === undefined ? { message: 'who is this?' } : { who, token }));
  }

  async function jwtToken(body: string, response: ServerResponse): Promise<void> {
    const { grant_type: grant, assertion = '' } = Object.fromEntries(new URLSearchParams(body));
    const reply = (status: number, answered: object): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answered));
    };
    try {
      if (grant !== 'urn:ietf:params:oauth:grant-type:jwt-bearer' || options.jwtKey === undefined)
        throw new Error('no statement');
      await jwtVerify(assertion, options.jwtKey, {
        issuer: jwtIssuer,
        audience: `${origin}/jwt-token`,
        requiredClaims: ['iss', 'aud', 'exp', 'iat'],
        currentDate: new Date(options.now?.() ?? Date.now()),
      });
      const token = `jwt-access-token-${jwtTokens.size}-0123456789`;
      jwtTokens.add(token);
      granted.push('jwt-bearer');
      reply(200, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
    } catch {
      reply(400, { error: 'invalid_grant', error_description: 'the statement is not valid' });
    }
  }

  server.answerBy((request, response) => {
    const path = (request.url ?? '').split('?')[0];
    if (path === '/api/me') return void api(request, response);
    if (path === '/api/never') return void response.writeHead(401).end();
    if (path !== '/token' && path !== '/jwt-token') return asProvider(request, response);
    if (running.down) {
      response.writeHead(503).end();
      return;
    }
    if (path === '/jwt-token') return void textOf(request).then((body) => jwtToken(body, response));
    const end = response.end.bind(response);
    response.end = ((chunk?: unknown, ...rest: unknown[]) => {
      note(String(chunk ?? ''));
      return (end as (...all: unknown[]) => ServerResponse)(chunk, ...rest);
    }) as typeof response.end;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () =>
      asked.push(new URLSearchParams(Buffer.concat(chunks).toString()).get('grant_type') ?? ''),
    );
    asProvider(request, response);
  });

  function note(text: string): void {
    try {
      const { access_token: access, refresh_token: refresh } = JSON.parse(text) as Record<
        string,
        string
      >;
      if (access !== undefined) given.add(access);
      if (refresh !== undefined) refreshTokens.push(refresh);
    } catch {
      // An answer without tokens.
    }
  }

  async function endAccess(): Promise<void> {
    for (const token of given) {
      await (await provider.AccessToken.find(token))?.destroy();
      await (await provider.ClientCredentials.find(token))?.destroy();
    }
    jwtTokens.clear();
  }

  const running: AuthorizationServer = {
    host,
    origin,
    granted,
    asked,
    seen,
    refreshTokens,
    async refreshTokenOf(client) {
      const grant = new provider.Grant({ accountId: 'ada', clientId: client });
      grant.addOIDCScope('openid offline_access');
      const token = new provider.RefreshToken({
        accountId: 'ada',
        client: await provider.Client.find(client),
        grantId: await grant.save(),
        gty: 'authorization_code',
        scope: 'openid offline_access',
      });
      return token.save();
    },
    takes: async (token) => (await provider.RefreshToken.find(token)) !== undefined,
    down: false,
    endAccess,
    async revokeAll() {
      await endAccess();
      for (const token of refreshTokens) await (await provider.RefreshToken.find(token))?.destroy();
    },
    close,
  };
  return running;
}

/** As an app, and by its typed addresses. */
function callbacksOf(footbridge: string, origin: string): string[] {
  const address = new URL(origin);
  return [
    callbackPathOf({ authorize: address, token: address }),
    ...testApps.map((app) => callbackPathOf({ app })),
  ].map((path) => `${footbridge}${path}`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** A person's browser at the service: signs in, allows, and gives the address that it is sent back to. */
export async function allowAt(
  address: string,
  until: string,
  done?: RegExp,
  who = 'ada',
): Promise<URL> {
  const jar = new Map<string, string>();
  let url = new URL(address);
  let form: URLSearchParams | undefined;
  for (let steps = 0; steps < 30; steps += 1) {
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { body: form }),
    });
    form = undefined;
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    if (location !== null) {
      url = new URL(location, url);
      if (url.href.startsWith(until)) return url;
      continue;
    }
    const page = await response.text();
    if (done?.test(page) === true) return url;
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined)
      throw new Error(`no way on at ${url.pathname}: ${page.slice(0, 800)}`);
    form = new URLSearchParams();
    for (const [input] of page.matchAll(/<input[^>]*>/g)) {
      const name = /name="([^"]+)"/.exec(input)?.[1];
      const value = /value="([^"]*)"/.exec(input)?.[1] ?? '';
      if (name !== undefined) form.set(name, value);
    }
    if (form.has('login')) form.set('login', who);
    if (form.has('password')) form.set('password', 'any');
    url = new URL(action, url);
  }
  throw new Error('the service never sent the person back');
}
