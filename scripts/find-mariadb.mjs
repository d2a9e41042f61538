/** Finds the MariaDB that unit tests start, or installs the package of a Debian-like system. */
import { existsSync } from 'node:fs';
import { runProgram } from './run-program.mjs';

const minute = 60_000;
const places = ['/usr/sbin', '/usr/libexec', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/**
 * @param {(line: string) => void} say
 * @returns {Promise<string>} where it is, or what was not run because there is none
 */
export async function findMariadb(say) {
  const present = find();
  if (present !== undefined) return present;
  const canInstall =
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  if (canInstall) {
    say(
      'No MariaDB on this computer: installing the package mariadb-server (at most 5 minutes) ...',
    );
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram('apt-get', ['update'], { timeLimitMs: 2 * minute, env });
    const packages = ['install', '-y', '--no-install-recommends', 'mariadb-server'];
    await runProgram('apt-get', packages, { timeLimitMs: 3 * minute, env });
    const packaged = find();
    if (packaged !== undefined) return packaged;
  }
  return 'NOT RUN: the tests against MariaDB (none found; Debian: apt-get install mariadb-server)';
}

function find() {
  return places
    .flatMap((place) => ['mariadbd', 'mysqld'].map((name) => `${place}/${name}`))
    .find((path) => existsSync(path));
}
