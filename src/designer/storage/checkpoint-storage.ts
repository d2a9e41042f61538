import type { CheckpointRow, Database } from '../../storage/contract.ts';

/** The checkpoints of a flow, the newest first. */
export async function listCheckpoints(db: Database, flow: string): Promise<CheckpointRow[]> {
  const rows = await db.checkpoints.where({ flow }).toArray();
  return rows.toSorted((one, other) => other.at - one.at);
}

export async function keepCheckpoint(db: Database, checkpoint: CheckpointRow): Promise<void> {
  await db.checkpoints.put(checkpoint);
}

/** How many of a flow stay that were kept by themselves. */
const mostAutomatic = 10;

/** Keeps one that nobody asked for; the oldest others of its kind go, whatever their clocks said. */
export async function keepAutomatic(db: Database, checkpoint: CheckpointRow): Promise<void> {
  await db.transaction('rw', db.checkpoints, async () => {
    await db.checkpoints.put(checkpoint);
    const rows = await listCheckpoints(db, checkpoint.flow);
    const others = rows.filter(({ id, automatic }) => automatic === true && id !== checkpoint.id);
    const old = others.slice(mostAutomatic - 1);
    await db.checkpoints.bulkDelete(old.map(({ id }) => id));
  });
}

/** Under another name. From then on it is the person's, whoever kept it. */
export async function renameCheckpoint(db: Database, id: string, name: string): Promise<void> {
  await db.checkpoints.update(id, { name, automatic: false });
}

/** When the last checkpoint of a flow was kept. */
export async function lastCheckpointAt(db: Database, flow: string): Promise<number | undefined> {
  return (await listCheckpoints(db, flow))[0]?.at;
}

export async function removeCheckpoint(db: Database, id: string): Promise<void> {
  await db.checkpoints.delete(id);
}
