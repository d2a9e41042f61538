import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Library from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askingDatabase, type Asking } from './testing/asking.ts';
import { canSeeProcesses, killSqliteHosts } from './testing/sqlite-hosts.ts';

let root: string;
let shop: Asking;
const opened: Asking[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'footbridge-sqlite-'));
  await mkdir(join(root, 'open'));
  await mkdir(join(root, 'closed'));
  for (const name of ['open/shop.sqlite', 'closed/secret.sqlite']) {
    const made = new Library(join(root, name));
    made.exec(`
      CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR(60) NOT NULL UNIQUE, name TEXT NOT NULL,
        big BIGINT, price NUMERIC(10, 2), born DATE, active BOOLEAN DEFAULT 1, facts JSON, picture BLOB, age INT CHECK (age >= 0));
      CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INT NOT NULL REFERENCES customers, total REAL);
      CREATE TABLE numbers AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 2500)
        SELECT id, 'row ' || id AS words FROM n;
      CREATE TABLE parcels (id INTEGER PRIMARY KEY, order_id INT REFERENCES orders DEFERRABLE INITIALLY DEFERRED);
      CREATE VIEW grown AS SELECT id, name FROM customers WHERE age >= 18;
    `);
    made.close();
  }
  await writeFile(
    join(root, 'open/notes.txt'),
    'no database at all, but long enough to be read as one'.repeat(50),
  );
  await symlink(join(root, 'closed/secret.sqlite'), join(root, 'open/link.sqlite'));
  shop = await connected('shop.sqlite');
});

afterAll(async () => {
  for (const one of opened) await one.close();
  await rm(root, { recursive: true, force: true });
});

async function connected(file: string, more: { pageMs?: number } = {}): Promise<Asking> {
  const made = await askingDatabase(
    'sqlite',
    { file },
    { allow: [], folders: [join(root, 'open')], ...more },
  );
  opened.push(made);
  return made;
}

const ada = {
  email: 'ada@example.com',
  name: 'Ada',
  big: 9007199254740993n,
  price: 12.5,
  born: '1815-12-10',
  active: true,
  facts: { likes: ['engines'] },
  picture: Buffer.from([0, 255, 16]).toString('base64'),
  age: 36,
};

