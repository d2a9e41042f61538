import { writeJson, type Json } from '../../shared/index.ts';
import type { Database } from '../../storage/contract.ts';
import { download } from '../ui/download.ts';

/** A file name from a flow's name: what every system accepts. */
export function toFileName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60);
  return `${plain === '' ? 'flow' : plain}.flow.json`;
}

/** What is stored of a flow that this version cannot read, untouched. */
export async function saveRaw(db: Database, id: string): Promise<void> {
  const row = await db.flows.get(id);
  // Stored data is JSON plus big integers: exactly what the writer takes.
  if (row !== undefined)
    download(toFileName(row.flow.name), writeJson(row.flow as unknown as Json, 2));
}
