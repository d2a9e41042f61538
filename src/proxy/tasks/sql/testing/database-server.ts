/** A real database of a test's own. */
export interface DatabaseServer {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Asks the server beside the proxy. */
  ask(sql: string): Promise<Record<string, unknown>[]>;
  /** Ends it at once, as a crash would; resolves when nobody listens there any more. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** What a person types to sign in to it. */
export const formOf = (
  { port, user, password, database }: DatabaseServer,
  more: Readonly<Record<string, string | number | boolean>> = {},
) => ({ host: '127.0.0.1', port, database, user, password, encryption: 'none', ...more });
