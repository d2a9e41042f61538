import type { BindingRow, CredentialRow, Database, FlowSummary } from '../../storage/contract.ts';

export function listCredentials(db: Database): Promise<CredentialRow[]> {
  return db.credentials.toArray();
}

export async function keepCredential(db: Database, credential: CredentialRow): Promise<void> {
  await db.credentials.put(credential);
}

/**
 * Changes what is known of a kept credential, as it is now: a run may have renewed its key since it was read. One that has
 * been forgotten meanwhile is not brought back.
 */
export async function changeCredential(
  db: Database,
  id: string,
  change: (now: CredentialRow) => CredentialRow,
): Promise<void> {
  await db.transaction('rw', db.credentials, async () => {
    const now = await db.credentials.get(id);
    if (now !== undefined) await db.credentials.put(change(now));
  });
}

/** Forgets a credential and empties every slot that it filled. */
export async function forgetCredential(db: Database, id: string): Promise<void> {
  await db.transaction('rw', db.credentials, db.bindings, async () => {
    await db.credentials.delete(id);
    await db.bindings.where({ credential: id }).delete();
  });
}

export function listBindings(db: Database, flow: string): Promise<BindingRow[]> {
  return db.bindings.where({ flow }).toArray();
}

/** The flows in which a credential fills a slot. */
export async function listFlowsUsing(db: Database, credential: string): Promise<FlowSummary[]> {
  const bindings = await db.bindings.where({ credential }).toArray();
  const flows = await db.summaries.bulkGet([...new Set(bindings.map(({ flow }) => flow))]);
  return flows.filter((flow) => flow !== undefined);
}

/** Fills a flow's slot; without a credential the slot is emptied. */
export async function bindSlot(
  db: Database,
  flow: string,
  slot: string,
  credential: string | undefined,
): Promise<void> {
  if (credential === undefined) await db.bindings.delete([flow, slot]);
  else await db.bindings.put({ flow, slot, credential });
}

/** Slot id to sealed token, of a flow's filled slots: what a run is given. */
export async function tokensOf(db: Database, flow: string): Promise<Record<string, string>> {
  const bindings = await listBindings(db, flow);
  const rows = await db.credentials.bulkGet(bindings.map((binding) => binding.credential));
  const tokens: Record<string, string> = {};
  bindings.forEach((binding, index) => {
    const row = rows[index];
    if (row !== undefined) tokens[binding.slot] = row.token;
  });
  return tokens;
}