describe('SQLite', () => {
  it('says which file is open', async () => {
    expect(await shop.prove()).toEqual([
      { user: '', database: 'shop.sqlite', version: expect.stringMatching(/^SQLite 3/) },
    ]);
  });

  it('lists its tables and views', async () => {
    const tables = await shop.rows('list-tables', {});
    expect(tables.map(({ label }) => label)).toEqual([
      'customers',
      'grown (view)',
      'numbers',
      'orders',
      'parcels',
    ]);
  });

  it('keeps every digit and byte of a row that was added and found again', async () => {
    const [added] = await shop.rows('add-row', { table: 'customers' }, ada);
    expect(added).toEqual({ id: 1, ...ada });
    const where = [{ column: 'name', is: 'starts-with' }];
    expect(await shop.rows('find-rows', { table: 'customers', where }, { name: 'ada' })).toEqual([
      added,
    ]);
  });

  it('tells what a new row needs', async () => {
    const [shape] = await shop.rows('describe-add', { table: 'customers' });
    expect(shape).toMatchObject({
      input: {
        required: ['email', 'name'],
        properties: { active: { type: ['boolean', 'null'] }, born: { format: 'date' } },
      },
    });
  });

  it('reads a table in pages of a thousand rows', async () => {
    const sizes: number[] = [];
    for await (const page of shop.pages('find-rows', { table: 'numbers' })) sizes.push(page.length);
    expect(sizes).toEqual([1000, 1000, 500]);
  });

  it('gives the newest rows in their order', async () => {
    const found = await shop.rows('new-rows', { table: 'numbers', sort: 'id', limit: 2 });
    expect(found.map(({ id }) => id)).toEqual([2499, 2500]);
  });

  it('refuses a row of more than 32 MB, and goes on', async () => {
    const heavy = { sql: 'SELECT zeroblob(33 * 1024 * 1024) AS heavy' };
    expect(await shop.ask('query', heavy)).toMatchObject({
      code: 'proxy.rows-too-heavy',
      params: { megabytes: 32 },
    });
    expect(await shop.prove()).toHaveLength(1);
  });

  it('changes, deletes, adds or changes', async () => {
    expect(
      await shop.rows('update-rows', { table: 'numbers', key: ['id'] }, { id: 2, words: 'two' }),
    ).toEqual([{ count: 1 }]);
    expect(await shop.rows('delete-rows', { table: 'numbers', key: ['id'] }, { id: 2 })).toEqual([
      { count: 1 },
    ]);
    const settings = { table: 'customers', key: ['email'] };
    const [again] = await shop.rows('upsert-row', settings, { ...ada, name: 'Ada L.' });
    expect(again).toMatchObject({ id: 1, name: 'Ada L.' });
  });

  it('gives no row that it does not keep in the end', async () => {
    const given = shop.pages('add-row', { table: 'parcels' }, { order_id: 4711 });
    expect(await given.next()).toMatchObject({ done: true, value: { status: 422 } });
    expect(await shop.rows('find-rows', { table: 'parcels' })).toEqual([]);
  });

  it('takes groups and lists with long whole numbers as values', async () => {
    const sql = 'SELECT :facts AS a, :numbers AS b';
    const values = { facts: { order: 9007199254740993n }, numbers: [9007199254740993n] };
    expect(await shop.rows('query', { sql }, values)).toEqual([
      { a: '{"order":9007199254740993}', b: '[9007199254740993]' },
    ]);
  });

  it('runs a statement with named values, and counts what it changed', async () => {
    const sql = 'SELECT id, words FROM numbers WHERE id = :id OR words = :words ORDER BY id';
    expect(await shop.rows('query', { sql }, { id: 7, words: 'row 9' })).toEqual([
      { id: 7, words: 'row 7' },
      { id: 9, words: 'row 9' },
    ]);
    const change = 'UPDATE numbers SET words = :w WHERE id IN (10, 11)';
    expect(await shop.rows('query', { sql: change, effect: 'write' }, { w: 'x' })).toEqual([
      { count: 2 },
    ]);
  });

  it.each([
    ['add-row', 'customers', ada, 409, { code: 'SQLITE_CONSTRAINT_UNIQUE', columns: ['email'] }],
    ['add-row', 'customers', { email: null, name: 'x' }, 422, { columns: ['email'] }],
    [
      'add-row',
      'customers',
      { email: 'b', name: 'x', age: -1 },
      422,
      { code: 'SQLITE_CONSTRAINT_CHECK' },
    ],
    ['add-row', 'orders', { customer_id: 99 }, 422, { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' }],
    ['find-rows', 'sqlite_schema', {}, 404, {}],
  ])(
    '%s into %s says why it was refused: case %#',
    async (operation, table, input, status, body) => {
      expect(await shop.ask(operation, { table }, input as never)).toMatchObject({ status, body });
    },
  );
});

describe('a statement that would reach further than its file', () => {
  it.each([
    ["ATTACH DATABASE '/etc/passwd' AS x", 'begins with “ATTACH”'],
    ["VACUUM INTO '/tmp/x.sqlite'", 'begins with “VACUUM”'],
    ['PRAGMA query_only = OFF', 'begins with “PRAGMA”'],
    ["SELECT 1; ATTACH '/tmp/x' AS x", 'several statements'],
  ])('is refused: %s', async (sql, words) => {
    for (const effect of ['read', 'write'])
      expect(await shop.ask('query', { sql, effect })).toMatchObject({
        status: 400,
        says: expect.stringContaining(words) as string,
      });
  });

  it.each([
    ["SELECT load_extension('/tmp/x.so')"],
    ["SELECT readfile('/etc/passwd')"],
    [`SELECT "ReadFile"('/etc/passwd')`],
    ["SELECT writefile('/tmp/x', 'y')"],
    ["SELECT name FROM fsdir('/etc')"],
    ["SELECT name FROM 'fsdir' WHERE path = '/etc'"],
    ['SELECT name FROM [fsdir] WHERE path = :path'],
    ['SELECT * FROM sqlite_dbpage'],
    ['SELECT sqlite3mc_config(1)'],
  ])('is not allowed: %s', async (sql) => {
    for (const effect of ['read', 'write'])
      expect(await shop.ask('query', { sql, effect }, { path: '/etc' })).toMatchObject({
        status: 403,
        says: expect.stringContaining('reaches outside') as string,
      });
  });

  it('does not get there through a view that somebody left in the file', async () => {
    const made = new Library(join(root, 'open/shop.sqlite'));
    made.exec("CREATE VIEW trap AS SELECT readfile('/etc/passwd') AS text");
    made.close();
    expect(await shop.ask('find-rows', { table: 'trap' })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('unsafe use of readfile') },
    });
  });

  it('may use what only calculates', async () => {
    const sql =
      "SELECT upper(words) AS u, sum(id) AS s, round(2.5) AS r, json_extract('[1]', '$[0]') AS j FROM numbers WHERE id = 1";
    expect(await shop.rows('query', { sql })).toEqual([{ u: 'ROW 1', s: 1, r: 3, j: 1 }]);
  });

  it('changes nothing in a step that reads', async () => {
    const sql = "WITH n AS (SELECT 1) INSERT INTO numbers SELECT 0, 'x'";
    expect(await shop.ask('query', { sql })).toMatchObject({ status: 403 });
    expect(await shop.rows('query', { sql: 'SELECT id FROM numbers WHERE id = 0' })).toEqual([]);
  });
});

