import pg from 'pg';
import type { TaskAsk } from '../../transport.ts';
import type { SignIn } from '../sign-in.ts';
import { alreadyOpen, encryptionOf, guarded } from './connection-options.ts';

const cancelMs = 5_000;

/** What the library keeps of the session, and how it says the cancel. Its types leave both out. */
interface Session {
  readonly processID: number | null;
  readonly secretKey: number | null;
}
interface CancelConnection extends pg.Connection {
  connect(port: number, host: string): void;
  requestSsl(): void;
  cancel(processId: number, secretKey: number): void;
}

/**
 * Tells the server to end what a session is doing: on a connection of its own, as the protocol wants it, dialled and
 * encrypted as the first one was. Resolves when the server has taken it.
 */
export async function sendCancel(ask: TaskAsk, signIn: SignIn, session: object): Promise<void> {
  const { processID, secretKey } = session as Session;
  if (processID === null || secretKey === null) return;
  const socket = await ask.dial(AbortSignal.timeout(cancelMs));
  const ssl = encryptionOf(signIn);
  const connection = new pg.Connection({
    stream: () => alreadyOpen(socket),
    ssl,
  }) as CancelConnection;
  guarded(connection, signIn.host);
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => socket.destroy(), cancelMs);
    timer.unref();
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    connection.on('error', () => socket.destroy());
    connection.once(ssl === false ? 'connect' : 'sslconnect', () =>
      connection.cancel(processID, secretKey),
    );
    // The library asks for encryption by itself only from its client.
    if (ssl !== false) connection.once('connect', () => connection.requestSsl());
    connection.connect(signIn.port, signIn.host);
  });
}
