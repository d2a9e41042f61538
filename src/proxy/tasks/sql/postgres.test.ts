import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askingDatabase, type Asking } from './testing/asking.ts';
import { formOf, type DatabaseServer } from './testing/database-server.ts';
import { startPostgres } from './testing/postgres-server.ts';

let server: DatabaseServer;
let shop: Asking;

const form = (more: Parameters<typeof formOf>[1] = {}) => formOf(server, more);

beforeAll(async () => {
  server = await startPostgres();
  await server.ask(`
    CREATE TYPE mood AS ENUM ('calm', 'busy');
    CREATE SCHEMA sales;
    CREATE TABLE customers (
      id serial PRIMARY KEY,
      email varchar(60) NOT NULL UNIQUE,
      name text NOT NULL,
      mood mood,
      big bigint,
      price numeric(12,2),
      exact numeric,
      born date,
      seen timestamptz DEFAULT now(),
      at_local timestamp,
      picture bytea,
      facts jsonb,
      tags text[],
      notes jsonb[],
      scans bytea[],
      active boolean DEFAULT true,
      age integer CHECK (age >= 0)
    );
    COMMENT ON COLUMN customers.mood IS 'As we met them';
    CREATE TABLE sales.orders (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      customer_id integer NOT NULL REFERENCES customers,
      total numeric(10,2) NOT NULL
    );
    CREATE VIEW grown AS SELECT id, name FROM customers WHERE age >= 18;
    CREATE TABLE numbers AS SELECT n AS id, 'row ' || n AS words FROM generate_series(1, 2500) n;
  `);
  shop = await askingDatabase('postgresql', form());
}, 60_000);

afterAll(async () => {
  await shop?.close();
  await server?.close();
}, 60_000);

const ada = {
  email: 'ada@example.com',
  name: 'Ada',
  mood: 'calm',
  big: 9007199254740993n,
  price: 12.5,
  exact: '12345678901234567890.123',
  born: '1815-12-10',
  seen: '2026-05-06T07:08:09.5Z',
  at_local: '2026-05-06T07:08:09',
  picture: Buffer.from([0, 255, 16]).toString('base64'),
  facts: { likes: ['engines', 9007199254740993n] },
  tags: ['a "b"', 'c,d'],
  notes: [{ a: 9007199254740993n }, ['b'], 'c', { base64: 'AP8Q' }],
  scans: ['AP8Q'],
  active: true,
  age: 36,
};

