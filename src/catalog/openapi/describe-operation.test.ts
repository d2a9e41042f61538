import { describe, expect, it } from 'vitest';
import { ownTitle, type Json } from '../../shared/index.ts';
import { requestNoteOf } from './request-note.ts';
import { aDescription, described, jsonBody } from './testing/read-for-test.ts';

describe('what is sent', () => {
  it('has the fields of path, query and body in one form, and nobody sends what the service sets', async () => {
    const { input } = await described(
      {
        parameters: [
          { name: 'shop', in: 'path', required: true, schema: { type: 'string' } },
          {
            name: 'dry',
            in: 'query',
            description: 'Only *looks*.',
            allowReserved: true,
            schema: { type: 'boolean' },
          },
          { name: 'Authorization', in: 'header', schema: { type: 'string' } },
        ],
        ...(jsonBody({
          allOf: [
            { $ref: '#/components/schemas/Base' },
            { required: ['email'], properties: { email: { type: 'string', format: 'email' } } },
          ],
        }) as object),
      },
      {
        path: '/shops/{shop}/people',
        components: {
          schemas: {
            Base: {
              type: 'object',
              required: ['id'],
              properties: {
                id: { type: 'string', readOnly: true },
                age: { type: 'integer', format: 'int32' },
              },
            },
          },
        },
      },
    );
    expect(input).toMatchObject({
      type: 'object',
      properties: {
        shop: { type: 'string' },
        dry: { type: 'boolean', description: 'Only *looks*.' },
        age: { type: 'integer' },
        email: { type: 'string', format: 'email' },
      },
      required: ['shop', 'email'],
      additionalProperties: false,
    });
    expect(Object.keys(input.properties ?? {})).toEqual(['shop', 'dry', 'age', 'email']);
    expect(requestNoteOf(input)).toEqual({
      method: 'POST',
      address: 'https://api.example.com/',
      path: '/shops/{shop}/people',
      parameters: [
        { name: 'shop', in: 'path', field: 'shop', style: 'simple', explode: false },
        {
          name: 'dry',
          in: 'query',
          field: 'dry',
          style: 'form',
          explode: true,
          allowReserved: true,
        },
      ],
      body: { as: 'json' },
    });
  });

  it('keeps a body apart that has a choice in it, or a field of a name that is taken', async () => {
    const choice = await described(jsonBody({ oneOf: [{ type: 'string' }, { type: 'object' }] }));
    expect(choice.input.properties).toEqual({
      content: { oneOf: [{ type: 'string' }, { type: 'object' }], ...ownTitle('content') },
    });
    expect(requestNoteOf(choice.input)?.body).toEqual({ as: 'json', field: 'content' });
    const twice = await described(
      {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        ...(jsonBody({ type: 'object', properties: { id: { type: 'string' } } }) as object),
      },
      { path: '/things/{id}' },
    );
    expect(Object.keys(twice.input.properties ?? {})).toEqual(['id', 'content']);
  });

  it('sends no body with a question', async () => {
    const { input } = await described(jsonBody({ type: 'object', properties: { a: {} } }), {
      method: 'get',
    });
    expect(input.properties).toEqual({});
    expect(requestNoteOf(input)?.body).toBeUndefined();
  });

  it('has a field for a parameter that only the path names', async () => {
    const { input } = await described({}, { path: '/a/{x}...{y}:verb', method: 'get' });
    expect(input.required).toEqual(['x', 'y']);
  });
});

