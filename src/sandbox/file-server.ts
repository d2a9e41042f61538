/**
 * A file server over SFTP, with a folder of orders and a list of customers as CSV: the protocol by ssh2's own server, the files
 * in memory. SFTP version 3 (draft-ietf-secsh-filexfer-02).
 */
import type { AddressInfo } from 'node:net';
import { posix } from 'node:path';
import { once } from 'node:events';
import ssh2, {
  type Attributes,
  type AuthContext,
  type Client,
  type Connection,
  type FileEntry,
  type SFTPWrapper,
} from 'ssh2';
import { FileStore, type StoredFile, type StoredFolder } from './file-store.ts';
import { sampleFiles } from './sample-files.ts';

const { Server, utils } = ssh2;
const { STATUS_CODE, OPEN_MODE, flagsToString } = utils.sftp;

/** Public, the same everywhere: they protect nothing. */
export const sampleFilesUser = 'demo';
export const sampleFilesPassword = 'files-demo-password-0000-1111';

export interface FileServerOptions {
  readonly now?: () => Date;
  /** The server's own key, as PEM or OpenSSH text. Left out: a new one. */
  readonly hostKey?: string | undefined;
  /** A public key that may sign in, as OpenSSH text. */
  readonly mayEnter?: string | undefined;
}

export interface FileServer {
  readonly port: number;
  readonly files: FileStore;
  /** What was done, as `WRITE /in/a.csv`; no content. */
  readonly log: readonly string[];
  /** Puts the files back to how they were at the start. */
  reset(): void;
  /** Breaks every connection, as a server that dies does. */
  breakOff(): void;
  close(): Promise<void>;
}

/** A new key for a server, as text. The library now and then makes one that it cannot read itself: then another. */
export function createHostKey(): string {
  for (;;) {
    const { private: made } = utils.generateKeyPairSync('ed25519');
    if (isHostKey(made)) return made;
  }
}

/** Whether a text is the key of a server, all of it. */
export function isHostKey(text: string): boolean {
  return !(utils.parseKey(text) instanceof Error);
}

/** Each answer leaves at once: a reader acknowledges late what it waits for more of, so that 32 KB would take 40 ms. */
export function sendAtOnce(connection: Connection): void {
  // The library's types leave out that a server's side has it too.
  (connection as Connection & Pick<Client, 'setNoDelay'>).setNoDelay(true);
}

/** `SHA256:…` of a server's private key. */
export { fingerprintOfHostKey } from './host-key.ts';