describe('PostgreSQL', () => {
  it('says who is connected, where', async () => {
    expect(await shop.prove()).toEqual([
      { user: 'ada', database: 'shop', version: expect.stringMatching(/^PostgreSQL 18/) },
    ]);
  });

  it('lists its tables and views, by the name that people use', async () => {
    expect(await shop.rows('list-tables', {})).toEqual([
      { value: 'customers', label: 'customers' },
      { value: 'grown', label: 'grown (view)' },
      { value: 'numbers', label: 'numbers' },
      { value: 'sales.orders', label: 'sales.orders' },
    ]);
  });

  it('keeps every digit, byte and moment of a row that was added and found again', async () => {
    const [added] = await shop.rows('add-row', { table: 'customers' }, ada);
    expect(added).toEqual({ id: expect.any(Number), ...ada });
    const where = [{ column: 'email', is: 'equals' }];
    const found = await shop.rows('find-rows', { table: 'customers', where }, { email: ada.email });
    expect(found).toEqual([added]);
  });

  it('tells what a new row needs: names, lengths, choices, what may be empty', async () => {
    const [shape] = await shop.rows('describe-add', { table: 'customers' });
    expect(shape).toMatchObject({
      input: {
        required: ['email', 'name'],
        properties: {
          id: { type: 'integer' },
          email: { title: 'Email', type: 'string', maxLength: 60 },
          mood: { enum: ['calm', 'busy', null], description: 'As we met them' },
          price: { type: ['number', 'null'] },
          born: { format: 'date' },
          seen: { format: 'date-time' },
          tags: { type: ['array', 'null'], items: { type: 'string' } },
        },
      },
    });
    const [orders] = await shop.rows('describe-add', { table: 'sales.orders' });
    // An identity that the database alone fills is not asked for.
    expect(Object.keys((orders?.['input'] as { properties: object }).properties)).toEqual([
      'customer_id',
      'total',
    ]);
  });

  it('finds by conditions, sorts and stops at the limit', async () => {
    const found = await shop.rows(
      'find-rows',
      {
        table: 'numbers',
        where: [
          { column: 'id', is: 'at-least' },
          { column: 'id', is: 'less-than' },
          { column: 'words', is: 'contains' },
        ],
        sort: 'id',
        order: 'down',
        limit: 3,
      },
      { id: 100, 'id 2': 200, words: '5' },
    );
    expect(found.map(({ id }) => id)).toEqual([195, 185, 175]);
    const one = { table: 'numbers', where: [{ column: 'id', is: 'one-of' }], sort: 'id' };
    expect(await shop.rows('find-rows', one, { id: [7, 3, 9999] })).toHaveLength(2);
  });

  it('asks for a value of each condition instead of giving every row', async () => {
    const where = [{ column: 'id', is: 'equals' }];
    expect(await shop.ask('find-rows', { table: 'numbers', where }, {})).toMatchObject({
      status: 422,
    });
  });

  it('reads a table in pages of a thousand rows', async () => {
    const sizes: number[] = [];
    for await (const page of shop.pages('find-rows', { table: 'numbers' })) sizes.push(page.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2500);
    expect(Math.max(...sizes)).toBe(1000);
  });

  it('takes percent signs and quotes in a search as they are', async () => {
    const where = [{ column: 'words', is: 'contains' }];
    for (const words of ["'; DROP TABLE numbers; --", '100%', 'r_w'])
      expect(await shop.rows('find-rows', { table: 'numbers', where }, { words })).toEqual([]);
  });

  it('changes and deletes by the key, and says when there is no such row', async () => {
    const settings = { table: 'numbers', key: ['id'] };
    expect(await shop.rows('update-rows', settings, { id: 1, words: 'one' })).toEqual([
      { count: 1 },
    ]);
    expect(await shop.rows('delete-rows', settings, { id: 1 })).toEqual([{ count: 1 }]);
    expect(await shop.ask('update-rows', settings, { id: 1, words: 'x' })).toMatchObject({
      status: 404,
      body: { columns: ['id'] },
      says: 'No row of “numbers” has id = 1.',
    });
    expect(await shop.rows('delete-rows', { ...settings, none: 'go-on' }, { id: 1 })).toEqual([
      { count: 0 },
    ]);
  });

  it('adds a row or changes it, by what the table keeps unique', async () => {
    const settings = { table: 'customers', key: ['email'] };
    const bob = { email: 'bob@example.com', name: 'Bob' };
    const [first] = await shop.rows('upsert-row', settings, bob);
    const [second] = await shop.rows('upsert-row', settings, { ...bob, name: 'Robert' });
    expect([second?.['id'], second?.['name']]).toEqual([first?.['id'], 'Robert']);
    expect(await shop.ask('upsert-row', { ...settings, key: ['name'] }, bob)).toMatchObject({
      status: 400,
      says: expect.stringContaining('Choose columns that it keeps unique: id; email') as string,
    });
  });

  it('gives the newest rows in their order', async () => {
    const found = await shop.rows('new-rows', { table: 'numbers', sort: 'id', limit: 2 });
    expect(found.map(({ id }) => id)).toEqual([2499, 2500]);
  });

  it('runs a statement with named values, and tells its fields beforehand', async () => {
    const sql = `SELECT c.id, ':no' AS text, sum(n.id)::bigint AS total, n.id::text -- :comment
                   FROM customers c, numbers n WHERE c.email = :email AND n.id < :most GROUP BY 1, n.id ORDER BY n.id LIMIT 1;`;
    const [shape] = await shop.rows('describe-query', { sql });
    expect(shape).toMatchObject({
      input: { properties: { email: { type: 'string' }, most: { type: 'integer' } } },
      output: { properties: { total: { type: ['integer', 'null'] } } },
    });
    const input = { email: ada.email, most: 10 };
    expect(await shop.rows('query', { sql }, input)).toMatchObject([{ text: ':no', total: 2 }]);
  });

  it.each([
    ['SELECT 1; DELETE FROM numbers', 'several statements'],
    ['DROP TABLE numbers', 'begins with “DROP”'],
    ["COPY numbers TO PROGRAM 'true'", 'begins with “COPY”'],
    ['DELETE FROM numbers', 'changes data'],
    ['COMMIT', 'begins with “COMMIT”'],
    ['', 'no statement'],
  ])('does not run %s in a step that reads', async (sql, words) => {
    expect(await shop.ask('query', { sql })).toMatchObject({
      status: 400,
      says: expect.stringContaining(words) as string,
    });
  });

  it('lets no statement of a step that reads change anything, whatever it says', async () => {
    const sql = 'WITH gone AS (DELETE FROM numbers RETURNING id) SELECT * FROM gone';
    expect(await shop.ask('query', { sql })).toMatchObject({
      status: 403,
      body: { code: '25006' },
    });
    expect(await server.ask('SELECT count(*)::int FROM numbers')).toEqual([{ count: 2499 }]);
  });

  it('takes a list of groups as a value', async () => {
    const sql = 'SELECT (:notes::jsonb[])[1] AS first';
    expect(await shop.rows('query', { sql }, { notes: [{ a: 9007199254740993n }] })).toEqual([
      { first: { a: 9007199254740993n } },
    ]);
  });

  it('says how many rows a statement changed', async () => {
    const sql = 'UPDATE numbers SET words = :words WHERE id IN (2, 3)';
    expect(await shop.rows('query', { sql, effect: 'write' }, { words: 'new' })).toEqual([
      { count: 2 },
    ]);
  });

  it('gives no row of a change that the database takes back at its end, however many there are', async () => {
    await server.ask('CREATE TABLE once (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)');
    const add = (rows: string) =>
      shop.ask('query', { sql: `INSERT INTO once SELECT ${rows} RETURNING n`, effect: 'write' });
    const given: number[] = [];
    const twice = {
      sql: 'INSERT INTO once SELECT i % 1500 FROM generate_series(1, 2500) i RETURNING n',
      effect: 'write',
    };
    for await (const page of shop.pages('query', twice)) given.push(page.length);
    expect(given).toEqual([]);
    expect(await add('generate_series(1, 2500)')).toHaveLength(2500);
    expect(await add('generate_series(10001, 70000)')).toMatchObject({
      status: 422,
      says: expect.stringContaining('so it was taken back') as string,
    });
    await expect
      .poll(() => server.ask('SELECT count(*)::int FROM once'))
      .toEqual([{ count: 2500 }]);
  });

  it('keeps nothing of what a statement set for its session', async () => {
    const set = "SELECT set_config('footbridge.left', 'behind', false) AS now";
    expect(await shop.rows('query', { sql: set })).toEqual([{ now: 'behind' }]);
    const read = "SELECT coalesce(current_setting('footbridge.left', true), 'nothing') AS now";
    expect(await shop.rows('query', { sql: read })).toEqual([{ now: 'nothing' }]);
  });

  it('refuses what is there already, with the column', async () => {
    expect(await shop.ask('add-row', { table: 'customers' }, ada)).toMatchObject({
      status: 409,
      body: { code: '23505', columns: ['email'], constraint: 'customers_email_key' },
    });
  });

  it.each([
    [
      'add-row',
      'customers',
      { email: null, name: 'x' },
      422,
      { code: '23502', columns: ['email'] },
    ],
    ['add-row', 'customers', { email: 'y'.repeat(61), name: 'x' }, 422, { code: '22001' }],
    ['add-row', 'customers', { email: 'c', name: 'x', age: -1 }, 422, { code: '23514' }],
    ['add-row', 'customers', { email: 'c', name: 'x', born: 'soon' }, 422, { code: '22007' }],
    [
      'add-row',
      'sales.orders',
      { customer_id: 999, total: 1 },
      422,
      { code: '23503', columns: ['customer_id'] },
    ],
    ['add-row', 'customers', { nope: 1 }, 422, { columns: ['nope'] }],
    ['find-rows', 'pg_catalog.pg_class', {}, 404, {}],
    ['find-rows', 'numbers" --', {}, 404, {}],
  ])(
    '%s into %s says why it was refused: case %#',
    async (operation, table, input, status, body) => {
      expect(await shop.ask(operation, { table }, input)).toMatchObject({ status, body });
    },
  );
});
