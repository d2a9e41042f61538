import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askingDatabase, type Asking } from './testing/asking.ts';
import { silentRelay } from '../../testing/silent-relay.ts';
import { formOf, type DatabaseServer } from './testing/database-server.ts';
import { hasOpenssl, makeCertificates } from './testing/certificates.ts';
import { startPostgres } from './testing/postgres-server.ts';
import { shortest } from '../../../shared/testing/shortest.ts';

let server: DatabaseServer;
let shop: Asking;
const open: Asking[] = [];

const form = (more: Parameters<typeof formOf>[1] = {}) => formOf(server, more);

async function asking(...given: Parameters<typeof askingDatabase>): Promise<Asking> {
  const made = await askingDatabase(...given);
  open.push(made);
  return made;
}

beforeAll(async () => {
  server = await startPostgres();
  await server.ask(`CREATE TABLE many AS
    SELECT n AS id, 'customer number ' || n AS name, n * 1.5 AS total FROM generate_series(1, 200000) n`);
  shop = await askingDatabase('postgresql', form());
}, 60_000);

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

afterAll(async () => {
  await shop?.close();
  await server?.close();
}, 60_000);

const activity = () =>
  server.ask(
    "SELECT query FROM pg_stat_activity WHERE application_name = 'Footbridge' AND state = 'active'",
  );

describe('a statement that takes long', () => {
  it('is over at the server within a second when the run is cancelled', async () => {
    const sql = 'SELECT pg_sleep(3600)';
    const cancelled = async (): Promise<number> => {
      const cancel = new AbortController();
      const reading = shop.pages('query', { sql }, {}, cancel.signal).next();
      await expect.poll(activity).toEqual([{ query: sql }]);
      cancel.abort();
      const asked = performance.now();
      await reading.catch(() => undefined);
      await expect.poll(activity, { interval: 20 }).toEqual([]);
      return performance.now() - asked;
    };
    expect(await shortest(1000, cancelled)).toBeLessThan(1000);
  });

  it('is stopped at the server when a page takes too long, and says so', async () => {
    const hasty = await asking('postgresql', form(), { pageMs: 300 });
    expect(await hasty.ask('query', { sql: 'SELECT pg_sleep(3600)' })).toMatchObject({
      code: 'proxy.statement-too-slow',
      params: { host: `127.0.0.1:${String(server.port)}`, seconds: 0.3 },
    });
    await expect.poll(activity, { interval: 20 }).toEqual([]);
  });
});

// `npm run bench -- --only proxy.sql` reads a million rows and looks at memory.
describe('many rows', () => {
  it('come page by page, all of them', async () => {
    const settings = { table: 'many' };
    let rows = 0;
    for await (const page of shop.pages('find-rows', settings)) rows += page.length;
    expect(rows).toBe(200_000);
  }, 60_000);

  it('of a statement that gives ten million are made as far as somebody reads', async () => {
    const sql = 'SELECT n FROM generate_series(1, 10000000) n';
    const pages = shop.pages('query', { sql });
    await pages.next();
    await pages.next();
    await pages.return(undefined);
    await expect.poll(activity, { interval: 20 }).toEqual([]);
  });

  it('end at the server within a second when nobody reads on', async () => {
    const sessions = () =>
      server.ask(
        "SELECT state FROM pg_stat_activity WHERE application_name = 'Footbridge' AND state <> 'idle'",
      );
    const left = async (): Promise<number> => {
      const cancel = new AbortController();
      const pages = shop.pages('find-rows', { table: 'many', sort: 'name' }, {}, cancel.signal);
      const first = await pages.next();
      expect(first.value).toHaveLength(1);
      await pages.return(undefined);
      const asked = performance.now();
      await expect.poll(sessions, { interval: 20 }).toEqual([]);
      return performance.now() - asked;
    };
    expect(await shortest(1000, left)).toBeLessThan(1000);
  });
});

describe('a server that ends in the middle', () => {
  it('is told in words, and the proxy serves on', async () => {
    const fragile = await startPostgres();
    try {
      const there = await asking('postgresql', { ...form(), port: fragile.port });
      const pages = there.pages('query', {
        sql: 'SELECT n, pg_sleep(0.0005) FROM generate_series(1, 1000000) n',
      });
      await pages.next();
      const gone = fragile.kill();
      let page = await pages.next();
      while (page.done !== true) page = await pages.next();
      expect(page.value).toMatchObject({ code: 'proxy.answer-cut' });
      // While it shuts down it still says so itself.
      await gone;
      expect(await there.prove()).toMatchObject({ code: 'proxy.service-unreachable' });
      expect(await shop.prove()).toHaveLength(1);
    } finally {
      await fragile.close();
    }
  }, 30_000);
});

