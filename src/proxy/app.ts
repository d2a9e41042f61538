/**
 * The proxy as one function over `Request` and `Response`.
 *
 * 1. Every request passes the host check; every `/api` request also the caller check, the session and `X-Footbridge`.
 * 2. `/hooks` is a router of its own: it has no session and cannot reach anything of the page's.
 * 3. Nothing about requests is printed. The operator hears of refused destinations only: one line, each once.
 */
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { randomBytes } from 'node:crypto';
import type { Component } from '../catalog/contract.ts';
import type { AccessMethod } from './access/access.ts';
import { addSessionApi } from './access/session-api.ts';
import { signInPath } from './access/sign-in-pages.ts';
import { createCallGate } from './call-gate.ts';
import { callPath, createCallRoute, type CallRoute } from './call-route.ts';
import { callerOf } from './caller.ts';
import { addCatalogApi } from './catalog-api.ts';
import { createCatalogEndpoints, type CatalogTexts } from './catalog-endpoint.ts';
import { revokeRequestSchema, sealRequestSchema, taskOrderSchema, type Place } from './contract.ts';
import { checkedCredential, revokeCredential, sealCredential } from './credentials.ts';
import { admitDocument, answerPage, type DocumentDeps, type DocumentVerdict } from './documents.ts';
import { createDoor, isLoopbackHost, type HeaderReader } from './door.ts';
import type { Destinations } from './egress/destinations.ts';
import type { Egress } from './egress/egress.ts';
import { createOAuthApps, type AppsOfEnvironment } from './oauth/apps.ts';
import { createBrowserCookie } from './oauth/browser-cookie.ts';
import { createCallbackPage, type CallbackWords } from './oauth/callback-page.ts';
import { createFreshTokens } from './oauth/fresh-tokens.ts';
import { addOAuthApi } from './oauth/oauth-api.ts';
import { createSignIns } from './oauth/sign-ins.ts';
import type { PageFiles } from './page-files.ts';
import { toResponse } from './ready-answer.ts';
import { RefusedError, toRefusal, toRefusalResponse } from './refusal.ts';
import { callBytes, readJson, readText } from './request-body.ts';
import { createSessions, type Session } from './session.ts';
import type { ProxyStore } from './store.ts';
import { answerTask, type TaskWaits } from './tasks/answer-task.ts';
import { transports, type Transports } from './tasks/transports.ts';
import type { KeyRing } from './vault/keys.ts';
import { createVault } from './vault/vault.ts';
import { addWithFileApi } from './with-file-api.ts';
import type { HookWords } from './webhooks/answer-caller.ts';
import { createDeliveries } from './webhooks/deliveries.ts';
import { createHookReceiver } from './webhooks/receive.ts';
import { addWebhookApi } from './webhooks/webhook-api.ts';

export interface ProxyConfig {
  /** The port the page is served on; asked late, because a free port is known only after listening. */
  readonly port: () => number;
  /** The address listened on. Default 127.0.0.1; any other needs an access method. */
  readonly listenHost?: string | undefined;
  /** The address a reverse proxy or a tunnel makes the server known by. */
  readonly publicUrl?: string | undefined;
  /** How people come in; without one whoever reaches the server does. */
  readonly access?: AccessMethod | undefined;
  readonly hookWords: HookWords;
  readonly callbackWords: CallbackWords;
  /** Apps of services that the environment names. */
  readonly oauthApps?: AppsOfEnvironment | undefined;
  /** How many calls one workspace may make in a minute; 60,000 where left out. */
  readonly callsAMinute?: number | undefined;
  readonly places: readonly Place[];
  readonly components: readonly Component[];
  /** One SVG document; each component's drawing is the symbol with its id. */
  readonly drawings: string;
  /** What components say in other languages: by language, then by component id. */
  readonly texts?: CatalogTexts;
}

