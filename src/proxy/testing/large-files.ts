/**
 * A file server over SFTP whose files are as large as a test wants and lie nowhere: what is read is made when it is asked for,
 * of what is written only its size and its SHA-256 are kept.
 */
import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import ssh2, { type Attributes, type Connection, type SFTPWrapper } from 'ssh2';
import { createHostKey, fingerprintOfHostKey, sendAtOnce } from '../../sandbox/index.ts';

const { Server, utils } = ssh2;
const { STATUS_CODE, OPEN_MODE } = utils.sftp;

/** A file that is made while it is read. */
export interface MadeFile {
  readonly size: number;
  part(from: number, to: number): Buffer;
}

export interface Written {
  readonly size: number;
  readonly sha256: string;
}

export interface LargeFiles {
  readonly port: number;
  /** What is filled in to sign in. */
  readonly form: Readonly<Record<string, string | number>>;
  readonly made: Map<string, MadeFile>;
  /** By path; also of what is not at its place yet. */
  readonly written: Map<string, Written>;
  close(): Promise<void>;
}

/** Lines that repeat, each ended by a line break: as many as fit. */
export function linesOf(line: string, size: number): MadeFile {
  const one = Buffer.from(`${line}\n`);
  const many = Buffer.concat(Array.from({ length: Math.ceil(65_536 / one.length) + 2 }, () => one));
  const whole = size - (size % one.length);
  return {
    size: whole,
    part: (from, to) => {
      const start = from % one.length;
      return many.subarray(start, start + Math.min(65_536, Math.min(to, whole) - from));
    },
  };
}

/** The SHA-256 of all of it. */
export function hashOf({ size, part }: MadeFile): string {
  const hash = createHash('sha256');
  for (let at = 0; at < size;) {
    const piece = part(at, size);
    hash.update(piece);
    at += piece.length;
  }
  return hash.digest('hex');
}

export async function startLargeFiles(): Promise<LargeFiles> {
  const made = new Map<string, MadeFile>();
  const written = new Map<string, Written>();
  const connections = new Set<Connection>();
  const hostKey = createHostKey();
  const server = new Server({ hostKeys: [hostKey] }, (connection) => {
    connections.add(connection);
    sendAtOnce(connection);
    connection.on('error', () => undefined);
    connection.on('close', () => connections.delete(connection));
    connection.on('authentication', (context) => context.accept());
    connection.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => serve(acceptSftp(), made, written));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a pipe's name
  return {
    port,
    form: {
      host: '127.0.0.1',
      port,
      user: 'anybody',
      password: 'a-password-of-nobody',
      fingerprint: fingerprintOfHostKey(hostKey),
    },
    made,
    written,
    async close() {
      for (const connection of connections) connection.end();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Open {
  readonly path: string;
  readonly hash?: Hash;
  size: number;
}

const nothing: Attributes = { mode: 0o100644, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

function serve(
  sftp: SFTPWrapper,
  made: ReadonlyMap<string, MadeFile>,
  written: Map<string, Written>,
): void {
  const open = new Map<string, Open>();
  let handles = 0;
  const stat = (request: number, path: string): void => {
    const size = made.get(path)?.size ?? written.get(path)?.size;
    if (size === undefined) sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    else sftp.attrs(request, { ...nothing, size });
  };
  sftp.on('OPEN', (request, path, flags) => {
    const writes = (flags & OPEN_MODE.WRITE) !== 0;
    if (!writes && !made.has(path)) return sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    const handle = String((handles += 1));
    open.set(handle, { path, size: 0, ...(writes && { hash: createHash('sha256') }) });
    if (writes) written.set(path, { size: 0, sha256: '' });
    sftp.handle(request, Buffer.from(handle));
  });
  sftp.on('READ', (request, handle, offset, length) => {
    const file = made.get(open.get(handle.toString())?.path ?? '');
    if (file === undefined) return sftp.status(request, STATUS_CODE.FAILURE);
    if (offset >= file.size) return sftp.status(request, STATUS_CODE.EOF);
    sftp.data(request, file.part(offset, offset + length));
  });
  sftp.on('WRITE', (request, handle, offset, data) => {
    const file = open.get(handle.toString());
    if (file?.hash === undefined || offset !== file.size)
      return sftp.status(request, STATUS_CODE.FAILURE);
    file.hash.update(data);
    file.size += data.length;
    sftp.status(request, STATUS_CODE.OK);
  });
  sftp.on('CLOSE', (request, handle) => {
    const file = open.get(handle.toString());
    if (file?.hash !== undefined)
      written.set(file.path, { size: file.size, sha256: file.hash.digest('hex') });
    open.delete(handle.toString());
    sftp.status(request, STATUS_CODE.OK);
  });
  sftp.on('FSTAT', (request, handle) => stat(request, open.get(handle.toString())?.path ?? ''));
  sftp.on('STAT', stat);
  sftp.on('LSTAT', stat);
  sftp.on('REALPATH', (request, name) => {
    sftp.name(request, [{ filename: name, longname: name, attrs: nothing }]);
  });
  sftp.on('REMOVE', (request, path) => {
    sftp.status(request, written.delete(path) ? STATUS_CODE.OK : STATUS_CODE.NO_SUCH_FILE);
  });
  sftp.on('RENAME', (request, from, to) => {
    const file = written.get(from);
    if (file === undefined) return sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    written.delete(from);
    written.set(to, file);
    sftp.status(request, STATUS_CODE.OK);
  });
}
