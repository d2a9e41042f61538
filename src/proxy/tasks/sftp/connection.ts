/**
 * Signs in to a file server over a connection that is open already (P3).
 *
 * 1. The server's key is the one the person trusted, or nothing is sent: not the user's name, not the password.
 * 2. `end` closes everything, also in the middle of a transfer.
 */
import { createHash } from 'node:crypto';
import ssh2, { type ConnectConfig, type SFTPWrapper } from 'ssh2';
import { RefusedError } from '../../refusal.ts';
import { textOf } from '../form.ts';
import { TaskRefused, type TaskAsk } from '../transport.ts';

export interface FileServer {
  readonly sftp: SFTPWrapper;
  /** `SHA256:…`, as `ssh-keygen -l` writes it. */
  readonly fingerprint: string;
  /** Throws what broke the connection, if something did. */
  throwIfBroken(): void;
  end(): void;
}

/**
 * Throws `RefusedError`, or `TaskRefused` 401 where the server does not accept the sign-in. `signInMs`: until then it has to
 * be done.
 */
export async function openFileServer(ask: TaskAsk, signInMs: number): Promise<FileServer> {
  const signIn = signInOf(ask);
  const socket = await ask.dial();
  const client = new ssh2.Client();
  const host = new URL(ask.origin).host;
  const trusted = textOf(ask.values, 'fingerprint').trim();
  let fingerprint = '';
  let broken: Error | undefined;

  const end = (): void => {
    client.end();
    socket.destroy();
  };
  ask.signal.addEventListener('abort', end, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      client.once('ready', resolve);
      client.on('error', (cause) => {
        broken ??= cause;
        reject(cause);
      });
      client.once('close', () => {
        broken ??= new RefusedError('proxy.answer-cut', { host });
        reject(broken);
      });
      client.connect({
        ...signIn,
        sock: socket,
        readyTimeout: signInMs,
        hostVerifier: (key: Buffer) => {
          fingerprint = fingerprintOf(key);
          return fingerprint === trusted;
        },
      });
    });
    const sftp = await new Promise<SFTPWrapper>((resolve, reject) => {
      client.sftp((cause, opened) => (cause === undefined ? resolve(opened) : reject(cause)));
    });
    sftp.on('error', () => undefined); // what was asked for hears of it itself
    return {
      sftp,
      fingerprint,
      throwIfBroken() {
        if (broken !== undefined) throw broken;
      },
      end() {
        ask.signal.removeEventListener('abort', end);
        end();
      },
    };
  } catch (cause) {
    ask.signal.removeEventListener('abort', end);
    end();
    if (fingerprint !== '' && fingerprint !== trusted)
      throw new RefusedError(trusted === '' ? 'proxy.host-key-unknown' : 'proxy.host-key-changed', {
        host,
        key: fingerprint,
        // Another key than the trusted one is not trusted with one press.
        ...(trusted === '' ? { field: '/fingerprint', trust: fingerprint } : {}),
      });
    if (levelOf(cause) === 'client-timeout')
      throw new RefusedError('proxy.service-too-slow', { host });
    throw levelOf(cause) === 'client-authentication' ? new TaskRefused(401, {}) : cause;
  }
}

/** What `ssh-keygen -l -E sha256` prints for a public key. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** From an own list: nothing else of a form reaches the library. */
function signInOf({
  values,
}: TaskAsk): Pick<ConnectConfig, 'username' | 'password' | 'privateKey' | 'passphrase'> {
  const username = textOf(values, 'user');
  const privateKey = textOf(values, 'privateKey').trim();
  if (privateKey === '') return { username, password: textOf(values, 'password') };
  const passphrase = textOf(values, 'passphrase');
  const read = ssh2.utils.parseKey(privateKey, passphrase === '' ? undefined : passphrase);
  if (read instanceof Error) throw new RefusedError('proxy.sign-in-key-not-readable');
  return { username, privateKey: `${privateKey}\n`, ...(passphrase === '' ? {} : { passphrase }) };
}

/** Where the library says that it went wrong. */
function levelOf(cause: unknown): unknown {
  return cause instanceof Error && 'level' in cause ? cause.level : undefined;
}