// The certificates are made by the system's openssl.
describe.skipIf(!hasOpenssl())('an encrypted line', () => {
  it('is held against the authority that was pasted, and against the name that was typed', async () => {
    const { authority, folder } = await makeCertificates('localhost');
    const guarded = await startPostgres({ certificates: folder });
    const at = { ...form(), port: guarded.port, encryption: 'verified', certificate: authority };
    const allow = [`localhost:${String(guarded.port)}`, `127.0.0.1:${String(guarded.port)}`];
    try {
      const named = await asking('postgresql', { ...at, host: 'localhost' }, { allow });
      expect(await named.prove()).toMatchObject([{ user: 'ada' }]);
      const sql = 'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()';
      expect(await named.rows('query', { sql })).toEqual([{ ssl: true }]);
      const cancel = new AbortController();
      const reading = named
        .pages('query', { sql: 'SELECT pg_sleep(3600)' }, {}, cancel.signal)
        .next();
      const sleeping = () =>
        guarded.ask(
          "SELECT 1 FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(3600)' AND state = 'active'",
        );
      await expect.poll(sleeping).toHaveLength(1);
      cancel.abort();
      await reading.catch(() => undefined);
      await expect.poll(sleeping, { interval: 20 }).toEqual([]);

      const otherName = await asking('postgresql', { ...at, host: '127.0.0.1' }, { allow });
      expect(await otherName.prove()).toMatchObject({ code: 'proxy.certificate-not-trusted' });
      const { certificate: _left, ...unknown } = at;
      const stranger = await asking('postgresql', { ...unknown, host: 'localhost' }, { allow });
      expect(await stranger.prove()).toMatchObject({ code: 'proxy.certificate-not-trusted' });
    } finally {
      await guarded.close();
    }
  }, 30_000);
});

describe('a sign-in', () => {
  it('that the server refuses is refused, without the password', async () => {
    const wrong = await asking('postgresql', form({ password: 'not-the-password-at-all' }));
    const said = await wrong.prove();
    expect(said).toMatchObject({ status: 401, body: { code: '28P01' } });
    expect(JSON.stringify(said)).not.toContain('not-the-password');
    const nowhere = await asking('postgresql', form({ database: 'nowhere' }));
    expect(await nowhere.prove()).toMatchObject({ status: 404, body: { code: '3D000' } });
  });

  it('goes over an encrypted line unless the person says otherwise in words', async () => {
    const { encryption: _left, ...encrypted } = form();
    const guarded = await asking('postgresql', encrypted);
    expect(await guarded.prove()).toMatchObject({
      status: 400,
      says: expect.stringContaining('does not offer an encrypted line') as string,
    });
  });

  it.each([['/var/run/postgresql'], ['/tmp/.s.PGSQL.5432'], ['%2Fvar%2Frun'], ['db.example/x']])(
    'does not go to %s',
    async (host) => {
      await expect(askingDatabase('postgresql', form({ host }), { allow: [] })).rejects.toThrow(
        'address-not-valid',
      );
    },
  );

  it.each([
    ['169.254.169.254', []],
    ['127.0.0.1', []],
    ['[::1]', []],
  ])('does not go to %s, which nobody allowed', async (host, allow) => {
    const { port, sockets } = await silentRelay(server.port);
    const made = await asking('postgresql', form({ host, port }), { allow });
    expect(await made.prove()).toMatchObject({
      code: 'proxy.destination-not-allowed',
      params: { allow: `FOOTBRIDGE_ALLOW=${host}:${String(port)}` },
    });
    expect(sockets()).toBe(0);
  });

  it.each([
    ['multipleStatements', true],
    ['rejectUnauthorized', false],
    ['ssl', false],
    ['socketPath', '/tmp/x'],
    ['options', '-c x=1'],
  ])('with the option %s is not kept at all', async (name, value) => {
    await expect(askingDatabase('postgresql', form({ [name]: value }))).rejects.toThrow(
      'credential-incomplete',
    );
  });

  it('takes nothing from the environment of the process', async () => {
    const before = { ...process.env };
    Object.assign(process.env, { PGOPTIONS: '-c default_transaction_read_only=on', PGUSER: 'eve' });
    try {
      const made = await asking('postgresql', form());
      const sql =
        "SELECT current_setting('default_transaction_read_only') AS set, current_user AS who";
      expect(await made.rows('query', { sql })).toEqual([{ set: 'off', who: 'ada' }]);
    } finally {
      for (const name of ['PGOPTIONS', 'PGUSER'])
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
    }
  });
});
