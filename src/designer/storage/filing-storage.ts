import type { Database, FilingRow } from '../../storage/contract.ts';

/** What is said of a flow's place; what is not named stays as it is. */
export interface FilingChange {
  /** Empty = in no folder. */
  readonly folder?: string;
  readonly tags?: readonly string[];
  /** Milliseconds since 1970 of its laying aside; `null` = back among the others. */
  readonly archivedAt?: number | null;
}

/** Files a flow that is in this browser; a flow that lies in no folder, without tags, not laid aside, needs no row. */
export async function fileFlow(db: Database, flow: string, change: FilingChange): Promise<void> {
  await db.transaction('rw', db.summaries, db.filings, async () => {
    if ((await db.summaries.get(flow)) === undefined) return;
    const before = (await db.filings.get(flow)) ?? { flow, tags: [] };
    const after = filedAs(before, change);
    const isFiled =
      after.folder !== undefined || after.tags.length > 0 || after.archivedAt !== undefined;
    if (isFiled) await db.filings.put(after);
    else await db.filings.delete(flow);
  });
}

function filedAs(before: FilingRow, change: FilingChange): FilingRow {
  const folder = (change.folder ?? before.folder ?? '').trim();
  const archivedAt =
    change.archivedAt === undefined ? before.archivedAt : (change.archivedAt ?? undefined);
  return {
    flow: before.flow,
    tags: change.tags ?? before.tags,
    ...(folder !== '' && { folder }),
    ...(archivedAt !== undefined && { archivedAt }),
  };
}
