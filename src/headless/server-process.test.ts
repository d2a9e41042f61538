/** The server as a process of its own: whoever dies in the middle of a call, it says so in words and serves on. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Library from 'libsql';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ServiceAnswer, TaskRequest } from '../catalog/contract.ts';
import { openBrowser } from '../proxy/testing/proxy-under-test.ts';
import { startService } from '../proxy/testing/real-service.ts';
import { signInTo } from '../proxy/testing/signed-in.ts';
import { shippedComponent } from '../proxy/testing/task-scene.ts';
import {
  canSeeProcesses,
  killSqliteHosts,
  sqliteHosts,
} from '../proxy/tasks/sql/testing/sqlite-hosts.ts';
import {
  createHostKey,
  fingerprintOfHostKey,
  sampleFilesPassword,
  sampleFilesUser,
  startFileServer,
} from '../sandbox/index.ts';
import type { Json, JsonObject } from '../shared/index.ts';
import { closed } from '../shared/testing/closed.ts';
import { freePort } from '../shared/testing/free-port.ts';

const top = join(import.meta.dirname, '../..');
let built: string;
let folder: string;

beforeAll(async () => {
  await mkdir(join(top, 'dist'), { recursive: true });
  // Inside the project, where the built form finds its packages.
  built = await mkdtemp(join(top, 'dist', '.server-test-'));
  folder = await mkdtemp(join(tmpdir(), 'footbridge-server-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Footbridge</title>');
  const vite = [join(top, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'];
  const build = spawn(
    process.execPath,
    [...vite, '--ssr', 'src/headless/serve.ts', '--outDir', built],
    { cwd: top, stdio: 'ignore' },
  );
  expect(await once(build, 'exit')).toEqual([0, null]);
}, 120_000);
afterAll(async () => {
  await rm(built, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

interface Server {
  readonly child: ChildProcess;
  readonly url: string;
}

async function started(environment: Readonly<Record<string, string>>): Promise<Server> {
  const options = {
    port: 0,
    pageDir: folder,
    dataDir: join(folder, 'data'),
    catalogDir: join(top, 'components-catalog'),
    quiet: true,
  };
  const story = [
    `import { startServer } from '${pathToFileURL(join(built, 'serve.js')).href}';`,
    `const { url } = await startServer(${JSON.stringify(options)});`,
    'console.log(url);',
  ];
  const ports = ['CRM', 'NEWSLETTER', 'SHOP', 'DESK', 'FILES'].map((name) => [
    `FOOTBRIDGE_SANDBOX_${name}_PORT`,
    '0',
  ]);
  const child = spawn(process.execPath, ['--input-type=module', '-e', story.join('\n')], {
    env: { PATH: process.env['PATH'] ?? '', ...Object.fromEntries(ports), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  closed({
    async close() {
      const isOver = once(child, 'exit');
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL'))
        await isOver;
    },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [line] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error(said))),
  ])) as [Buffer];
  return { child, url: line.toString().trim() };
}

/** A server that is gone in the middle of its first answer. */
async function dying(answer: string, speaks: 'first' | 'when-asked'): Promise<number> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    const die = (): void => void socket.write(answer, () => setTimeout(() => socket.destroy(), 20));
    if (speaks === 'first') die();
    else socket.once('data', die);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closed({
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  });
  return (server.address() as AddressInfo).port; // a TCP server's address is never a pipe's name
}

