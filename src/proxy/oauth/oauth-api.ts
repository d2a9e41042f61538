/** What the page asks about signing in at a service: `/api/sign-ins` and `/api/oauth-apps` (contract.ts). */
import type { Hono, MiddlewareHandler } from 'hono';
import type { Component } from '../../catalog/contract.ts';
import {
  callbackPathOf,
  oauthAppEntrySchema,
  sealRequestSchema,
  type OAuthApp,
  type SealRequest,
} from '../contract.ts';
import { RefusedError } from '../refusal.ts';
import { readJson } from '../request-body.ts';
import type { Session } from '../session.ts';
import { variablePart, type OAuthApps } from './apps.ts';
import type { BrowserCookie } from './browser-cookie.ts';
import type { SignIns } from './sign-ins.ts';

const formBytes = 64 * 1024;

type Env = { Variables: { session: Session } };

export function addOAuthApi(
  api: Hono<Env>,
  deps: {
    /** Before whatever asks a service. */
    readonly counted: MiddlewareHandler<Env>;
    readonly signIns: SignIns;
    readonly apps: OAuthApps;
    readonly browserCookie: BrowserCookie;
    readonly components: readonly Component[];
    readonly check: (request: SealRequest, workspace: string) => Parameters<SignIns['begin']>[0];
    /** Of the page, by the host under which it was asked for. */
    readonly originOf: (host: string | undefined) => string;
  },
): void {
  const { counted, signIns, apps, browserCookie, components, originOf } = deps;

  api.post('/sign-ins', counted, async (context) => {
    const request = await readJson(context.req.raw, sealRequestSchema, formBytes);
    const checked = deps.check(request, context.var.session.workspace);
    const { browser, cookie } = browserCookie.mark(context.req.header('cookie'));
    const origin = originOf(context.req.header('host'));
    const started = await signIns.begin(checked, { browser, origin });
    return context.json(started, 200, { 'Set-Cookie': cookie });
  });
  api.get('/sign-ins/:id', counted, async (context) => {
    const { session } = context.var;
    const { signal } = context.req.raw;
    return context.json(await signIns.progress(context.req.param('id'), session, signal));
  });
  api.delete('/sign-ins/:id', (context) => {
    signIns.forget(context.req.param('id'), context.var.session);
    return context.body(null, 204);
  });
  api.get('/oauth-apps/:name', (context) => {
    const name = appOf(context.req.param('name'), components);
    return context.json({
      isSetUp: apps.isSetUp(name),
      maySetUp: apps.maySetUp,
      redirect: `${originOf(context.req.header('host'))}${callbackPathOf({ app: name })}`,
      variable: `FOOTBRIDGE_OAUTH_${variablePart(name)}_ID`,
    } satisfies OAuthApp);
  });
  api.put('/oauth-apps/:name', async (context) => {
    const name = appOf(context.req.param('name'), components);
    const { id, secret } = await readJson(context.req.raw, oauthAppEntrySchema, formBytes);
    await apps.setUp(name, { id, secret: secret === '' ? undefined : secret });
    return context.body(null, 204);
  });
}

/** An app that a component here asks for: nothing else is kept. */
function appOf(name: string, components: readonly Component[]): string {
  const isAsked = components.some(({ credentials }) =>
    credentials.some(({ auth }) => auth.scheme === 'oauth2' && auth.app === name),
  );
  if (!isAsked) throw new RefusedError('proxy.not-found');
  return name;
}