/** Starts it on 127.0.0.1. Rejects when the port is taken. */
export async function startFileServer(
  port: number,
  options: FileServerOptions = {},
): Promise<FileServer> {
  const now = options.now ?? (() => new Date());
  const files = new FileStore(now);
  const log: string[] = [];
  const reset = (): void => {
    files.clear();
    log.length = 0;
    for (const { path, text, modified } of sampleFiles) {
      files.makeFolder(posix.dirname(path));
      files.write(path, Buffer.from(text, 'utf8'), Date.parse(modified));
    }
    files.makeFolder('/done');
    files.makeFolder('/out');
  };
  reset();

  const mayEnter = options.mayEnter === undefined ? undefined : utils.parseKey(options.mayEnter);
  const connections = new Set<Connection>();
  const server = new Server({ hostKeys: [options.hostKey ?? createHostKey()] }, (connection) => {
    connections.add(connection);
    sendAtOnce(connection);
    connection.on('close', () => connections.delete(connection));
    connection.on('error', () => undefined);
    connection.on('authentication', (context) => {
      if (isWelcome(context, mayEnter instanceof Error ? undefined : mayEnter)) context.accept();
      else context.reject(['password', 'publickey']);
    });
    connection.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => serveFiles(acceptSftp(), files, log));
    });
  });
  server.listen(port, '127.0.0.1');
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([cause]) => Promise.reject(cause as Error)),
  ]);
  const breakOff = (): void => {
    for (const connection of connections) connection.end();
  };
  return {
    // A TCP server's address is never a pipe's name.
    port: (server.address() as AddressInfo).port,
    files,
    log,
    reset,
    breakOff,
    async close() {
      breakOff();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function isWelcome(context: AuthContext, key: ssh2.ParsedKey | undefined): boolean {
  if (context.username !== sampleFilesUser) return false;
  if (context.method === 'password') return context.password === sampleFilesPassword;
  if (context.method !== 'publickey' || key === undefined) return false;
  const isKey = context.key.data.equals(key.getPublicSSH());
  if (context.signature === undefined) return isKey;
  return (
    isKey &&
    context.blob !== undefined &&
    key.verify(context.blob, context.signature, context.hashAlgo) === true
  );
}

interface OpenFile {
  readonly path: string;
  bytes: Buffer;
  readonly writes: boolean;
}

function serveFiles(sftp: SFTPWrapper, files: FileStore, log: string[]): void {
  const open = new Map<string, OpenFile>();
  const folders = new Map<string, FileEntry[]>();
  let handles = 0;
  const newHandle = (): Buffer => Buffer.from(String((handles += 1)));
  const whole = (path: string): string => posix.resolve('/', path);
  const done = (request: number, isDone: boolean, otherwise = STATUS_CODE.FAILURE): void =>
    sftp.status(request, isDone ? STATUS_CODE.OK : otherwise);
  const stat = (request: number, path: string): void => {
    const entry = files.at(whole(path));
    if (entry === undefined) sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    else sftp.attrs(request, attributesOf(entry));
  };

  sftp.on('OPEN', (request, name, flags) => {
    const path = whole(name);
    const entry = files.at(path);
    const mode = flagsToString(flags) ?? 'r';
    const writes = (flags & OPEN_MODE.WRITE) !== 0;
    if (entry?.kind === 'folder') return sftp.status(request, STATUS_CODE.FAILURE);
    if (entry === undefined && !writes) return sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    const keeps = entry !== undefined && !mode.startsWith('w');
    const file = { path, bytes: keeps ? entry.bytes : Buffer.alloc(0), writes };
    if (writes && !files.write(path, file.bytes))
      return sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    log.push(`${writes ? 'WRITE' : 'READ'} ${path}`);
    const handle = newHandle();
    open.set(handle.toString(), file);
    sftp.handle(request, handle);
  });
  sftp.on('READ', (request, handle, offset, length) => {
    const file = open.get(handle.toString());
    if (file === undefined) return sftp.status(request, STATUS_CODE.FAILURE);
    const part = file.bytes.subarray(offset, offset + length);
    if (part.byteLength === 0) sftp.status(request, STATUS_CODE.EOF);
    else sftp.data(request, part);
  });
  sftp.on('WRITE', (request, handle, offset, data) => {
    const file = open.get(handle.toString());
    if (file?.writes !== true) return sftp.status(request, STATUS_CODE.PERMISSION_DENIED);
    const grown = Buffer.alloc(Math.max(file.bytes.byteLength, offset + data.byteLength));
    file.bytes.copy(grown);
    data.copy(grown, offset);
    file.bytes = grown;
    done(request, files.write(file.path, grown));
  });
  sftp.on('FSTAT', (request, handle) => stat(request, open.get(handle.toString())?.path ?? ''));
  sftp.on('STAT', stat);
  sftp.on('LSTAT', stat);
  sftp.on('SETSTAT', (request) => done(request, true));
  sftp.on('FSETSTAT', (request) => done(request, true));
  sftp.on('CLOSE', (request, handle) => {
    done(request, open.delete(handle.toString()) || folders.delete(handle.toString()));
  });
  sftp.on('OPENDIR', (request, name) => {
    const path = whole(name);
    if (files.at(path)?.kind !== 'folder') return sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    log.push(`LIST ${path}`);
    const handle = newHandle();
    folders.set(
      handle.toString(),
      files.inside(path).map(([filename, entry]) => ({
        filename,
        longname: filename,
        attrs: attributesOf(entry),
      })),
    );
    sftp.handle(request, handle);
  });
  sftp.on('READDIR', (request, handle) => {
    const rest = folders.get(handle.toString());
    if (rest === undefined || rest.length === 0) return sftp.status(request, STATUS_CODE.EOF);
    sftp.name(request, rest.splice(0, 100));
  });
  sftp.on('REALPATH', (request, name) => {
    sftp.name(request, [{ filename: whole(name), longname: whole(name), attrs: emptyAttributes }]);
  });
  sftp.on('REMOVE', (request, name) => {
    log.push(`DELETE ${whole(name)}`);
    done(request, files.remove(whole(name)), STATUS_CODE.NO_SUCH_FILE);
  });
  sftp.on('RMDIR', (request, name) => done(request, files.remove(whole(name))));
  sftp.on('MKDIR', (request, name) => done(request, files.makeFolder(whole(name))));
  sftp.on('RENAME', (request, from, to) => {
    log.push(`MOVE ${whole(from)} ${whole(to)}`);
    if (files.at(whole(from)) === undefined) sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    else done(request, files.move(whole(from), whole(to), false));
  });
}

const emptyAttributes: Attributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

function attributesOf(entry: StoredFile | StoredFolder): Attributes {
  const seconds = Math.floor(entry.modified / 1000);
  return {
    ...emptyAttributes,
    mode: entry.kind === 'folder' ? 0o040755 : 0o100644,
    size: entry.kind === 'file' ? entry.bytes.byteLength : 0,
    atime: seconds,
    mtime: seconds,
  };
}
