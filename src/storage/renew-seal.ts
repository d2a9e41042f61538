import type { Database } from './database.ts';
import type { CredentialRow } from './rows.ts';

/** The same credential, sealed anew. */
export interface RenewedSeal {
  readonly old: string;
  readonly token: string;
  readonly expires?: number;
}

/** Keeps a fresh seal in place of the old one. A credential that was connected again meanwhile stays as it is. */
export async function renewSeal(db: Database, { old, token, expires }: RenewedSeal): Promise<void> {
  await db.transaction('rw', db.credentials, async () => {
    const rows = await db.credentials.filter((row) => row.token === old).toArray();
    await db.credentials.bulkPut(rows.map((row) => renewed(row, token, expires)));
  });
}

function renewed(row: CredentialRow, token: string, expires: number | undefined): CredentialRow {
  const { expires: _before, ...rest } = row;
  return { ...rest, token, ...(expires === undefined ? {} : { expires }) };
}
