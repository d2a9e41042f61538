/** The shipped component for described services, through the proxy, against a service of others and the sample services. */
import { describe, expect, it } from 'vitest';
import { createDescriptionReader } from '../catalog/descriptions.ts';
import { startService } from '../proxy/testing/real-service.ts';
import { startSandbox } from '../sandbox/index.ts';
import type { Json, JsonObject, JsonSchema } from '../shared/index.ts';
import { aLibrary } from './testing/openapi-of-others.ts';
import { userOf, type Account } from './testing/shipped-calls.ts';
import { closed } from '../shared/testing/closed.ts';

interface Described {
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  readonly hosts?: readonly string[];
  readonly unread?: readonly string[];
}

/** A person's way: the description, one of its operations, its fields, a message. */
function designer(description: string, hosts: readonly string[], account?: Account) {
  const person = closed(userOf('catalog:openapi', hosts, account));
  const { component, calls, operationOf } = person;
  const reader = createDescriptionReader({
    call: (request) => calls.call(request, undefined),
    reading: () => undefined,
  });

  async function told(id: string, settings: JsonObject = {}): Promise<readonly Json[]> {
    const found = await reader.ask({
      component,
      operation: operationOf(id),
      settings: { description, ...settings },
    });
    if (!found.ok) throw new Error(found.reason.code);
    return found.value;
  }

  return {
    told,
    labels: async (id: string) =>
      (await told(id)).map((one) => (one as { readonly label: string }).label),
    async step(id: string, operation: string, more: JsonObject = {}) {
      const settings = { description, operation, ...more };
      const describing = operationOf(operationOf(id).describedBy?.from ?? '');
      const [message] = await told(describing.id, settings);
      const described = message as unknown as Described;
      const shapes = { input: { schema: described.input }, output: { schema: described.output } };
      return {
        ...described,
        send: (input: Json) => person.ask(id, settings, input, shapes),
      };
    },
  };
}

describe('a service of others', () => {
  async function aReader() {
    const library = closed(await aLibrary());
    const host = new URL(library.url).host;
    return { library, person: designer(`${library.url}/api.yaml`, [host]) };
  }

  it('tells what it can do, sorted by what that does, in its own words', async () => {
    const { person } = await aReader();
    expect(await person.told('reads')).toEqual([
      { value: 'GET /books', label: 'Find books', group: 'Books' },
      { value: 'GET /books/{id}', label: 'Get a book', group: 'Books' },
    ]);
    expect(await person.labels('lists')).toEqual([
      'Find books',
      'Get a book (the description names no list)',
    ]);
    expect(await person.labels('changes')).toEqual(['Add a book', 'Lend a book', 'Add a cover']);
    expect(await person.labels('deletions')).toEqual(['Remove a book']);
  });

  it('is asked with a query, and gives the entries of its list', async () => {
    const { library, person } = await aReader();
    const step = await person.step('list', 'GET /books');
    expect(step.input.properties).toMatchObject({
      filter: { type: 'object', properties: { year: { type: 'integer' } } },
      tags: { type: 'array' },
    });
    const books = await step.send({ filter: { year: 1843, shelf: 'a b' }, tags: ['x', 'y'] });
    expect(books).toMatchObject({ ok: true, value: [{ id: 'b-1' }, { id: 'b-2' }] });
    expect(library.received.at(-1)).toBe(
      'GET /v2/books?filter[year]=1843&filter[shelf]=a b&tags=x,y',
    );
  });

  it('reads its second document once, and a shape that leads back to itself ends', async () => {
    const { library, person } = await aReader();
    const step = await person.step('change', 'POST /books');
    expect(step.input).toMatchObject({
      required: ['title'],
      properties: {
        title: { type: 'string', minLength: 1 },
        year: { type: ['integer', 'null'] },
        kind: { enum: ['novel', 'science'], description: 'What kind of book.' },
        sequel: { $ref: '#/$defs/Book' },
      },
    });
    expect(step.input.properties).not.toHaveProperty('id');
    expect(step.output.$defs?.['Book']?.properties).toHaveProperty('id');
    await person.step('look-up', 'GET /books/{id}');
    expect(library.received.filter((one) => one === 'GET /shapes.yaml')).toHaveLength(1);
    expect(library.received.filter((one) => one === 'GET /api.yaml')).toHaveLength(1);
  });

  it('takes a body, and its refusal is led back to the field', async () => {
    const { library, person } = await aReader();
    const step = await person.step('change', 'POST /books');
    expect(await step.send({ title: 'Notes', year: 1843 })).toMatchObject({
      ok: true,
      value: [{ id: 'b-3', title: 'Notes' }],
    });
    expect(library.received.at(-1)).toBe('POST /v2/books {"title":"Notes","year":1843}');
    expect(await step.send({ title: 'taken' })).toMatchObject({
      ok: false,
      reason: {
        kind: 'terminal',
        status: 422,
        serviceWords: 'Not added.',
        fields: [{ path: ['title'], words: 'We have that one.' }],
      },
    });
  });

  it('has values in its path stay one part of it, and says when one is missing', async () => {
    const { library, person } = await aReader();
    const step = await person.step('look-up', 'GET /books/{id}');
    expect(await step.send({ id: 'b-1' })).toMatchObject({ ok: true, value: [{ id: 'b-1' }] });
    expect(await step.send({ id: '../x?y' })).toMatchObject({
      ok: false,
      reason: { status: 404, serviceWords: 'No such book' },
    });
    expect(library.received.at(-1)).toBe('GET /v2/books/..%2Fx%3Fy');
    expect(await step.send({})).toMatchObject({
      ok: false,
      reason: { code: 'failures.path-value', fields: [{ path: ['id'] }] },
    });
    const gone = await person.step('delete', 'DELETE /books/{id}');
    expect(await gone.send({ id: 'b-1' })).toEqual({ ok: true, value: [{}] });
  });

  it('gets forms as it wants them: groups by names in brackets, files beside fields', async () => {
    const { library, person } = await aReader();
    const loan = await person.step('change', 'POST /loans');
    await loan.send({ book: 'b-1', reader: { name: 'Ada', city: 'London' } });
    expect(library.received.at(-1)).toBe(
      'POST /v2/loans book=b-1&reader%5Bname%5D=Ada&reader%5Bcity%5D=London',
    );
    const cover = await person.step('change', 'POST /covers');
    await cover.send({ book: 'b-1', cover: { name: 'cover.txt', text: 'A cover' } });
    expect(library.received.at(-1)).toMatch(
      /name="book"\s+b-1[\s\S]*name="cover"; filename="cover.txt"[\s\S]*A cover/,
    );
    expect(await cover.send({ cover: { name: 'empty' } })).toMatchObject({
      ok: false,
      reason: { code: 'failures.file-without-content', fields: [{ path: ['cover'] }] },
    });
  });
});

