/** An authority of its own and a server's certificate signed by it. */
import { spawnSync } from 'node:child_process';
import { isIP } from 'node:net';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function hasOpenssl(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

/** For a server of these names and addresses. */
export async function makeCertificates(
  ...names: readonly [string, ...string[]]
): Promise<{ readonly authority: string; readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-certificates-'));
  const run = (...args: readonly string[]): void => {
    const made = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
  };
  const fresh = ['-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  const kinds = names.map((name) => `${isIP(name) === 0 ? 'DNS' : 'IP'}:${name}`);
  await writeFile(join(folder, 'names'), `subjectAltName=${kinds.join(',')}\n`);
  run(
    'req',
    '-x509',
    ...fresh,
    '-keyout',
    'authority.key',
    '-out',
    'authority.crt',
    '-subj',
    '/CN=Authority of the test',
  );
  run(
    'req',
    ...fresh.slice(0, 3),
    '-keyout',
    'server.key',
    '-out',
    'server.csr',
    '-subj',
    `/CN=${names[0]}`,
  );
  run(
    ...['x509', '-req', '-in', 'server.csr', '-CA', 'authority.crt', '-CAkey', 'authority.key'],
    ...['-CAcreateserial', '-out', 'server.crt', '-days', '2', '-extfile', 'names'],
  );
  return { authority: await readFile(join(folder, 'authority.crt'), 'utf8'), folder };
}
