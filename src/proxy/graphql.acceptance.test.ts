/** Acceptance: what is made of a real GraphQL service's own description, sent to it through the whole proxy. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  planCall,
  takeAnswer,
  type CallFailure,
  type Component,
  type Operation,
  type RequestTemplate,
} from '../catalog/index.ts';
import { readerOf } from '../catalog/readers.ts';
import { shippedCatalog } from '../catalog/testing/shipped.ts';
import type { Json, JsonSchema } from '../shared/index.ts';
import { createServiceCalls } from './page-call.ts';
import { startGraphqlService, type GraphqlService } from './testing/graphql-service.ts';
import { refusalOf } from './testing/proxy-under-test.ts';
import { proxy } from './testing/scene.ts';

const component = ((): Component => {
  const found = shippedCatalog().component('catalog:graphql');
  if (found === undefined) throw new Error('no GraphQL');
  return found;
})();
const operationOf = (id: string): Operation => {
  const found = component.operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

const closing: GraphqlService[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((service) => service.close()));
});

async function scene(options: Parameters<typeof startGraphqlService>[0] = {}) {
  const service = await startGraphqlService(options);
  closing.push(service);
  const { host } = new URL(service.url);
  const browser = await proxy({ allow: [host], components: [component] }).browser();
  const sealed =
    options.token === undefined
      ? undefined
      : await browser.seal(component.id, { address: service.url, token: options.token }, 'token');
  const calls = createServiceCalls((path, init) => browser.ask(path, init));

  /** All messages of a step, page after page; or why there are none. */
  async function run(
    id: string,
    settings: Readonly<Record<string, Json>>,
    input: Json = {},
    schema?: JsonSchema,
  ): Promise<readonly Json[] | CallFailure> {
    const operation = operationOf(id);
    const planned = planCall({
      component,
      operation,
      settings: { address: service.url, ...settings },
      input,
    });
    if (!planned.ok) return planned.reason;
    const messages: Json[] = [];
    let request: RequestTemplate | undefined = planned.value;
    while (request !== undefined) {
      const answer = await calls.call(request, sealed?.token);
      const taken = takeAnswer({
        component,
        operation,
        request,
        answer,
        shapes: schema === undefined ? undefined : { input: { schema } },
      });
      if (!taken.ok) return taken.reason;
      messages.push(...taken.value.messages);
      request = taken.value.next;
    }
    return messages;
  }

  /** A step as it is once its question was chosen. */
  async function choose(id: 'read' | 'change', settings: Readonly<Record<string, Json>>) {
    const described = await run('describe', {});
    const operation = operationOf(id);
    if (!Array.isArray(described)) throw new Error('not described');
    const reading = readerOf(operation)?.read(described[0] as Json, settings);
    if (reading === undefined) throw new Error('not read');
    return reading.settings;
  }
  async function takes(field: string) {
    const described = await run('describe', {});
    if (!Array.isArray(described)) throw new Error('not described');
    return readerOf(operationOf('change'))?.read(described[0] as Json, { field })?.input;
  }
  return { takes, service, browser, run, choose };
}

describe('a question made of what a service offers', () => {
  it('brings all of a list, page after page, with exactly the chosen fields', async () => {
    const { service, run, choose } = await scene({ token: 'a-token-of-this-test-123' });
    const fields = ['customers/name', 'customers/email'];
    const settings = await choose('read', { field: 'customers', fields, first: 3 });
    expect(await run('read', settings)).toEqual(
      service.customers.map(({ name, email }) => ({ name, email })),
    );
    expect(service.asked.slice(1).map(({ variables }) => variables)).toEqual([
      {},
      { after: '3' },
      { after: '6' },
    ]);
  });

  it('keeps what was filled in on every page', async () => {
    const { service, run, choose } = await scene();
    const settings = await choose('read', { field: 'customers', first: 3 });
    expect(await run('read', settings, { status: 'ACTIVE' })).toHaveLength(4);
    expect(service.asked.at(-1)?.variables).toEqual({ status: 'ACTIVE', after: '3' });
  });

  it('finds entries that stand at edges, one thing, nothing, and plain values', async () => {
    const { run, choose } = await scene();
    const orders = await choose('read', { field: 'orders', fields: ['orders/number'], first: 5 });
    expect(await run('read', orders)).toHaveLength(7);
    const one = await choose('read', { field: 'customer', fields: ['customer/name'] });
    expect(await run('read', one, { id: 'c-2' })).toEqual([{ name: 'Customer 2' }]);
    expect(await run('read', one, { id: 'none' })).toEqual([]);
    expect(await run('read', await choose('read', { field: 'tags' }))).toEqual([
      { tags: ['vip', 'new'] },
    ]);
    expect(await run('read', await choose('read', { field: 'brands' }))).toEqual([
      { id: 'b-1', name: 'Tea' },
    ]);
  });
});

