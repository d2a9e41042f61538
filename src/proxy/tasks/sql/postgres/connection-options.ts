/** The options that the library gets, and no others (`sign-in.ts` says which fields of the form they come from). */
import type { Client, ClientConfig } from 'pg';
import type { Duplex } from 'node:stream';
import type { Connection } from '../../../egress/dial.ts';
import { RefusedError } from '../../../refusal.ts';
import { createScale, type Scale } from '../scale.ts';
import type { SignIn } from '../sign-in.ts';

const connectMs = 15_000;
/** What the server's own list of sessions shows. */
const applicationName = 'Footbridge';

export function configOf(signIn: SignIn, socket: Connection): ClientConfig {
  const { host, port, user, password, database } = signIn;
  return {
    host,
    port,
    user,
    // A function, so that an empty password is not looked for in a file.
    password: () => password,
    database: database === '' ? user : database,
    ssl: encryptionOf(signIn),
    stream: () => alreadyOpen(socket),
    application_name: applicationName,
    connectionTimeoutMillis: connectMs,
    // Else the environment of this process says it.
    ...{ sslnegotiation: 'postgres' },
  };
}

export function encryptionOf({
  encryption,
}: SignIn): false | { readonly rejectUnauthorized: true; readonly ca?: string } {
  if (encryption === undefined) return false;
  const { authority } = encryption;
  return { rejectUnauthorized: true, ...(authority === undefined ? {} : { ca: authority }) };
}

/** Without what the library took from the environment of this process. */
export function withoutEnvironment(client: Client): Client {
  const { connectionParameters } = client as unknown as { connectionParameters: object };
  Object.assign(connectionParameters, { options: undefined, replication: undefined });
  return client;
}

interface Listening {
  attachListeners(stream: { on(event: string, heard: (bytes: Buffer) => void): unknown }): void;
}

/**
 * What a server sends is read inside of a bare listener of the library: an answer that cannot be read, or that weighs too
 * much, ends the connection here, and not the process.
 */
export function guarded(connection: object, host: string): Scale {
  const scale = createScale(host);
  const listening = connection as Listening;
  const attach = listening.attachListeners.bind(listening);
  listening.attachListeners = (given) => {
    const stream = given as Duplex;
    attach({
      on(event, heard) {
        if (event !== 'data') return stream.on(event, heard);
        return stream.on('data', (bytes: Buffer) => {
          if (stream.destroyed) return;
          const tooHeavy = scale.add(bytes.length);
          if (tooHeavy !== undefined) return void stream.destroy(tooHeavy);
          try {
            heard(bytes);
          } catch (cause) {
            stream.destroy(new RefusedError('proxy.answer-not-readable', { host }, { cause }));
          }
        });
      },
    });
  };
  return scale;
}

/** The library connects its stream by itself; this one is connected already. */
export function alreadyOpen(socket: Connection): Connection {
  return Object.assign(socket, {
    connect: () => {
      process.nextTick(() => socket.emit('connect'));
      return socket;
    },
  });
}