describe('a description in several places', () => {
  async function twoPlaces() {
    const shapes = closed(await aLibrary());
    const library = closed(await aLibrary(`${shapes.url}/shapes.yaml`));
    const hosts = [shapes.url, library.url].map((url) => new URL(url).host);
    return { shapes, host: hosts[0] ?? '', person: designer(`${library.url}/api.yaml`, hosts) };
  }

  it('asks another host for nothing before the person agreed, and names it', async () => {
    const { shapes, host, person } = await twoPlaces();
    const step = await person.step('look-up', 'GET /books/{id}');
    expect(step.hosts).toEqual([host]);
    expect(step.output).toEqual({});
    expect(shapes.received).toEqual([]);
  });

  it('asks it once, once the person agreed', async () => {
    const { shapes, host, person } = await twoPlaces();
    await person.step('look-up', 'GET /books/{id}');
    const step = await person.step('look-up', 'GET /books/{id}', { hosts: [host] });
    expect(step.hosts).toBeUndefined();
    expect(step.output.$defs?.['Book']?.properties).toHaveProperty('title');
    await person.step('change', 'POST /books', { hosts: [host] });
    expect(shapes.received).toEqual(['GET /shapes.yaml']);
  });
});

/** A service that describes itself in this way. */
async function describing(description: Json): Promise<string> {
  const own = closed(
    await startService((_request, response) => response.end(JSON.stringify(description))),
  );
  return `127.0.0.1:${String(own.port)}`;
}

