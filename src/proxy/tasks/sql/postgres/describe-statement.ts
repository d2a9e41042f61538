import type { Client, Connection, FieldDef } from 'pg';
import type { StatementShape } from '../database.ts';
import { shapeOfType } from './types.ts';

/** What the library calls while this is the statement under way. */
interface Described {
  submit(connection: Connection): void;
  handleRowDescription(message: { readonly fields: readonly FieldDef[] }): void;
  handleError(cause: Error): void;
  handleReadyForQuery(): void;
}
interface Protocol extends Connection {
  parse(query: { readonly name: string; readonly text: string; readonly types: [] }): void;
  describe(what: { readonly type: 'S'; readonly name: string }): void;
}

/** What a statement takes and gives: parsed by the server, never run. */
export function describeStatement(client: Client, text: string): Promise<StatementShape> {
  return new Promise((resolve, reject) => {
    let fields: readonly FieldDef[] = [];
    let parameters: readonly number[] = [];
    const onParameters = (message: { readonly dataTypeIDs: readonly number[] }): void => {
      parameters = message.dataTypeIDs;
    };
    let leave = (): void => undefined;
    const described: Described = {
      submit(connection) {
        const protocol = connection as Protocol;
        protocol.once('parameterDescription', onParameters);
        leave = () => protocol.removeListener('parameterDescription', onParameters);
        protocol.parse({ name: '', text, types: [] });
        protocol.describe({ type: 'S', name: '' });
        protocol.sync();
      },
      handleRowDescription: (message) => (fields = message.fields),
      handleError(cause) {
        leave();
        reject(cause);
      },
      handleReadyForQuery() {
        leave();
        resolve({
          columns: fields.map(({ name, dataTypeID, dataTypeModifier }) => ({
            name,
            shape: shapeOfType(dataTypeID, dataTypeModifier),
          })),
          parameters: parameters.map((type) => shapeOfType(type, -1)),
        });
      },
    };
    client.query(described as never); // its types know queries only
  });
}
