/** Flows that start with what is new, run whole against real peers: the first look remembers, each later one gives what came since. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Library from 'libsql';
import { describe, expect, it } from 'vitest';
import type { Flow, Step } from '../flow/index.ts';
import { aStep, group } from '../flow/testing/a-flow.ts';
import { formOf } from '../proxy/tasks/sql/testing/database-server.ts';
import { findMariadb, startMariadb } from '../proxy/tasks/sql/testing/mariadb-server.ts';
import {
  createHostKey,
  fingerprintOfHostKey,
  sampleFilesPassword,
  sampleFilesUser,
  startFileServer,
} from '../sandbox/index.ts';
import { closed } from '../shared/testing/closed.ts';
import { flowWith, wholeRun, type Account } from './testing/whole-run.ts';

const polled = (account: Account, step: Step): Flow => ({
  ...flowWith(account, { ...step, credential: 'account' }),
  start: { kind: 'poll', everySeconds: 60 },
});
const gave = (done: number) => ({ run: 'done', step: 'done', done, words: undefined });

describe('a table that is looked at again and again', () => {
  const newRows = aStep('rows', 'database/new-rows', {
    settings: { table: 'tickets', sort: 'changed', limit: 100 },
  });
  const tickets = [
    'CREATE TABLE tickets (id INT PRIMARY KEY, subject VARCHAR(40), changed INT)',
    "INSERT INTO tickets VALUES (1, 'Printer', 1), (2, 'Mouse', 2)",
  ];

  async function gives(
    account: Account,
    ask: (sql: string) => unknown,
    where: { readonly allow: readonly string[]; readonly folders?: readonly string[] },
  ): Promise<void> {
    for (const sql of tickets) await ask(sql);
    const whole = closed(await wholeRun({ flow: polled(account, newRows), account, ...where }));
    expect(await whole.run()).toEqual(gave(0));
    expect(await whole.run()).toEqual(gave(0));
    await ask("INSERT INTO tickets VALUES (3, 'Screen', 3), (4, 'Desk', 4)");
    expect(await whole.run()).toEqual(gave(2));
    expect(await whole.run()).toEqual(gave(0));
    await ask("UPDATE tickets SET subject = 'Printer, again', changed = 5 WHERE id = 1");
    expect(await whole.run()).toEqual(gave(1));
    expect(await whole.run()).toEqual(gave(0));
  }

  it('of SQLite gives each new or changed row once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'footbridge-poll-'));
    closed({ close: () => rm(folder, { recursive: true, force: true }) });
    const file = join(folder, 'desk.sqlite');
    const beside = closed(new Library(file));
    const account: Account = { component: 'catalog:database', type: 'sqlite', form: { file } };
    await gives(account, (sql) => beside.exec(sql), { allow: [], folders: [folder] });
  });

  it.skipIf(findMariadb() === undefined)(
    'of MariaDB gives each new or changed row once',
    async () => {
      const server = closed(await startMariadb());
      const account: Account = {
        component: 'catalog:database',
        type: 'mysql',
        form: formOf(server),
      };
      const allow = [`127.0.0.1:${String(server.port)}`];
      await gives(account, (sql) => server.ask(sql), { allow });
    },
    60_000,
  );
});

it('a folder of a file server that is looked at again and again gives each new or rewritten file once', async () => {
  const hostKey = createHostKey();
  const server = closed(await startFileServer(0, { hostKey }));
  const account: Account = {
    component: 'catalog:sftp',
    type: 'password',
    form: {
      host: '127.0.0.1',
      port: server.port,
      user: sampleFilesUser,
      password: sampleFilesPassword,
      fingerprint: fingerprintOfHostKey(hostKey),
    },
  };
  const find = aStep('files', 'sftp/find-files', {
    slots: { input: group({ folder: { kind: 'literal', value: 'in' } }) },
  });
  const allow = [`127.0.0.1:${String(server.port)}`];
  const whole = closed(await wholeRun({ flow: polled(account, find), account, allow }));
  const write = (path: string, text: string): void =>
    void server.files.write(path, Buffer.from(text));

  expect(await whole.run()).toEqual(gave(0));
  write('/in/new.csv', 'name\nAda\n');
  expect(await whole.run()).toEqual(gave(1));
  expect(await whole.run()).toEqual(gave(0));
  write('/in/new.csv', 'name\nAda\nGrace\n');
  write('/in/newer.csv', 'name\n');
  expect(await whole.run()).toEqual(gave(2));
  expect(await whole.run()).toEqual(gave(0));
});