describe.skipIf(!canSeeProcesses)('a file whose process is ended from outside', () => {
  it.each([
    ['far into its rows', 'SELECT a.id FROM numbers a, numbers b, numbers c'],
    ['in the middle of a statement', 'SELECT count(*) FROM numbers a, numbers b, numbers c'],
  ])('%s is told in words, and serves on', async (_when, sql) => {
    const file = join(root, 'open/shop.sqlite');
    const there = await connected('shop.sqlite');
    const said = there.ask('query', { sql });
    let isOver = false;
    void said.then(() => (isOver = true));
    await expect
      .poll(() => [killSqliteHosts(process.pid, file), isOver], { timeout: 20_000 })
      .toEqual([0, true]);
    expect(await said).toEqual({ code: 'proxy.answer-cut', params: { host: 'shop.sqlite' } });
    expect(await there.prove()).toHaveLength(1);
  });
});

describe('a statement that never ends', () => {
  const sql =
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n';

  it('is ended with the run, and the file serves on', async () => {
    const cancel = new AbortController();
    const reading = shop.pages('query', { sql }, {}, cancel.signal).next();
    setTimeout(() => cancel.abort(), 100);
    await reading.catch(() => undefined);
    expect(await shop.prove()).toHaveLength(1);
  });

  it('is stopped when a page takes too long, and says so', async () => {
    const hasty = await connected('shop.sqlite', { pageMs: 200 });
    expect(await hasty.ask('query', { sql })).toEqual({
      code: 'proxy.statement-too-slow',
      params: { host: 'shop.sqlite', seconds: 0.2 },
    });
  });
});

describe('a file', () => {
  it.each([
    [
      'in a folder that is not open',
      () => join(root, 'closed/secret.sqlite'),
      () => join(root, 'closed'),
    ],
    ['reached by climbing', () => '../closed/secret.sqlite', () => join(root, 'closed')],
    [
      'reached by climbing out of an open folder',
      () => join(root, 'open/../closed/secret.sqlite'),
      () => join(root, 'closed'),
    ],
    ['reached by a link', () => join(root, 'open/link.sqlite'), () => join(root, 'closed')],
    ['of the system', () => '/etc/passwd', () => '/etc'],
  ])('%s is refused with the line that would open its folder', async (_title, file, folder) => {
    const made = await connected(file());
    expect(await made.prove()).toMatchObject({
      code: 'proxy.folder-not-allowed',
      params: { allow: `FOOTBRIDGE_SQLITE_FOLDERS=${folder()}` },
    });
    expect(made.operatorLines).toEqual([`FOOTBRIDGE_SQLITE_FOLDERS=${folder()}`]);
  });

  it('that is not there is not made', async () => {
    const made = await connected('new.sqlite');
    expect(await made.prove()).toMatchObject({ code: 'proxy.file-not-found' });
  });

  it('that is no database says so', async () => {
    const made = await connected('notes.txt');
    expect(await made.prove()).toMatchObject({
      status: 422,
      says: 'notes.txt is no SQLite database.',
    });
  });

  it('cannot be named by an address', async () => {
    for (const file of [
      'http://db.example/x',
      'libsql://db.example',
      ':memory:',
      'file:///etc/passwd?mode=rwc',
    ])
      expect(await (await connected(file)).prove()).toMatchObject({
        code: expect.stringMatching(/^proxy\.(file-not-found|folder-not-allowed)$/),
      });
  });
});
