import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Only where the system lists its processes as files. */
export const canSeeProcesses = existsSync('/proc/self/stat');

/** The processes that hold a SQLite file. */
export function sqliteHosts(file: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => said(id, 'cmdline').split('\0').includes(file));
}

/** Ends the processes that a process has for a SQLite file, as the system would; how many there were. */
export function killSqliteHosts(parent: number, file: string): number {
  const hosts = sqliteHosts(file).filter((id) => parentOf(id) === parent);
  for (const id of hosts) process.kill(Number(id), 'SIGKILL');
  return hosts.length;
}

/** Behind the name in brackets, which may hold anything: the state, then the parent. */
function parentOf(id: string): number {
  return Number(said(id, 'stat').split(') ').at(-1)?.split(' ')[1]);
}

/** Empty where the process is gone meanwhile. */
function said(id: string, what: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${id}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
