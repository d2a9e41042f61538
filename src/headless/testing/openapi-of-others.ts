/** A small library by other hands: it describes itself in YAML, in two documents, and answers by its own rules. */
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';

export interface OpenApiOfOthers {
  readonly url: string;
  /** What came in: method, path with query, body. */
  readonly received: string[];
  close(): Promise<void>;
}

/** `shapesAt`: where its second document is; its own address where left out. */
export async function aLibrary(shapesAt?: string): Promise<OpenApiOfOthers> {
  const received: string[] = [];
  const app = new Hono();
  app.use(async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const body = c.req.method === 'GET' ? '' : ` ${await c.req.text()}`;
    received.push(`${c.req.method} ${decodeURI(pathname + search)}${body}`);
    await next();
  });
  const yaml = (text: string) =>
    new Response(text, { headers: { 'Content-Type': 'application/yaml' } });
  app.get('/api.yaml', () => yaml(described(shapesAt ?? 'shapes.yaml')));
  app.get('/shapes.yaml', () => yaml(shapes));
  app.get('/v2/books', (c) => c.json({ total: 2, books: [book('b-1'), book('b-2')] }));
  app.get('/v2/books/:id', (c) =>
    c.req.param('id') === 'b-1'
      ? c.json(book('b-1'))
      : c.json({ type: 'about:blank', title: 'No such book', status: 404 }, 404),
  );
  app.post('/v2/books', async (c) => {
    const given = JSON.parse(await c.req.text()) as { title?: string };
    return given.title === 'taken'
      ? c.json(
          { message: 'Not added.', errors: [{ field: 'title', message: 'We have that one.' }] },
          422,
        )
      : c.json({ ...book('b-3'), ...given }, 201);
  });
  app.post('/v2/loans', (c) => c.json({ done: true }));
  app.post('/v2/covers', (c) => c.json({ done: true }));
  app.delete('/v2/books/:id', (c) => c.body(null, 204));

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

const book = (id: string) => ({ id, title: 'Sketch of the Analytical Engine', year: 1843 });

const described = (shapesAt: string) => `openapi: 3.0.3
info: { title: Library, version: '2' }
servers:
  - url: /v2
paths:
  /books:
    get:
      tags: [Books]
      summary: Find books
      parameters:
        - { name: filter, in: query, style: deepObject, explode: true, schema: { type: object, properties: { year: { type: integer }, shelf: { type: string } } } }
        - { name: tags, in: query, explode: false, schema: { type: array, items: { type: string } } }
      responses:
        '200':
          description: Books
          content:
            application/json:
              schema:
                type: object
                properties:
                  total: { type: integer }
                  books: { type: array, items: { $ref: '${shapesAt}#/Book' } }
    post:
      tags: [Books]
      summary: Add a book
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: '${shapesAt}#/Book' }
      responses:
        '201': { description: Added, content: { application/json: { schema: { $ref: '${shapesAt}#/Book' } } } }
  /books/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
    get:
      tags: [Books]
      summary: Get a book
      responses:
        '200': { description: A book, content: { application/json: { schema: { $ref: '${shapesAt}#/Book' } } } }
    delete:
      tags: [Books]
      summary: Remove a book
      responses:
        '204': { description: Gone }
  /loans:
    post:
      tags: [Loans]
      summary: Lend a book
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [book]
              properties:
                book: { type: string }
                reader: { type: object, properties: { name: { type: string }, city: { type: string } } }
            encoding: { reader: { style: deepObject, explode: true } }
      responses:
        '200': { description: Lent }
  /covers:
    post:
      tags: [Books]
      summary: Add a cover
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                book: { type: string }
                cover: { type: string, format: binary }
      responses:
        '200': { description: Added }
`;

const shapes = `Book:
  type: object
  required: [id, title]
  properties:
    id: { type: string, readOnly: true }
    title: { type: string, minLength: 1 }
    year: { type: integer, nullable: true }
    kind: { type: string, enum: [novel, science], description: 'What **kind** of book.' }
    sequel: { $ref: '#/Book' }
`;
