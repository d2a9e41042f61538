/**
 * What every sample service does alike, around its own routes: the request log, plain JSON words for what nobody
 * expected, and the refusal of wrong methods.
 */
import { Hono, type Context, type Handler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { RequestLog } from './request-log.ts';

/** How a service dresses a refusal that is not about single fields. */
export type Refuse = (c: Context, status: RefusalStatus, code: string, message: string) => Response;
export type RefusalStatus = 400 | 401 | 404 | 405 | 409 | 413 | 415 | 422 | 500;

export function createServiceFrame(requests: RequestLog, refuse: Refuse): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    requests.add({ method: c.req.method, path: c.req.path, status: c.res.status });
  });
  app.use(secureHeaders());
  app.notFound((c) => refuse(c, 404, 'not_found', `There is nothing at ${c.req.path}.`));
  app.onError((cause, c) =>
    refuse(c, 500, 'broken', `The sample service has a mistake: ${cause.message}`),
  );
  return app;
}

/** Where whoever asks finds the service. */
export function originOf(c: Context): string {
  return new URL(c.req.url).origin;
}

type Method = 'GET' | 'POST' | 'PATCH';

/** Registers a path with its methods; every other method is refused with the list of those that are there. */
export function addRoute(
  app: Hono,
  path: string,
  handlers: Partial<Record<Method, Handler>>,
  refuse: Refuse,
): void {
  const methods = Object.keys(handlers).sort();
  for (const [method, handler] of Object.entries(handlers)) app.on(method, path, handler);
  app.all(path, (c) => {
    c.header('Allow', methods.join(', '));
    return refuse(
      c,
      405,
      'wrong_method',
      `${c.req.method} cannot be used here, only ${methods.join(' or ')}.`,
    );
  });
}

/** Puts all sample data back. Not an operation of the service: for whoever tries things out, and for tests. */
export function addResetRoute(app: Hono, reset: () => void, refuse: Refuse): void {
  const putBack: Handler = (c) => {
    reset();
    return c.body(null, 204);
  };
  addRoute(app, '/reset', { POST: putBack }, refuse);
}

/** A whole number from the query, or what is wrong with it. */
export function wholeNumberIn(
  text: string | undefined,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
):
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string } {
  if (text === undefined || text === '') return { ok: true, value: otherwise };
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most
    ? { ok: true, value }
    : {
        ok: false,
        message: `A whole number from ${String(least)} to ${String(most)} is expected here.`,
      };
}