describe('schemas', () => {
  it('say "or nothing" in one way, however it was written', async () => {
    const { input } = await described(
      jsonBody({
        type: 'object',
        properties: {
          a: { type: 'string', nullable: true, enum: ['x'] },
          b: { type: ['integer', 'null'] },
          c: { $ref: '#/components/schemas/C', nullable: true },
          d: { allOf: [{ $ref: '#/components/schemas/C' }], nullable: true },
        },
      }),
      { components: { schemas: { C: { type: 'object', properties: { e: {} } } } } },
    );
    expect(input.properties).toMatchObject({
      a: { type: ['string', 'null'], enum: ['x', null] },
      b: { type: ['integer', 'null'] },
      c: { anyOf: [{ $ref: '#/$defs/C' }, { type: 'null' }] },
      d: { anyOf: [{ allOf: [{ $ref: '#/$defs/C' }] }, { type: 'null' }] },
    });
  });

  it('that contain themselves are written once', async () => {
    const { input } = await described(jsonBody({ $ref: '#/components/schemas/Node' }), {
      components: {
        schemas: {
          Node: {
            type: 'object',
            properties: { next: { $ref: '#/components/schemas/Node' }, name: { type: 'string' } },
          },
        },
      },
    });
    expect(input.properties?.['next']).toEqual({ $ref: '#/$defs/Node' });
    expect(input.$defs?.['Node']?.properties?.['next']).toEqual({ $ref: '#/$defs/Node' });
  });

  it('in circles of references, and those that lead nowhere, are open', async () => {
    const { input } = await described(
      jsonBody({
        type: 'object',
        properties: {
          a: { $ref: '#/components/schemas/A' },
          gone: { $ref: '#/components/schemas/Gone' },
          file: { $ref: 'file:///etc/passwd' },
        },
      }),
      {
        components: {
          schemas: {
            A: { $ref: '#/components/schemas/B' },
            B: { $ref: '#/components/schemas/A' },
          },
        },
      },
    );
    expect(input.properties).toEqual({ a: {}, gone: {}, file: {} });
  });

  it('keep which kind a value means', async () => {
    const { output } = await described(
      {
        responses: {
          200: {
            content: {
              'application/json': {
                schema: {
                  oneOf: [
                    { $ref: '#/components/schemas/Cat' },
                    { $ref: '#/components/schemas/Dog' },
                  ],
                  discriminator: { propertyName: 'kind' },
                },
              },
            },
          },
        },
      },
      { components: { schemas: { Cat: { type: 'object' }, Dog: { type: 'object' } } } },
    );
    expect(output.discriminator).toEqual({
      propertyName: 'kind',
      mapping: { Cat: '#/$defs/Cat', Dog: '#/$defs/Dog' },
    });
  });

  it('leave out what only other dialects understand, and defaults of another kind', async () => {
    const { input } = await described(
      jsonBody({
        type: 'object',
        properties: {
          a: { type: 'string', pattern: '(?i)x' },
          b: { type: 'number', minimum: 0, exclusiveMinimum: true, format: 'double' },
          c: { type: 'boolean', default: 'false' },
          __proto__x: { type: 'any' },
        },
      }),
    );
    expect(input.properties).toEqual({
      a: { type: 'string' },
      b: { type: 'number', exclusiveMinimum: 0 },
      c: { type: 'boolean' },
      __proto__x: {},
    });
  });

  it('of a whole service are cut to what a step can carry', async () => {
    const wide = (depth: number): object => ({
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: 12 }, (_, at) => [
          `f${String(at)}`,
          depth === 0 ? { type: 'string' } : wide(depth - 1),
        ]),
      ),
    });
    const { input } = await described(jsonBody(wide(4) as never));
    expect(JSON.stringify(input).length).toBeLessThan(400_000);
    expect(Object.keys(input.properties ?? {})).toHaveLength(12);
    const first = input.properties?.['f0']?.properties?.['f0'];
    expect(first?.type).toBe('object');
  });
});

