import { buildSchema, graphqlSync, introspectionFromSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { shopSchema } from '../testing/shop-schema.ts';
import type { HttpCall } from '../component/call.ts';
import { atPointer } from '../json-pointer.ts';
import { shippedCatalog } from '../testing/shipped.ts';
import type { Settings } from '../settings.ts';
import { graphqlReader } from './graphql-reader.ts';
import { onlyAsks } from '../graphql-reads.ts';

const schema = buildSchema(shopSchema);
/** As the component asks for it. */
const description = ((): Json => {
  const call = shippedCatalog().operation('catalog:graphql', 'describe')?.call as HttpCall;
  const source = atPointer(call.body?.from as unknown as Json, '/props/query/value');
  const { data } = graphqlSync({ schema, source: String(source) });
  return data?.['__schema'] as Json;
})();

function read(kind: 'query' | 'mutation', settings: Settings) {
  const reading = graphqlReader(kind).read(description, settings);
  if (reading === undefined) throw new Error('not read');
  return reading;
}
const asked = (settings: Settings, kind: 'query' | 'mutation' = 'query') => {
  const reading = read(kind, settings);
  const text = String(reading.settings['query']);
  expect(validate(schema, parse(text))).toEqual([]);
  return { ...reading, text };
};

describe('what can be asked', () => {
  it('is offered with the words of the service', () => {
    const { options } = read('query', {});
    expect(options['/settings/field']?.slice(0, 2)).toEqual([
      { value: 'customer', label: 'Customer', help: 'One customer by its number.' },
      { value: 'customers', label: 'Customers', help: 'All customers, page by page.' },
    ]);
    expect(read('mutation', {}).options['/settings/field']?.map(({ value }) => value)).toEqual([
      'addCustomer',
      'removeCustomer',
    ]);
  });

  it('makes nothing before it is chosen, and says when it is gone', () => {
    expect(read('query', { query: 'old' })).toMatchObject({ settings: {}, fields: undefined });
    expect(read('query', { field: 'suppliers' }).lost).toEqual({
      code: 'flow.question-gone',
      params: { field: 'Suppliers' },
    });
  });

  it('is not read of an answer that describes nothing', () => {
    for (const answer of [null, 'text', {}, { types: [{ name: 1 }] }, { queryType: { name: 'Q' } }])
      expect(graphqlReader('query').read(answer as Json, {})).toBeUndefined();
  });
});

describe('a question', () => {
  it('gets all plain values of a thing before anybody chose', () => {
    const { text, settings, fields } = asked({ field: 'customer' });
    expect(text).toBe(
      'query Customer($id: ID!) {\n  customer(id: $id) {\n    id\n    name\n    email\n    status\n    since\n  }\n}',
    );
    expect(settings).toMatchObject({ messagesAt: '/data/customer' });
    expect(fields?.chosen).toEqual(['id', 'name', 'email', 'status', 'since']);
  });

  it('gets exactly what was chosen, also inside groups and lists', () => {
    const fields = ['customer/name', 'customer/address/city', 'customer/orders/lines/sku'];
    const { text, output } = asked({ field: 'customer', fields });
    expect(text).toBe(
      [
        'query Customer($id: ID!) {',
        '  customer(id: $id) {',
        '    name',
        '    address {',
        '      city',
        '    }',
        '    orders(first: 50) {',
        '      edges {',
        '        node {',
        '          lines {',
        '            sku',
        '          }',
        '        }',
        '      }',
        '    }',
        '  }',
        '}',
      ].join('\n'),
    );
    expect(output).toMatchObject({
      properties: {
        name: { type: 'string', title: 'Name' },
        address: { type: ['object', 'null'], properties: { city: { type: 'string' } } },
        orders: { properties: { edges: { type: 'array' } } },
      },
      required: ['name', 'address', 'orders'],
    });
  });

  it('reads a paged list page after page, and gives its entries', () => {
    const { text, settings, input } = asked({ field: 'customers', first: 20 });
    expect(text).toContain(
      'query Customers($status: Status, $search: CustomerSearch, $after: String) {\n' +
        '  customers(first: 20, status: $status, search: $search, after: $after) {\n    nodes {',
    );
    expect(settings).toMatchObject({
      messagesAt: '/data/customers/nodes/*',
      paging: 'cursor',
      cursorAt: '/data/customers/pageInfo/endCursor',
      moreAt: '/data/customers/pageInfo/hasNextPage',
    });
    expect(Object.keys(input?.properties ?? {})).toEqual(['status', 'search']);
    expect(asked({ field: 'orders' }).settings['messagesAt']).toBe('/data/orders/edges/*/node');
  });

  it('is a message by itself where it is a value', () => {
    const { text, settings, output } = asked({ field: 'tags' });
    expect(text).toBe('query Tags {\n  tags\n}');
    expect(settings['messagesAt']).toBe('/data');
    expect(output).toMatchObject({
      properties: { tags: { type: 'array', items: { type: 'string' } } },
      required: ['tags'],
    });
    expect(asked({ field: 'count' }).output?.properties?.['count']?.type).toBe('integer');
  });

  it('tells things of several kinds apart', () => {
    const fields = ['everything/on:Customer/name', 'everything/on:Order/total'];
    const { text, output } = asked({ field: 'everything', fields });
    expect(text).toContain('... on Order {\n      total');
    expect(output?.properties).toHaveProperty('__typename');
    expect(output?.required).toBeUndefined();
  });

  it('gives what two kinds of things call the same and mean otherwise a name of its own', () => {
    const { text, output } = asked({ field: 'anything' });
    expect(output?.properties).toMatchObject({
      number: { type: 'integer' },
      numberOfInvoice: { type: ['string', 'null'], title: 'Number of invoice' },
    });
    expect(text).toBe(
      [
        'query Anything {',
        '  anything {',
        '    __typename',
        '    ... on Order {',
        '      number',
        '      total',
        '    }',
        '    ... on Invoice {',
        '      numberOfInvoice: number',
        '      total',
        '    }',
        '  }',
        '}',
      ].join('\n'),
    );
  });

  it('is one that the service understands, whatever its fields need', () => {
    const of = (sdl: string, settings: Settings, kind: 'query' | 'mutation' = 'query') => {
      const own = buildSchema(sdl);
      const service = introspectionFromSchema(own).__schema as unknown as Json;
      const text = String(graphqlReader(kind).read(service, settings)?.settings['query']);
      expect(validate(own, parse(text)), text).toEqual([]);
      return { text, errors: graphqlSync({ schema: own, source: text }).errors };
    };
    // What has a usual value may be left out, also where it may not be nothing.
    const usual = 'type Query { items(most: Int! = 10, name: String): [String] }';
    expect(of(usual, { field: 'items' }).errors).toBeUndefined();
    const many = 'type Query { item: Item } type Item { tags(first: Int!): [Item!]! name: String }';
    expect(of(many, { field: 'item', fields: ['item/tags/name'] }).text).toContain('first: 50');
    // Every kind has it, and one kind is surer of it.
    const sure =
      'type Query { node: Node } interface Node { id: ID } type User implements Node { id: ID! name: String }';
    const both = ['node/id', 'node/on:User/id', 'node/on:User/name'];
    expect(of(sure, { field: 'node', fields: both }).text).toContain('... on User {\n      name\n');
    const groups =
      'type Query { node: U } union U = A | B type A { owner: P } type B { owner: Q } type P { id: ID! } type Q { id: ID }';
    const owners = ['node/on:A/owner/id', 'node/on:B/owner/id'];
    expect(of(groups, { field: 'node', fields: owners }).text).toContain('ownerOfB: owner {');
    const done = 'type Query { a: ID } type Mutation { do: Done } type Done { log(of: ID!): ID }';
    expect(of(done, { field: 'do' }, 'mutation').text).toContain('do {\n    __typename\n  }');
  });

  it('leaves out what is not offered any more, and begins anew for another question', () => {
    const gone = asked({ field: 'customer', fields: ['customer/name', 'customer/fax'] });
    expect(gone.settings['fields']).toEqual(['customer/name']);
    const other = asked({ field: 'brands', fields: ['customer/name'] });
    expect(other.settings['fields']).toEqual(['brands/id', 'brands/name']);
    expect(other.settings).not.toHaveProperty('paging');
  });

  it('comes out the same when it is read of what it made', () => {
    const once = read('query', { address: 'https://a.example/graphql', field: 'customers' });
    expect(read('query', once.settings).settings).toEqual(once.settings);
  });

  it('changes nothing', () => {
    for (const field of schema.getQueryType()?.astNode?.fields ?? [])
      expect(onlyAsks(asked({ field: field.name.value }).text)).toBe(true);
  });
});

describe('a change', () => {
  const { text, input, settings, output } = asked({ field: 'addCustomer' }, 'mutation');

  it('takes its arguments as a form: what is needed, choices, groups, lists', () => {
    expect(input).toMatchObject({
      properties: { input: { $ref: '#/$defs/NewCustomer' }, note: { type: 'string' } },
      required: ['input'],
      $defs: {
        NewCustomer: {
          properties: {
            status: {
              oneOf: [{ const: 'LEAD' }, { const: 'ACTIVE', description: 'Buys already.' }],
            },
            tags: { type: 'array', items: { type: 'string' } },
          },
          required: ['name'],
        },
        NewAddress: { required: ['city'] },
      },
    });
  });

  it('always asks for the list in which a refusal is said', () => {
    expect(text).toContain('userErrors {\n      field\n      message');
    const chosen = ['addCustomer/customer/id'];
    expect(asked({ field: 'addCustomer', fields: chosen }, 'mutation').text).toContain(
      'userErrors',
    );
    expect(settings['messagesAt']).toBe('/data/addCustomer');
    expect(output?.properties).toHaveProperty('customer');
  });

  it('may hold a group that holds itself', () => {
    const search = asked({ field: 'customers' }).input?.$defs?.['CustomerSearch'];
    expect(search?.properties?.['all']).toMatchObject({
      type: 'array',
      items: { $ref: '#/$defs/CustomerSearch' },
    });
  });

  it('is no question', () => expect(onlyAsks(text)).toBe(false));
});

describe('the tree of fields', () => {
  const { fields } = read('query', { field: 'customers' });

  it('opens level by level without end, and shows entries without what stands around them', () => {
    expect(fields?.inside('orders').map(({ place, kind }) => [place, kind])).toEqual([
      ['orders/number', 'value'],
      ['orders/total', 'value'],
      ['orders/customer', 'group'],
      ['orders/lines', 'list'],
    ]);
    expect(fields?.inside('orders/customer/orders/customer/friends')).toHaveLength(8);
    expect(fields?.inside('nowhere')).toEqual([]);
  });

  it('offers nothing that needs values of its own, and says what is cut', () => {
    const offered = fields?.inside('') ?? [];
    expect(offered.map(({ place }) => place)).not.toContain('price');
    expect(offered.find(({ place }) => place === 'orders')?.first).toBe(50);
  });

  it('chooses the plain values of a group as a whole', () => {
    expect(fields?.valuesOf('address')).toEqual(['address/street', 'address/city']);
    expect(fields?.valuesOf('orders')).toEqual(['orders/number', 'orders/total']);
  });
});

describe('why a service does not describe itself', () => {
  const explain = (serviceWords: string, status = 400) =>
    graphqlReader('query').explain({
      kind: 'terminal',
      code: 'failures.refused',
      params: {},
      status,
      serviceWords,
      fields: [],
    })?.code;

  it('is told from the words of servers that have it switched off', () => {
    for (const words of [
      'GraphQL introspection is not allowed by Apollo Server, but the query contained __schema',
      'introspection is disabled',
      'GraphQL introspection has been disabled, but the requested query contained the field "__schema".',
    ])
      expect(explain(words)).toBe('flow.introspection-off');
    expect(explain('The key is wrong', 401)).toBeUndefined();
    expect(explain('Not found', 404)).toBe('flow.graphql-not-here');
  });
});