describe('a change', () => {
  it('is made with what is filled in', async () => {
    const { service, run, choose } = await scene();
    const fields = ['addCustomer/customer/id'];
    const settings = await choose('change', { field: 'addCustomer', fields });
    const made = await run('change', settings, { input: { name: 'Ada', status: 'ACTIVE' } });
    expect(made).toEqual([{ customer: { id: 'c-8' }, userErrors: [] }]);
    expect(service.customers.at(-1)).toMatchObject({ name: 'Ada', status: 'ACTIVE' });
  });

  it('that is refused names the argument that is meant', async () => {
    const { run, choose, takes } = await scene();
    const settings = await choose('change', { field: 'addCustomer' });
    expect(
      await run('change', settings, { input: { name: 'Ada', email: 'nobody' } }),
    ).toMatchObject({
      kind: 'terminal',
      serviceWords: 'This is no e-mail address.',
      fields: [{ path: ['input', 'email'] }],
    });
    expect(await run('change', settings, { input: { name: 'A', status: 'GONE' } })).toMatchObject({
      fields: [{ path: ['input', 'status'] }],
    });
    expect(await run('change', settings, { input: {} }, await takes('addCustomer'))).toMatchObject({
      fields: [{ path: ['input', 'name'] }],
    });
  });
});

describe('a service that does not describe itself', () => {
  it('is told from one at another address and from one that lets nobody in', async () => {
    const why = async (options: Parameters<typeof startGraphqlService>[0], settings = {}) => {
      const { run } = await scene(options);
      const failed = (await run('describe', settings)) as CallFailure;
      return readerOf(operationOf('read'))?.explain(failed)?.code ?? failed.code;
    };
    expect(await why({ keepsToItself: true })).toBe('flow.introspection-off');
    const { service } = await scene();
    expect(await why({}, { address: service.url.replace('/graphql', '/nothing') })).toMatch(
      /graphql-not-here|proxy/,
    );
  });
});

describe('a request that says that it reads', () => {
  const asks = 'query { count }';
  const sent = (body: Json, more: object = {}) => ({
    component: component.id,
    method: 'POST',
    path: '/graphql',
    origin: { from: 'settings', at: '/address' } as const,
    body: { as: 'json' as const, text: JSON.stringify(body) },
    ...more,
  });

  it('goes out by POST while its text only asks', async () => {
    const { service, browser } = await scene();
    const answer = await browser.call(
      sent({ query: asks }, { address: new URL(service.url).origin }),
    );
    expect(await answer.json()).toEqual({ data: { count: 7 } });
  });

  it.each([
    ['a text that changes something', { query: 'mutation { removeCustomer(id: "c-1") }' }, {}],
    [
      'one of several that changes something',
      { query: 'query A { count } mutation B { removeCustomer(id: "c-1") }', operationName: 'B' },
      {},
    ],
    ['a list of texts', [{ query: asks }], {}],
    [
      'the number of a text that the service keeps',
      { query: asks, extensions: { persistedQuery: {} } },
      {},
    ],
    [
      'a text in the address',
      { query: asks },
      { query: [['query', 'mutation { removeCustomer(id: "c-1") }']] },
    ],
    [
      'a form that looks like JSON',
      { query: '{ count }', variables: { x: '&query=mutation{removeCustomer(id:"c-1")}&' } },
      { headers: [['content-type', 'application/x-www-form-urlencoded']] },
    ],
    ['another way', { query: asks }, { method: 'PUT' }],
  ])('stays here with %s', async (_what, body, more) => {
    const { service, browser } = await scene();
    const call = sent(body as Json, { address: new URL(service.url).origin, ...more });
    expect(await refusalOf(await browser.call(call))).toMatchObject({ code: 'proxy.read-only' });
    expect(service.asked).toEqual([]);
  });
});
