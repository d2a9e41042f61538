import { writeJson, type Json } from '../../shared/index.ts';
import type { Database } from '../../storage/contract.ts';
import { download } from '../ui/download.ts';
import { toFileName } from '../ui/file-name.ts';

/** What is stored of a flow that this version cannot read, untouched. */
export async function saveRaw(db: Database, id: string): Promise<void> {
  const row = await db.flows.get(id);
  // Stored data is JSON plus big integers: exactly what the writer takes.
  if (row !== undefined)
    download(toFileName(row.flow.name), writeJson(row.flow as unknown as Json, 2));
}
