/** What the page asks about its addresses for calls from outside: `/api/webhooks`. */
import type { Hono, MiddlewareHandler } from 'hono';
import { webhookAnswerSchema, webhookAskSchema, type WebhookRegistration } from '../contract.ts';
import type { CredentialDeps } from '../credentials.ts';
import { callBytes, readJson } from '../request-body.ts';
import type { Session } from '../session.ts';
import type { Deliveries } from './deliveries.ts';
import { streamDeliveries } from './events.ts';
import { secretOfCalls } from './signed-by.ts';

const askBytes = 64 * 1024;

type Env = { Variables: { session: Session } };

export function addWebhookApi(
  api: Hono<Env>,
  deps: {
    /** Takes a place among the calls. */
    readonly counted: MiddlewareHandler<Env>;
    readonly deliveries: Deliveries;
    readonly credentials: CredentialDeps;
    /** Under which the server is known to callers; asked late, because a free port is known late. */
    readonly address: () => string;
    readonly reach: WebhookRegistration['reach'];
  },
): void {
  const { deliveries, credentials, reach } = deps;
  api.post('/webhooks', deps.counted, async (context) => {
    const { credential } = await readJson(context.req.raw, webhookAskSchema, askBytes);
    const { session } = context.var;
    if (credential !== undefined) await secretOfCalls(credential, session, credentials);
    const { id, expires } = await deliveries.register(session.workspace, credential);
    const url = `${deps.address()}/hooks/${id}`;
    return context.json({ id, url, reach, expires } satisfies WebhookRegistration);
  });
  api.get('/webhooks/:id/events', (context) =>
    streamDeliveries(
      deliveries,
      context.req.param('id'),
      context.var.session.workspace,
      context.req.query('answers') === '1',
    ),
  );
  api.post('/webhooks/:id/answers/:delivery', async (context) => {
    const answer = await readJson(context.req.raw, webhookAnswerSchema, callBytes);
    const { id, delivery } = context.req.param();
    deliveries.answer(id, context.var.session.workspace, delivery, answer);
    return context.body(null, 204);
  });
  api.delete('/webhooks/:id', async (context) => {
    await deliveries.remove(context.req.param('id'), context.var.session.workspace);
    return context.body(null, 204);
  });
}
