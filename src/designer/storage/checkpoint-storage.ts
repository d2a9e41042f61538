import type { CheckpointRow, Database } from '../../storage/contract.ts';

/** The checkpoints of a flow, the newest first. */
export async function listCheckpoints(db: Database, flow: string): Promise<CheckpointRow[]> {
  const rows = await db.checkpoints.where({ flow }).toArray();
  return rows.toSorted((one, other) => other.at - one.at);
}

export async function keepCheckpoint(db: Database, checkpoint: CheckpointRow): Promise<void> {
  await db.checkpoints.put(checkpoint);
}

export async function removeCheckpoint(db: Database, id: string): Promise<void> {
  await db.checkpoints.delete(id);
}
