/** The options that the library gets, and no others (`sign-in.ts` says which fields of the form they come from). */
import type { Client, ClientConfig } from 'pg';
import type { Connection } from '../../../egress/dial.ts';
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

/** The library connects its stream by itself; this one is connected already. */
export function alreadyOpen(socket: Connection): Connection {
  return Object.assign(socket, {
    connect: () => {
      process.nextTick(() => socket.emit('connect'));
      return socket;
    },
  });
}
