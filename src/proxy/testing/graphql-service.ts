/** A real GraphQL service for tests, with a shop behind it: the reference implementation of GraphQL over HTTP. */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { shopSchema } from '../../catalog/testing/shop-schema.ts';

// Both come in two forms and refuse what the other form made: a bundler and Node choose different ones.
const require = createRequire(import.meta.url);
const { buildSchema, GraphQLError, NoSchemaIntrospectionCustomRule } =
  require('graphql') as typeof import('graphql');
const { createHandler } =
  require('graphql-http/lib/use/node') as typeof import('graphql-http/lib/use/node');

export interface GraphqlService {
  /** The whole address. */
  readonly url: string;
  /** What was asked, each with its variables. */
  readonly asked: { readonly query: string; readonly variables: Record<string, unknown> }[];
  readonly customers: { id: string; name: string; email: string | null; status: string }[];
  close(): Promise<void>;
}

interface Options {
  /** Whoever does not bring it is not let in. */
  readonly token?: string;
  /** It does not tell what it offers. */
  readonly keepsToItself?: boolean;
  readonly schema?: string;
  readonly port?: number;
}

export async function startGraphqlService(options: Options = {}): Promise<GraphqlService> {
  const customers = Array.from({ length: 7 }, (_none, at) => ({
    id: `c-${at + 1}`,
    name: `Customer ${at + 1}`,
    email: at === 3 ? null : `c${at + 1}@example.com`,
    status: at % 2 === 0 ? 'ACTIVE' : 'LEAD',
  }));
  const asked: GraphqlService['asked'] = [];
  const handler = createHandler({
    schema: buildSchema(options.schema ?? shopSchema),
    rootValue: rootOf(customers),
    ...(options.keepsToItself === true
      ? { validationRules: [NoSchemaIntrospectionCustomRule] }
      : {}),
    onSubscribe: (_request, { query, variables }) => {
      asked.push({ query, variables: variables ?? {} });
    },
  });
  const server = createServer((request, response) => {
    if (
      options.token !== undefined &&
      request.headers.authorization !== `Bearer ${options.token}`
    ) {
      response.writeHead(401, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ errors: [{ message: 'This token is not known.' }] }));
    } else if (request.url?.startsWith('/graphql') !== true) {
      response.writeHead(404);
      response.end();
    } else void handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    asked,
    customers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function rootOf(customers: GraphqlService['customers']) {
  const pageOf = <Entry>(all: readonly Entry[], first: number, after: string | undefined) => {
    const from = after === undefined ? 0 : Number(after);
    const to = Math.min(all.length, from + first);
    return {
      nodes: all.slice(from, to),
      edges: all.slice(from, to).map((node, at) => ({ node, cursor: String(from + at + 1) })),
      pageInfo: { hasNextPage: to < all.length, endCursor: String(to) },
      totalCount: all.length,
    };
  };
  interface Page {
    first?: number;
    after?: string;
  }
  return {
    count: customers.length,
    tags: ['vip', 'new'],
    brands: [{ id: 'b-1', name: 'Tea' }, null],
    customer: ({ id }: { id: string }) => customers.find((one) => one.id === id) ?? null,
    customers: ({ status, first = 50, after }: Page & { status?: string }) =>
      pageOf(
        customers.filter((one) => status === undefined || one.status === status),
        Math.min(first, 3), // as services do: never more than they like
        after,
      ),
    orders: ({ first = 50, after }: Page) =>
      pageOf(
        customers.map((customer, at) => ({ number: at + 1, total: 9.5, customer, lines: [] })),
        first,
        after,
      ),
    addCustomer: ({ input }: { input: { name: string; email?: string; status?: string } }) => {
      if (input.email !== undefined && !input.email.includes('@'))
        return {
          customer: null,
          userErrors: [{ field: ['input', 'email'], message: 'This is no e-mail address.' }],
        };
      if (customers.some(({ email }) => email === input.email && email !== undefined))
        throw new GraphQLError('There is a customer with this e-mail address already.');
      const customer = {
        id: `c-${customers.length + 1}`,
        name: input.name,
        email: input.email ?? null,
        status: input.status ?? 'LEAD',
      };
      customers.push(customer);
      return { customer, userErrors: [] };
    },
    removeCustomer: ({ id }: { id: string }) => {
      const at = customers.findIndex((one) => one.id === id);
      if (at !== -1) customers.splice(at, 1);
      return at !== -1;
    },
  };
}
