/** What the page asks about its own session: `/api/session` (contract.ts). */
import type { Hono } from 'hono';
import type { SessionFacts, SignedOut } from '../contract.ts';
import { RefusedError } from '../refusal.ts';
import type { Session, Sessions } from '../session.ts';
import type { Access } from './access.ts';

export function addSessionApi(
  api: Hono<{ Variables: { session: Session } }>,
  { access, sessions }: { readonly access: Access | undefined; readonly sessions: Sessions },
): void {
  api.get('/session', (context) => {
    const { session } = context.var;
    const { person } = session;
    const facts: SessionFacts =
      access === undefined
        ? { canSignOut: false }
        : {
            canSignOut: true,
            ends: sessions.endOf(session),
            ...(person === undefined ? {} : { person }),
          };
    return context.json(facts);
  });
  api.delete('/session', async (context) => {
    if (access === undefined) throw new RefusedError('proxy.not-found');
    const { session } = context.var;
    const next = access.afterSignOut(session, context.req.header('host'));
    const cookie = await sessions.end(session);
    return context.json({ next } satisfies SignedOut, 200, { 'Set-Cookie': cookie });
  });
}