describe('Swagger 2', () => {
  const around = {
    swagger: '2.0',
    host: 'old.example.com',
    basePath: '/v1',
    schemes: ['http', 'https'],
    securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    security: [{ key: [] }],
    definitions: { Thing: { type: 'object', properties: { name: { type: 'string' } } } },
  };

  it('says its address, its lists and its answer in other places', async () => {
    const { api } = await aDescription({
      ...around,
      paths: {
        '/things': {
          get: {
            parameters: [
              {
                name: 'ids',
                in: 'query',
                type: 'array',
                items: { type: 'string' },
                collectionFormat: 'pipes',
              },
            ],
            responses: {
              200: { schema: { type: 'array', items: { $ref: '#/definitions/Thing' } } },
            },
          },
        },
      },
    });
    const found = api.describe('GET /things', { asList: true });
    if (!found.ok) throw new Error(found.reason.code);
    expect(found.value.output).toMatchObject({ $ref: '#/$defs/Thing' });
    expect(requestNoteOf(found.value.input)).toEqual({
      method: 'GET',
      address: 'https://old.example.com/v1',
      path: '/things',
      parameters: [
        { name: 'ids', in: 'query', field: 'ids', style: 'pipeDelimited', explode: false },
      ],
      accept: 'application/json',
      list: '',
      signIn: [{ scheme: 'api-key', in: 'header', name: 'X-Key' }],
    });
  });

  it('has forms among its parameters', async () => {
    const { api } = await aDescription({
      ...around,
      paths: {
        '/upload': {
          post: {
            consumes: ['multipart/form-data'],
            parameters: [
              { name: 'title', in: 'formData', type: 'string', required: true },
              { name: 'photo', in: 'formData', type: 'file' },
            ],
            responses: {},
          },
        },
      },
    });
    const found = api.describe('POST /upload', {});
    if (!found.ok) throw new Error(found.reason.code);
    expect(found.value.input.required).toEqual(['title']);
    expect(found.value.input.properties?.['photo']).toMatchObject({ required: ['name'] });
    expect(requestNoteOf(found.value.input)?.body).toEqual({ as: 'multipart', files: ['photo'] });
  });
});

describe('addresses', () => {
  const at = async (servers: object[], address?: string) => {
    const { api } = await aDescription(
      { openapi: '3.1.0', servers: servers as never, paths: { '/a': { get: {} } } },
      address,
    );
    return api.servers('GET /a').map(({ url }) => url);
  };

  it('are each a server, with the usual values of its variables first', async () => {
    const region = { enum: ['eu', 'us'], default: 'us' };
    expect(await at([{ url: 'https://{region}.example.com/v1', variables: { region } }])).toEqual([
      'https://us.example.com/v1',
      'https://eu.example.com/v1',
    ]);
    expect(await at([{ url: '/v3' }])).toEqual(['https://api.example.com/v3']);
    expect(await at([])).toEqual(['https://api.example.com/']);
  });

  it('with an open part, without a beginning, or of another kind are none', async () => {
    expect(await at([{ url: 'https://{tenant}.example.com' }])).toEqual([]);
    expect(await at([{ url: '/v3' }], '')).toEqual([]);
    expect(await at([{ url: 'file:///etc' }])).toEqual([]);
  });
});

describe('an answer', () => {
  const gives = (responses: Json) => described({ responses });
  const json = (schema: Json) => ({ content: { 'application/json': { schema } } });
  const error = json({ type: 'object', properties: { error: { type: 'string' } } });

  it('that a success has none of is not what all other answers are', async () => {
    expect((await gives({ 204: {}, default: error })).output).toEqual({});
    expect((await gives({ default: error })).output).toMatchObject({ type: 'object' });
  });

  it('of any kind is a file where its schema is one', async () => {
    const file = { content: { '*/*': { schema: { type: 'string', format: 'binary' } } } };
    expect(requestNoteOf((await gives({ 200: file })).input)?.file).toBe(true);
    const { input } = await described({ requestBody: file });
    expect(requestNoteOf(input)?.body?.as).toBe('bytes');
  });

  it('that may be nothing says so in a branch of its own', async () => {
    const maybe = { anyOf: [{ type: 'string' }, { type: 'null' }] };
    const { output } = await gives({ 200: json({ type: 'object', properties: { a: maybe } }) });
    expect(output.properties?.['a']).toEqual(maybe);
  });
});

describe('a closed group', () => {
  const closed = (more: Json) => ({
    type: 'object',
    additionalProperties: false,
    ...(more as object),
  });
  const groupOf = async (more: Json) =>
    (await described(jsonBody({ type: 'object', properties: { group: closed(more) } }))).input
      .properties?.['group'];

  it('has the fields whose names follow a pattern', async () => {
    expect(await groupOf({ patternProperties: { '^x-': { type: 'string' } } })).toEqual({
      type: 'object',
      patternProperties: { '^x-': { type: 'string' } },
      additionalProperties: false,
    });
  });

  it('is open where it is closed but for what cannot be written here', async () => {
    const foreign = await groupOf({ patternProperties: { '(?i)^x-': { type: 'string' } } });
    expect(foreign).toEqual({ type: 'object' });
    const later = { if: { required: ['a'] }, then: { properties: { b: {} } } };
    const group = await groupOf({ ...later, unevaluatedProperties: false });
    expect(group?.unevaluatedProperties).toBeUndefined();
  });
});