it('lives on, and answers, whoever dies in the middle of a call', async () => {
  const hostKey = createHostKey();
  const files = closed(await startFileServer(0, { hostKey }));
  for (let at = 0; at < 1_000; at += 1) files.files.write(`/in/${at}.txt`, Buffer.from('x'));
  const mails = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: () => {
      for (const open of mails.connections) open.close();
    },
  });
  mails.on('error', () => undefined);
  const mailPort = await freePort();
  await once(mails.listen(mailPort, '127.0.0.1'), 'listening');
  closed({ close: () => new Promise<void>((resolve) => mails.close(resolve)) });
  const postgres = await dying('S', 'when-asked');
  const mariadb = await dying('J\0\0\0\n11.4', 'first');
  const web = await dying('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', 'when-asked');
  const alive = closed(await startService((_request, response) => response.end('served')));
  const file = join(folder, 'numbers.sqlite');
  const made = new Library(file);
  made.exec(`CREATE TABLE numbers AS WITH RECURSIVE n(id) AS
    (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 2500) SELECT id FROM n`);
  made.close();

  const ports = [files.port, mailPort, postgres, mariadb, web, alive.port];
  const { child, url } = await started({
    FOOTBRIDGE_ALLOW: ports.map((port) => `127.0.0.1:${port}`).join(','),
    FOOTBRIDGE_SQLITE_FOLDERS: folder,
  });
  const browser = await openBrowser((path, init) => fetch(new URL(path, url), init));
  const signedIn = (component: string, type: string, form: JsonObject) =>
    signInTo(
      { browser: () => Promise.resolve(browser) },
      { component: shippedComponent(component), type, form },
    );
  type Person = Awaited<ReturnType<typeof signedIn>>;
  /** All pages of it; `midway` once there is the first. */
  async function lastOf(
    { services, token }: Person,
    request: TaskRequest,
    midway: () => void = () => undefined,
  ): Promise<ServiceAnswer> {
    let answer = await services.call(request, token);
    midway();
    while (answer.kind === 'answered' && answer.more !== undefined)
      answer = await services.call({ ...request, continues: answer.more }, token);
    return answer;
  }
  const cut = (host: string): Json => ({ code: 'proxy.answer-cut', params: { host } });
  const at = (port: number): { readonly host: string; readonly port: number } => ({
    host: '127.0.0.1',
    port,
  });

  const sftp = await signedIn('sftp', 'password', {
    ...at(files.port),
    user: sampleFilesUser,
    password: sampleFilesPassword,
    fingerprint: fingerprintOfHostKey(hostKey),
  });
  const list = sftp.plan('find-files', {}, { folder: 'in' });
  expect(await lastOf(sftp, list, () => files.breakOff())).toMatchObject({
    problem: cut(`127.0.0.1:${files.port}`),
  });

  const email = await signedIn('email', 'mailbox', {
    ...at(mailPort),
    encryption: 'none',
    from: 'ada@example.com',
  });
  const mail = { to: 'grace@example.org', subject: 'Hello', text: 'It works.' };
  expect(await lastOf(email, email.plan('send', {}, mail))).toMatchObject({
    problem: cut(`127.0.0.1:${mailPort}`),
  });

  for (const [type, port] of [
    ['postgresql', postgres],
    ['mysql', mariadb],
  ] as const) {
    const user = { database: 'shop', user: 'ada', password: 'a password of this test' };
    const database = await signedIn('database', type, { ...at(port), ...user });
    expect(await lastOf(database, database.planProof())).toMatchObject({ kind: 'unanswered' });
  }

  if (canSeeProcesses) {
    const sqlite = await signedIn('database', 'sqlite', { file });
    const sql = 'SELECT a.id FROM numbers a, numbers b, numbers c';
    const rows = sqlite.plan('query', { sql, effect: 'read' }, {});
    const killHost = (): void => {
      expect(killSqliteHosts(child.pid ?? 0, file)).toBe(1);
    };
    expect(await lastOf(sqlite, rows, killHost)).toMatchObject({ problem: cut(file) });
    expect(await lastOf(sqlite, sqlite.planProof())).toMatchObject({ status: 200 });
  }

  const ask = (port: number): Promise<Response> =>
    browser.call({ component: 'catalog:rest', origin: `http://127.0.0.1:${port}` });
  expect(await (await ask(web)).json()).toMatchObject(cut(`127.0.0.1:${web}`) as object);
  expect(await (await ask(alive.port)).text()).toBe('served');
  expect([child.exitCode, child.signalCode]).toEqual([null, null]);
}, 60_000);

it.runIf(canSeeProcesses)(
  'leaves no statement running when it is killed itself',
  async () => {
    const file = join(folder, 'endless.sqlite');
    await writeFile(file, '');
    const { child, url } = await started({ FOOTBRIDGE_SQLITE_FOLDERS: folder });
    const browser = await openBrowser((path, init) => fetch(new URL(path, url), init));
    const { services, token, plan } = await signInTo(
      { browser: () => Promise.resolve(browser) },
      { component: shippedComponent('database'), type: 'sqlite', form: { file } },
    );
    const sql = `WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT max(id) FROM n`;
    const asked = services.call(plan('query', { sql, effect: 'read' }, {}), token);
    await vi.waitFor(() => expect(sqliteHosts(file)).toHaveLength(1), 10_000);
    child.kill('SIGKILL');
    await asked.catch(() => undefined);
    await vi.waitFor(() => expect(sqliteHosts(file)).toEqual([]), 20_000);
  },
  60_000,
);
