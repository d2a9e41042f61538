/** What this server knows of components: `/api/catalog`. */
import type { Context, Hono } from 'hono';
import type { CatalogAsked, CatalogEndpoint, createCatalogEndpoints } from './catalog-endpoint.ts';
import { RefusedError } from './refusal.ts';
import type { Session } from './session.ts';

type Env = { Variables: { session: Session } };

export function addCatalogApi(
  api: Hono<Env>,
  catalog: ReturnType<typeof createCatalogEndpoints>,
): void {
  api.get('/catalog', (context) => answered(context, catalog.list));
  api.get('/catalog/texts/:language', (context) =>
    answered(context, catalog.texts(context.req.param('language'))),
  );
  api.get('/catalog/drawings.svg', (context) => answered(context, catalog.drawings));
  api.get('/catalog/:id', (context) =>
    answered(context, catalog.component(context.req.param('id'))),
  );
  api.get('/catalog/:id/texts/:language', (context) =>
    answered(context, catalog.textsOf(context.req.param('id'), context.req.param('language'))),
  );
}

function answered(context: Context, answer: CatalogEndpoint | undefined): Response {
  if (answer === undefined) throw new RefusedError('proxy.not-found');
  return answer(askedFor(context));
}

function askedFor({ req }: Context): CatalogAsked {
  return {
    ifNoneMatch: req.header('if-none-match'),
    acceptEncoding: req.header('accept-encoding'),
  };
}