it('begins a field with what is said beside the reference to its kind, where that fits', async () => {
  const A = { type: 'string', enum: ['x', 'y'] };
  const field = (start: Json) => ({ $ref: '#/components/schemas/A', default: start });
  const properties = { a: field('x'), b: field('z'), c: { ...field('y'), nullable: true } };
  const { input } = await described(jsonBody({ type: 'object', properties }), {
    components: { schemas: { A } },
  });
  const $ref = '#/$defs/A';
  expect(input.properties).toEqual({
    a: { $ref, default: 'x' },
    b: { $ref },
    c: { anyOf: [{ $ref }, { type: 'null' }], default: 'y' },
  });
});

it('says which lists of a form are one text', async () => {
  const schema = { type: 'object', properties: { a: { type: 'array' }, b: { type: 'array' } } };
  const encoding = { a: { explode: false }, b: { style: 'spaceDelimited' }, c: { style: 'form' } };
  const content = { 'application/x-www-form-urlencoded': { schema, encoding } };
  const { input } = await described({ requestBody: { content } });
  expect(requestNoteOf(input)?.body?.joined).toEqual({ a: 'form', b: 'spaceDelimited' });
  const list = { in: 'formData', type: 'array', items: { type: 'string' } };
  const old = await described(
    {
      parameters: [
        { ...list, name: 'usual' },
        { ...list, name: 'pipes', collectionFormat: 'pipes' },
        { ...list, name: 'several', collectionFormat: 'multi' },
      ],
    },
    { openapi: undefined, swagger: '2.0' },
  );
  expect(requestNoteOf(old.input)?.body?.joined).toEqual({
    usual: 'form',
    pipes: 'pipeDelimited',
  });
});

it('names the ways to sign in, with the addresses of OAuth', async () => {
  const { input } = await described(
    { security: [{ oauth: ['read', 'write'] }, { token: [] }] },
    {
      method: 'get',
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'Bearer' },
          oauth: {
            type: 'oauth2',
            flows: {
              authorizationCode: {
                authorizationUrl: 'https://login.example.com/a',
                tokenUrl: '/token',
              },
            },
          },
        },
      },
    },
  );
  expect(requestNoteOf(input)?.signIn).toEqual([
    {
      scheme: 'oauth2',
      grant: 'authorization-code',
      authorizeUrl: 'https://login.example.com/a',
      tokenUrl: 'https://api.example.com/token',
      scopes: 'read write',
    },
    { scheme: 'bearer' },
  ]);
});

it('shows the description’s own example as the answer, of a list its first entry', async () => {
  const responses = {
    200: {
      content: {
        'application/json': {
          schema: { properties: { items: { type: 'array', items: { type: 'object' } } } },
          example: { items: [{ name: 'Ada' }] },
        },
      },
    },
  };
  const { api } = await aDescription({ openapi: '3.0.0', paths: { '/a': { get: { responses } } } });
  const whole = api.describe('GET /a', {});
  const entry = api.describe('GET /a', { asList: true });
  expect(whole.ok && whole.value.output.examples).toEqual([{ items: [{ name: 'Ada' }] }]);
  expect(entry.ok && entry.value.output.examples).toEqual([{ name: 'Ada' }]);
});

it('reads versions that it knows, and says which one it met', async () => {
  await expect(aDescription({ openapi: '4.0.0', paths: {} })).rejects.toThrow('openapi-version');
  await expect(aDescription({ swagger: '1.2', paths: {} })).rejects.toThrow('openapi-version');
  await expect(aDescription({ info: {} })).rejects.toThrow('openapi-not-one');
  await expect(aDescription({ openapi: '3.1.0' })).rejects.toThrow('openapi-empty');
});