describe('a description that leads to where nobody may go', () => {
  it('has these parts listed as not read, and no socket is opened to them, though the person agreed', async () => {
    const inside = closed(await startService((_request, response) => response.end('{}')));
    const moved = closed(
      await startService((_request, response) =>
        response
          .writeHead(302, { Location: `http://127.0.0.1:${String(inside.port)}/a.json` })
          .end(),
      ),
    );
    const refs = [
      `http://127.0.0.1:${String(inside.port)}/a.json`,
      `http://2130706433:${String(inside.port)}/decimal.json`,
      `http://[::ffff:127.0.0.1]:${String(inside.port)}/a.json`,
      `http://127.0.0.1:${String(moved.port)}/a.json`,
      'file:///etc/passwd',
    ];
    const properties = Object.fromEntries(
      refs.map(($ref, at) => [`field${String(at)}`, { $ref: `${$ref}#/Thing` }]),
    );
    const schema = { type: 'object', properties: { ...properties, name: { type: 'string' } } };
    const host = await describing({
      openapi: '3.0.3',
      paths: {
        '/things/{id}': {
          get: { responses: { 200: { content: { 'application/json': { schema } } } } },
        },
      },
    });
    const movedHost = `127.0.0.1:${String(moved.port)}`;
    const person = designer(`http://${host}/api.json`, [host, movedHost]);
    const agreed = refs.flatMap((ref) => (ref.startsWith('http') ? [new URL(ref).host] : []));
    const step = await person.step('look-up', 'GET /things/{id}', { hosts: agreed });

    expect(step.hosts).toBeUndefined();
    expect([...(step.unread ?? [])].sort()).toEqual(
      [
        `http://127.0.0.1:${String(inside.port)}/a.json`,
        `http://127.0.0.1:${String(inside.port)}/decimal.json`,
        `http://[::ffff:7f00:1]:${String(inside.port)}/a.json`,
        `http://127.0.0.1:${String(moved.port)}/a.json`,
        'file:///etc/passwd#/Thing',
      ].sort(),
    );
    expect(step.output.properties).toHaveProperty('name');
    expect([moved.sockets(), inside.sockets()]).toEqual([1, 0]);
  });
});

describe('operations whose IDs are', () => {
  it('of a prototype, there twice, missing or endless, are told apart and can be used', async () => {
    const ids = ['__proto__', 'constructor', 'same', 'same', undefined, 'x'.repeat(10_000)];
    const paths = Object.fromEntries(
      ids.map((operationId, at) => [
        `/things${String(at)}`,
        { get: { ...(operationId !== undefined && { operationId }), responses: {} } },
      ]),
    );
    const host = await describing({ openapi: '3.0.3', paths });
    const person = designer(`http://${host}/api.json`, [host]);
    const told = (await person.told('reads')) as readonly { value: string; label: string }[];
    expect(told.map(({ value }) => value)).toEqual(
      ids.map((_id, at) => `GET /things${String(at)}`),
    );
    const labels = told.map(({ label }) => label);
    expect(new Set(labels).size).toBe(ids.length);
    expect(Math.max(...labels.map(({ length }) => length))).toBeLessThan(200);
    for (const { value } of told)
      expect((await person.step('look-up', value)).input).toMatchObject({ type: 'object' });
    expect(Object.prototype).not.toHaveProperty('get');
  });
});

describe('the sample CRM', () => {
  async function aCrm() {
    const sandbox = closed(
      await startSandbox({ crmPort: 0, newsletterPort: 0, shopPort: 0, deskPort: 0 }),
    );
    const crm = sandbox.services.find(({ id }) => id === 'crm');
    if (crm === undefined) throw new Error('no CRM');
    const account = { type: 'api-key', ...crm.sampleForm, key: crm.sampleKey };
    const { description } = crm.sampleSettings ?? {};
    const person = designer(description ?? '', [new URL(crm.url).host], account);
    return { crm, person };
  }

  it('is asked by its own description and its sample key, page after page', async () => {
    const { person } = await aCrm();
    const found = await person.told('lists');
    expect(found[0]).toMatchObject({ value: 'GET /customers' });
    const step = await person.step('list', 'GET /customers', { paging: 'url', nextAt: 'next' });
    expect(step.output.properties ?? step.output.$ref).toBeDefined();
    const active = await step.send({ status: 'active', pageSize: 100 });
    expect(active.ok && active.value.length).toBe(289);
  });

  it('leads its refusals back to fields deep inside', async () => {
    const { person } = await aCrm();
    const step = await person.step('change', 'POST /customers');
    const refused = await step.send({
      firstName: 'Ada',
      lastName: 'Lovelace',
      status: 'active',
      emails: [{ address: '', kind: 'work' }],
    });
    expect(refused).toMatchObject({
      ok: false,
      reason: { fields: [{ path: ['emails', 0, 'address'] }] },
    });
  });
});