export interface ProxyDeps {
  readonly keys: KeyRing;
  readonly store: ProxyStore;
  readonly egress: Egress;
  readonly destinations: Destinations;
  readonly now: () => number;
  /** The built page; left out in development. */
  readonly page?: PageFiles | undefined;
  /** Services that are not asked by HTTP; the ones Footbridge comes with where left out. */
  readonly transports?: Transports | undefined;
  /** How long a task may take; its own where not given. */
  readonly taskWaits?: Partial<TaskWaits> | undefined;
}

export interface ProxyApp {
  /** `POST /api/call` without the router, for a listener that can do without `Request` and `Response`. */
  readonly answerCall: CallRoute;
  fetch(request: Request): Response | Promise<Response>;
  /** For a page served by somebody else (development): the same checks, and the cookie to set. Throws `RefusedError`. */
  admitDocument(path: string, header: HeaderReader): DocumentVerdict;
  /** Ends open event streams. */
  close(): void;
}

const formBytes = 64 * 1024;

type Env = { Variables: { session: Session } };

/** Throws an error for the operator when the configuration would leave the door open. */
export function createProxyApp(config: ProxyConfig, deps: ProxyDeps): ProxyApp {
  const listenHost = config.listenHost ?? '127.0.0.1';
  const { access: method } = config;
  const isGuarded = method !== undefined;
  if (!isGuarded && !isLoopbackHost(listenHost)) {
    throw new Error(
      `Footbridge does not listen on ${listenHost} without an access method: set FOOTBRIDGE_ACCESS_KEY (16 characters or longer), or FOOTBRIDGE_OIDC_ISSUER and what belongs to it.`,
    );
  }
  const { now } = deps;
  const newId = (): string => randomBytes(16).toString('base64url');
  const door = createDoor({
    port: config.port,
    listenHost: isLoopbackHost(listenHost) ? undefined : listenHost,
    publicUrl: config.publicUrl,
    isGuarded,
  });
  const isSecure = isGuarded && config.publicUrl?.startsWith('https:') === true;
  const sessions = createSessions({
    keys: deps.keys,
    store: deps.store,
    now,
    port: config.port,
    isSecure,
    rules: method?.rules,
  });
  const documents: DocumentDeps = { door, sessions, isGuarded };
  const gate = createCallGate(now, config.callsAMinute);
  const deliveries = createDeliveries({ store: deps.store, now, newId });
  const vault = createVault(deps.keys);
  const apps = createOAuthApps({
    fixed: config.oauthApps ?? new Map(),
    store: deps.store,
    vault,
    maySetUp: !isGuarded,
  });
  const oauth = { ...deps, vault, apps };
  const common = {
    vault,
    store: deps.store,
    places: config.places,
    tokens: createFreshTokens(oauth),
    now,
    newId,
  };
  const forms = { ...common, components: config.components };
  const tasks = { ...forms, ...deps, transports: deps.transports ?? transports };
  const signIns = createSignIns({ ...oauth, giveBack: common.tokens.giveBack, newId, sleep });
  const browserCookie = createBrowserCookie(config.port, isSecure);
  const publicOrigin = config.publicUrl === undefined ? undefined : new URL(config.publicUrl);
  /** Under the name by which the page was opened: a browser gives its cookies to that one only. */
  const originOf = (host = ''): string =>
    publicOrigin?.host === host.toLowerCase() ? publicOrigin.origin : `http://${host}`;
  const access = method?.open({
    sessions,
    door,
    vault,
    now,
    port: config.port,
    isSecure,
    originOf: (host) => publicOrigin?.origin ?? originOf(host),
  });

  function sessionOf(header: HeaderReader, isOfDocument = false): Session {
    door.checkCaller(header);
    const session = sessions.read(header('cookie'));
    if (session === undefined || (header('x-footbridge') !== '1' && !isOfDocument))
      throw new RefusedError('proxy.not-signed-in');
    return session;
  }

  const answerCall = createCallRoute({
    ...forms,
    ...deps,
    noteOutcome: gate.noteOutcome,
    door,
    sessionOf,
    gate,
  });

  const api = new Hono<Env>();
  api.use(async (context, next) => {
    context.set('session', sessionOf(readerOf(context), isOfDocument(context.req)));
    await next();
  });
  addCatalogApi(api, createCatalogEndpoints(config, deps.page?.build));
  addSessionApi(api, { access, sessions });
  api.get('/places', (context) => context.json(config.places));
  /** Whatever may ask a service takes a place among the calls, until it has answered. */
  const counted: MiddlewareHandler<Env> = async (context, next) => {
    const leave = gate.enter(context.var.session);
    try {
      await next();
    } finally {
      leave();
    }
  };
  api.post('/credentials', counted, async (context) => {
    const request = await readJson(context.req.raw, sealRequestSchema, formBytes);
    return context.json(await sealCredential(request, context.var.session, forms));
  });
  addOAuthApi(api, {
    counted,
    signIns,
    apps,
    browserCookie,
    components: config.components,
    check: (request, workspace) => checkedCredential(request, workspace, forms),
    originOf,
  });
  api.post('/credentials/revoke', counted, async (context) => {
    const { token } = await readJson(context.req.raw, revokeRequestSchema, formBytes);
    await revokeCredential(token, context.var.session, common);
    return context.body(null, 204);
  });
  api.post('/task', async (context) => {
    const { session } = context.var;
    const leave = gate.enter(session);
    try {
      const order = await readJson(context.req.raw, taskOrderSchema, callBytes);
      return await answerTask(order, session, tasks, leave, context.req.raw.signal);
    } catch (cause) {
      leave();
      throw cause;
    }
  });
  addWithFileApi(api, { gate, calls: { ...forms, ...deps, noteOutcome: gate.noteOutcome }, tasks });
  api.get('/calls/:id/outcome', (context) => {
    const refused = gate.outcome(context.req.param('id'), context.var.session);
    return refused === undefined ? context.body(null, 204) : context.json(toRefusal(refused));
  });
  addWebhookApi(api, {
    counted,
    deliveries,
    credentials: common,
    address: () => publicOrigin?.origin ?? `http://127.0.0.1:${config.port()}`,
    reach: publicOrigin === undefined ? 'this-computer' : 'public',
  });
  api.all('*', () => {
    throw new RefusedError('proxy.not-found');
  });

  const app = new Hono();
  // Before all else: it looks at the door itself.
  app.post(callPath, async (context) => {
    const { raw } = context.req;
    return toResponse(
      await answerCall({
        header: readerOf(context),
        caller: callerOf(raw.signal),
        text: (capBytes) => readText(raw, capBytes),
      }),
    );
  });
  app.use(async (context, next) => {
    door.checkHost(context.req.header('host'), context.req.path);
    await next();
  });
  app.route('/oauth', createCallbackPage(signIns, config.callbackWords, browserCookie.read));
  app.route(
    '/hooks',
    createHookReceiver({ deliveries, credentials: common, now, newId, words: config.hookWords }),
  );
  app.route('/api', api);
  if (access !== undefined) app.route(signInPath, access.routes);
  app.get('*', async (context) => {
    const answer =
      deps.page === undefined
        ? undefined
        : await answerPage(addressOf(context), readerOf(context), deps.page, documents);
    if (answer === undefined) throw new RefusedError('proxy.not-found');
    return answer;
  });
  app.notFound(() => toRefusalResponse(new RefusedError('proxy.not-found')));
  app.onError(toRefusalResponse);

  return {
    answerCall,
    fetch: (request) => app.fetch(request),
    admitDocument(path, header) {
      door.checkHost(header('host'), path);
      return admitDocument(path, header, documents);
    },
    close: () => deliveries.close(),
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}

/** What the document itself asks for (drawings, and the catalog ahead of the scripts) carries no header of ours. */
const ofDocument = new Set(['/api/catalog', '/api/catalog/drawings.svg']);

function isOfDocument({
  method,
  path,
}: {
  readonly method: string;
  readonly path: string;
}): boolean {
  return method === 'GET' && ofDocument.has(path);
}

function addressOf({ req }: Context): { readonly path: string; readonly search: string } {
  return { path: req.path, search: new URL(req.url).search };
}

function readerOf(context: Context): HeaderReader {
  return (name) => context.req.header(name);
}
