import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askingDatabase, type Asking, type Refused } from './testing/asking.ts';
import { formOf, type DatabaseServer } from './testing/database-server.ts';
import { hasOpenssl, makeCertificates } from './testing/certificates.ts';
import { findMariadb, startMariadb } from './testing/mariadb-server.ts';
import { shortest } from '../../../shared/testing/shortest.ts';

let server: DatabaseServer;
let shop: Asking;

const form = (more: Parameters<typeof formOf>[1] = {}) => formOf(server, more);

const ada = {
  email: 'ada@example.com',
  name: 'Ada 😀',
  mood: 'calm',
  big: 9007199254740993n,
  price: 12.5,
  exact: '1234567890123456789.123',
  born: '1815-12-10',
  seen: '2026-05-06T07:08:09.123456Z',
  at_local: '2026-05-06T07:08:09.654321',
  picture: Buffer.from([0, 255, 16]).toString('base64'),
  active: true,
  age: 36,
};

// `npm test` installs MariaDB where it can and says so where it cannot (scripts/find-mariadb.mjs).
describe.skipIf(findMariadb() === undefined)('MariaDB', () => {
  beforeAll(async () => {
    server = await startMariadb();
    for (const sql of [
      `CREATE TABLE customers (
        id INT AUTO_INCREMENT PRIMARY KEY,
        email VARCHAR(60) NOT NULL,
        name TEXT NOT NULL,
        mood ENUM('calm', 'it''s busy') COMMENT 'As we met them',
        big BIGINT, price DECIMAL(12,2), exact DECIMAL(30,3), born DATE,
        seen TIMESTAMP(6) NULL, at_local DATETIME(6), picture BLOB, active TINYINT(1) DEFAULT 1,
        age INT CHECK (age >= 0),
        UNIQUE KEY one_email (email)
      )`,
      `CREATE TABLE orders (id INT AUTO_INCREMENT PRIMARY KEY, customer_id INT NOT NULL, total DECIMAL(10,2) NOT NULL,
        FOREIGN KEY (customer_id) REFERENCES customers (id))`,
      `CREATE TABLE numbers AS SELECT seq AS id, CONCAT('row ', seq) AS words FROM seq_1_to_2500`,
      'CREATE TABLE many AS SELECT seq AS id, CONCAT("customer number ", seq) AS name FROM seq_1_to_200000',
      'CREATE VIEW grown AS SELECT id, name FROM customers WHERE age >= 18',
    ])
      await server.ask(sql);
    shop = await askingDatabase('mysql', form());
  }, 60_000);

  afterAll(async () => {
    await shop?.close();
    await server?.close();
  }, 30_000);

  it('says who is connected, where', async () => {
    expect(await shop.prove()).toEqual([
      { user: 'ada', database: 'shop', version: expect.stringMatching(/^(MariaDB|MySQL) \d/) },
    ]);
  });

  it('lists its tables and views', async () => {
    const tables = await shop.rows('list-tables', {});
    expect(tables.map(({ label }) => label)).toEqual([
      'customers',
      'grown (view)',
      'many',
      'numbers',
      'orders',
    ]);
  });

  it('keeps every digit, byte and moment of a row that was added and found again', async () => {
    const [added] = await shop.rows('add-row', { table: 'customers' }, ada);
    expect(added).toEqual({ id: 1, ...ada });
    const where = [{ column: 'seen', is: 'equals' }];
    const input = { seen: '2026-05-06T09:08:09.123456+02:00' };
    expect(await shop.rows('find-rows', { table: 'customers', where }, input)).toEqual([added]);
  });

  it('tells what a new row needs', async () => {
    const [shape] = await shop.rows('describe-add', { table: 'customers' });
    expect(shape).toMatchObject({
      input: {
        required: ['email', 'name'],
        properties: {
          email: { title: 'Email', type: 'string', maxLength: 60 },
          mood: { enum: ['calm', "it's busy", null], description: 'As we met them' },
          active: { type: ['boolean', 'null'] },
          price: { type: ['number', 'null'] },
          seen: { format: 'date-time' },
        },
      },
    });
  });

  it('finds by conditions, reads in pages, takes quotes and backslashes as they are', async () => {
    const where = [{ column: 'words', is: 'contains' }];
    for (const words of ["\\'; DROP TABLE numbers; -- ", '100%', 'r_w', '\\'])
      expect(await shop.rows('find-rows', { table: 'numbers', where }, { words })).toEqual([]);
    const sizes: number[] = [];
    for await (const page of shop.pages('find-rows', { table: 'numbers' })) sizes.push(page.length);
    expect(sizes).toEqual([1000, 1000, 500]);
  });

  it('changes, deletes, adds or changes', async () => {
    const byId = { table: 'numbers', key: ['id'] };
    expect(await shop.rows('update-rows', byId, { id: 2, words: 'two' })).toEqual([{ count: 1 }]);
    expect(await shop.rows('update-rows', byId, { id: 2, words: 'two' })).toEqual([{ count: 1 }]);
    expect(await shop.rows('delete-rows', byId, { id: 2 })).toEqual([{ count: 1 }]);
    const [again] = await shop.rows(
      'upsert-row',
      { table: 'customers', key: ['email'] },
      { ...ada, name: 'Ada L.' },
    );
    expect(again).toMatchObject({ id: 1, name: 'Ada L.' });
  });

  it('takes groups and lists with long whole numbers as values', async () => {
    const sql = 'SELECT :facts AS a, :numbers AS b';
    const values = { facts: { order: 9007199254740993n }, numbers: [9007199254740993n] };
    expect(await shop.rows('query', { sql }, values)).toEqual([
      { a: '{"order":9007199254740993}', b: '[9007199254740993]' },
    ]);
  });

  it('runs a statement with named values, and tells its fields beforehand', async () => {
    const sql =
      "SELECT id, words, ':no' AS fixed FROM numbers WHERE id = :id OR words = :words ORDER BY id -- :comment";
    expect(await shop.rows('query', { sql }, { id: 7, words: 'row 9' })).toEqual([
      { id: 7, words: 'row 7', fixed: ':no' },
      { id: 9, words: 'row 9', fixed: ':no' },
    ]);
    const [shape] = await shop.rows('describe-query', { sql });
    expect(shape).toMatchObject({
      input: { required: ['id', 'words'] },
      output: { properties: { id: { type: ['integer', 'null'] } } },
    });
    const change = 'UPDATE numbers SET words = :w WHERE id IN (10, 11)';
    expect(await shop.rows('query', { sql: change, effect: 'write' }, { w: 'x' })).toEqual([
      { count: 2 },
    ]);
  });

  it.each([
    ['SELECT 1; DELETE FROM numbers', 400],
    ["SELECT 1 INTO OUTFILE '/tmp/x'", 400],
    ["SELECT 1 /*! INTO OUTFILE '/tmp/x' */", 400],
    ["SELECT LOAD_FILE('/etc/passwd')", 400],
    ["LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE numbers", 400],
    ['SET GLOBAL general_log = 1', 400],
  ])('does not run %s', async (sql, status) => {
    for (const effect of ['read', 'write'])
      expect(await shop.ask('query', { sql, effect })).toMatchObject({ status });
  });

  it('lets no statement of a step that reads change anything', async () => {
    const held = await shop.ask('query', { sql: 'SELECT * FROM numbers FOR UPDATE' });
    expect(held).toMatchObject({ status: 403 });
    const sql = 'WITH n AS (SELECT 1) DELETE FROM numbers';
    // MariaDB does not know such a statement, MySQL says that the transaction only reads.
    expect([400, 403]).toContain(((await shop.ask('query', { sql })) as Refused).status);
    expect(await server.ask('SELECT count(*) AS n FROM numbers')).toEqual([{ n: 2499 }]);
  });

  it.each([
    ['customers', ada, 409, { code: 'ER_DUP_ENTRY', columns: ['email'] }],
    ['customers', { email: null, name: 'x' }, 422, { columns: ['email'] }],
    ['customers', { name: 'x' }, 422, { columns: ['email'] }],
    ['customers', { email: 'y'.repeat(61), name: 'x' }, 422, { columns: ['email'] }],
    [
      'customers',
      { email: 'b', name: 'x', age: -1 },
      422,
      { message: expect.stringContaining('age') },
    ],
    ['customers', { email: 'b', name: 'x', born: 'soon' }, 422, { columns: ['born'] }],
    ['orders', { customer_id: 99, total: 1 }, 422, { columns: ['customer_id'] }],
  ])('adding to %s says why it was refused: case %#', async (table, input, status, body) => {
    expect(await shop.ask('add-row', { table }, input)).toMatchObject({ status, body });
  });

  const running = () =>
    server.ask(
      "SELECT info FROM information_schema.processlist WHERE user = 'ada' AND command <> 'Sleep'",
    );

  it('ends a statement at the server within a second when the run is cancelled', async () => {
    const sql = 'SELECT SLEEP(3600)';
    const cancelled = async (): Promise<number> => {
      const cancel = new AbortController();
      const reading = shop.pages('query', { sql }, {}, cancel.signal).next();
      await expect.poll(running).toEqual([{ info: sql }]);
      cancel.abort();
      const asked = performance.now();
      await reading.catch(() => undefined);
      await expect.poll(running, { interval: 20 }).toEqual([]);
      return performance.now() - asked;
    };
    expect(await shortest(1000, cancelled)).toBeLessThan(1000);
  });

  it('reads many rows page by page, and ends at the server when nobody reads on', async () => {
    let rows = 0;
    for await (const page of shop.pages('find-rows', { table: 'many' })) rows += page.length;
    expect(rows).toBe(200_000);
    const pages = shop.pages('query', { sql: 'SELECT a.id FROM many a, many b' });
    await pages.next();
    await pages.return(undefined);
    await expect.poll(running, { interval: 20 }).toEqual([]);
  }, 60_000);

  it('gives the newest rows in their order', async () => {
    const found = await shop.rows('new-rows', { table: 'numbers', sort: 'id', limit: 2 });
    expect(found.map(({ id }) => id)).toEqual([2499, 2500]);
  });

  it('refuses a wrong password, an unknown database and a line that is not encrypted', async () => {
    const wrong = await askingDatabase('mysql', form({ password: 'not-the-password-at-all' }));
    expect(await wrong.prove()).toMatchObject({
      status: 401,
      body: { code: 'ER_ACCESS_DENIED_ERROR' },
    });
    const nowhere = await askingDatabase('mysql', form({ database: 'nowhere' }));
    expect(await nowhere.prove()).toMatchObject({ status: 403 });
    const guarded = await askingDatabase('mysql', form({ encryption: 'verified' }));
    expect(await guarded.prove()).toMatchObject({
      status: 400,
      says: expect.stringContaining('does not offer an encrypted line') as string,
    });
    for (const one of [wrong, nowhere, guarded]) await one.close();
  });

  // The certificates are made by the system's openssl.
  it.skipIf(!hasOpenssl())(
    'is signed in to over an encrypted line, held against the authority that was pasted and the host that was typed',
    async () => {
      const { authority, folder } = await makeCertificates('127.0.0.1', 'db.example');
      const guarded = await startMariadb({ certificates: folder });
      const open: Asking[] = [];
      const at = async (host: string, certificate?: string): Promise<Asking> => {
        const typed = { ...form({ host, encryption: 'verified' }), port: guarded.port };
        const made = await askingDatabase(
          'mysql',
          { ...typed, ...(certificate === undefined ? {} : { certificate }) },
          { names: { 'db.example': ['127.0.0.1'], localhost: ['127.0.0.1'] } },
        );
        open.push(made);
        return made;
      };
      try {
        for (const host of ['db.example', '127.0.0.1']) {
          const there = await at(host, authority);
          const sql =
            "SELECT variable_value <> '' AS isEncrypted FROM information_schema.session_status WHERE variable_name = 'Ssl_cipher'";
          expect([host, await there.ask('query', { sql })]).toEqual([host, [{ isEncrypted: 1 }]]);
        }
        const refused = { code: 'proxy.certificate-not-trusted' };
        const otherName = await at('localhost', authority);
        expect(await otherName.prove()).toMatchObject({
          ...refused,
          params: { host: `localhost:${String(guarded.port)}` },
        });
        expect(await (await at('db.example')).prove()).toMatchObject(refused);
        const other = await makeCertificates('db.example');
        expect(await (await at('db.example', other.authority)).prove()).toMatchObject(refused);
      } finally {
        for (const one of open) await one.close();
        await guarded.close();
      }
    },
    60_000,
  );

  it.each([
    ['multipleStatements', true],
    ['rejectUnauthorized', false],
    ['ssl', false],
    ['socketPath', '/tmp/x'],
    ['flags', '+LOCAL_FILES'],
    ['infileStreamFactory', 'x'],
  ])('does not keep an account with the option %s', async (name, value) => {
    await expect(askingDatabase('mysql', { ...form(), [name]: value })).rejects.toThrow(
      'credential-incomplete',
    );
  });

  it.each([['/var/run/mysqld/mysqld.sock'], ['%2Fvar%2Frun'], ['db.example/x']])(
    'does not go to %s',
    async (host) => {
      await expect(askingDatabase('mysql', form({ host }), { allow: [] })).rejects.toThrow(
        'address-not-valid',
      );
    },
  );

  it('opens no connection to a host that nobody allowed', async () => {
    let sockets = 0;
    const inside = createServer(() => (sockets += 1));
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
    const { port } = inside.address() as AddressInfo;
    const made = await askingDatabase('mysql', form({ port }), { allow: [] });
    expect([await made.prove(), sockets]).toMatchObject([
      { code: 'proxy.destination-not-allowed' },
      0,
    ]);
    await made.close();
    await new Promise((resolve) => inside.close(resolve));
  });

  it('that ends in the middle is told in words', async () => {
    const fragile = await startMariadb();
    const there = await askingDatabase('mysql', { ...form(), port: fragile.port });
    try {
      const pages = there.pages('query', {
        sql: 'SELECT a.seq FROM seq_1_to_1000000 a, seq_1_to_1000 b',
      });
      await pages.next();
      const gone = fragile.kill();
      let page = await pages.next();
      while (page.done !== true) page = await pages.next();
      expect(page.value).toMatchObject({ code: 'proxy.answer-cut' });
      await gone;
      expect(await shop.prove()).toHaveLength(1);
    } finally {
      await there.close();
      await fragile.close();
    }
  }, 60_000);
});
