/** A real MariaDB of its own, where the system has one (Debian: apt-get install mariadb-server). */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { freePort } from '../../../../shared/testing/free-port.ts';
import type { DatabaseServer } from './database-server.ts';

const mariadbPassword = 'mariadb-password-of-the-test';

const places = ['/usr/sbin', '/usr/libexec', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

function findProgram(...names: readonly string[]): string | undefined {
  return places.flatMap((place) => names.map((name) => join(place, name))).find(existsSync);
}

/** Undefined: there is none on this computer. */
export function findMariadb(): { readonly server: string; readonly install: string } | undefined {
  const server = findProgram('mariadbd', 'mysqld');
  const install = findProgram('mariadb-install-db', 'mysql_install_db');
  return server === undefined || install === undefined ? undefined : { server, install };
}

export async function startMariadb(
  options: {
    readonly port?: number;
    /** A folder with `server.crt` and `server.key`. */
    readonly certificates?: string;
  } = {},
): Promise<DatabaseServer> {
  const programs = findMariadb();
  if (programs === undefined) throw new Error('there is no MariaDB on this computer');
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-mariadb-'));
  const data = join(folder, 'data');
  await mkdir(data);
  const isRoot = process.getuid?.() === 0;
  const { certificates } = options;
  const [certificate, key] = ['crt', 'key'].map((end) => join(data, `server.${end}`));
  const tls = certificates === undefined ? [] : [`--ssl-cert=${certificate}`, `--ssl-key=${key}`];
  // The server does not run as root; its own user must reach the folder.
  await chmod(folder, 0o755);
  if (isRoot) spawnSync('chown', ['-R', 'mysql', data]);
  const user = isRoot ? ['--user=mysql'] : [];
  const made = spawnSync(
    programs.install,
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...user,
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`no database was made: ${made.stderr}`);
  if (certificates !== undefined) {
    for (const end of ['crt', 'key'])
      await copyFile(join(certificates, `server.${end}`), join(data, `server.${end}`));
    if (isRoot) spawnSync('chown', ['-R', 'mysql', data]);
  }
  const port = options.port ?? (await freePort());
  const child: ChildProcess = spawn(
    programs.server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${join(data, 's')}`,
      `--port=${String(port)}`,
      '--bind-address=127.0.0.1',
      '--skip-log-bin',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=16M',
      ...tls,
      ...user,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await untilOpen(port);
  const beside = await createConnection({ host: '127.0.0.1', port, user: 'root' });
  beside.on('error', () => undefined);
  await beside.query('CREATE DATABASE shop CHARACTER SET utf8mb4');
  await beside.query(`CREATE USER ada@'127.0.0.1' IDENTIFIED BY '${mariadbPassword}'`);
  await beside.query("GRANT ALL ON shop.* TO ada@'127.0.0.1'");
  await beside.query('USE shop');
  return {
    port,
    user: 'ada',
    password: mariadbPassword,
    database: 'shop',
    async ask(sql) {
      const [rows] = await beside.query(sql);
      return rows as Record<string, unknown>[];
    },
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
    async close() {
      beside.destroy();
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilOpen(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port });
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('MariaDB did not start');
}
