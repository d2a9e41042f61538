/**
 * Puts a backup into this browser, as the person decided.
 *
 * 1. All of it or nothing: one transaction. What ends in the middle leaves the browser as it was.
 * 2. Nothing here is overwritten but flows that the person wants replaced; each of them gets a new revision, so that nobody
 *    who has it open saves over it.
 * 3. What is here already as it is in the file stays; what the file has beside it and is not here any more comes back.
 * 4. A replaced flow is not lost: what it was is a checkpoint of the flow in its place, beside those that it had.
 */
import type { Catalog } from '../../../catalog/index.ts';
import { isJsonList, isJsonObject, writeJson, type Json } from '../../../shared/index.ts';
import { keptKeysOf } from '../../../runtime/contract.ts';
import type { Database } from '../../../storage/contract.ts';
import { keepAutomatic } from '../checkpoint-storage.ts';
import { everythingOf, putBack, removeFlow, type RemovedFlow } from '../flow-storage.ts';
import type { Backup, RunInBackup } from './backup-file.ts';
import { notHere, putMissing, renamed, withFreeIds } from './put-missing.ts';
import { documentWithoutSecrets } from './without-secrets.ts';

/** How a flow of the file stands to this browser. */
export type Standing = 'new' | 'same' | 'other';

export interface RestoreOptions {
  /** What becomes of flows that are here in another form. */
  readonly others: 'both' | 'replace';
  readonly withRuns: boolean;
  readonly copyName: (name: string) => string;
  /** The name of the checkpoint that holds what a replaced flow was. */
  readonly keptName: string;
  readonly newId: () => string;
  readonly now: () => number;
}

/** By the flow's id. */
export async function standingsOf(
  db: Database,
  { flows }: Backup,
  catalog: Catalog,
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await db.flows.bulkGet(flows.map(({ flow }) => flow.id));
  return new Map(
    flows.map(({ flow }, at) => {
      const here = rows[at]?.flow;
      if (here === undefined) return [flow.id, 'new'];
      const isSame = textOf(documentWithoutSecrets(here, catalog)) === textOf(flow);
      return [flow.id, isSame ? 'same' : 'other'];
    }),
  );
}

/** What came into this browser. */
export interface Restored {
  readonly flows: number;
  /** What was missing beside flows that are here, of accounts, samples and runs too. */
  readonly beside: number;
}

export async function restoreBackup(
  db: Database,
  backup: Backup,
  standings: ReadonlyMap<string, Standing>,
  options: RestoreOptions,
): Promise<Restored> {
  const { samples, accounts, runs } = backup;
  const runTables = [db.runs, db.runContents, db.runRecords];
  const tables = [...everythingOf(db), db.samples, db.credentials, ...runTables];
  return db.transaction('rw', tables, async () => {
    let flows = 0;
    let beside = 0;
    /** Under which id a flow of the file is here now. */
    const ids = new Map<string, string>();
    for (const stored of backup.flows) {
      const { id } = stored.flow;
      const standing = standings.get(id) ?? 'new';
      const here = await db.flows.get(id);
      if (here !== undefined && standing === 'same') {
        ids.set(id, id);
        beside += await putMissing(db, stored, options.newId);
        continue;
      }
      flows += 1;
      // One that came since the file was looked at is nothing that the person wanted replaced.
      if (here !== undefined && (standing === 'new' || options.others === 'both')) {
        const copy = copyOf(stored, options);
        ids.set(id, copy.flow.id);
        await putBack(db, copy);
        continue;
      }
      ids.set(id, id);
      const replaced = await removeFlow(db, id);
      const rev = Math.max(stored.rev, here?.rev ?? 0) + 1;
      await putBack(db, await withFreeIds(db, ofRevision(stored, rev), options.newId));
      if (replaced !== undefined) await keepReplaced(db, replaced, options);
    }
    const missing = await notHere(db.samples.bulkGet(samples.map(({ hash }) => hash)), samples);
    await db.samples.bulkPut(missing);
    const unknown = await notHere(db.credentials.bulkGet(accounts.map(({ id }) => id)), accounts);
    // Without a key it has to be connected again, and the list of accounts says so.
    await db.credentials.bulkPut(
      unknown.map((account) => ({ ...account, token: '', hints: {}, expires: 0 })),
    );
    beside += missing.length + unknown.length;
    if (options.withRuns) beside += await keepRuns(db, runsUnder(ids, runs, options.newId));
    return { flows, beside };
  });
}

/** The runs of flows that are here now; those of a copy are the copy's own. */
function runsUnder(
  ids: ReadonlyMap<string, string>,
  runs: readonly RunInBackup[],
  newId: () => string,
): readonly RunInBackup[] {
  return runs.flatMap((run) => {
    const { row, content, records } = run;
    const flow = ids.get(row.flow);
    if (flow === undefined) return [];
    if (flow === row.flow) return [run];
    const id = newId();
    const state = { ...content.state, runId: id };
    return [
      {
        row: { ...row, id, flow },
        content: { ...content, id, state, flow: { ...content.flow, id: flow } },
        records,
      },
    ];
  });
}

async function keepReplaced(
  db: Database,
  { flow, checkpoints }: RemovedFlow,
  { newId, now, keptName }: RestoreOptions,
): Promise<void> {
  await db.checkpoints.bulkPut(
    await notHere(db.checkpoints.bulkGet(checkpoints.map(({ id }) => id)), checkpoints),
  );
  const kept = { id: newId(), flow: flow.id, at: now(), name: keptName, content: flow };
  await keepAutomatic(db, { ...kept, automatic: true });
}

async function keepRuns(db: Database, runs: readonly RunInBackup[]): Promise<number> {
  const missing = await notHere(db.runs.bulkGet(runs.map(({ row }) => row.id)), runs);
  for (const { row, content, records } of missing) {
    await db.runContents.put({ ...content, id: row.id });
    await db.runRecords.bulkPut(records.map((page) => ({ ...page, run: row.id })));
    await db.runs.put(row);
  }
  return missing.length;
}

/** The same flow beside the one that is here: under an id and a name of its own, with all that belongs to it. */
function copyOf(stored: RemovedFlow, { newId, copyName }: RestoreOptions): RemovedFlow {
  const id = newId();
  const name = copyName(stored.flow.name);
  const before = keptKeysOf(stored.flow.id);
  const own = <Row extends { readonly flow: string }>(row: Row): Row => ({ ...row, flow: id });
  return {
    flow: { ...stored.flow, id, name },
    rev: stored.rev,
    head: stored.head && own(stored.head),
    summary: { ...stored.summary, id, name },
    bindings: stored.bindings.map(own),
    memories: stored.memories.map(({ key, value }) => ({
      key: key.startsWith(before) ? `${keptKeysOf(id)}${key.slice(before.length)}` : key,
      value,
    })),
    shelves: stored.shelves.map(own),
    tests: stored.tests.map((row) => renamed(own(row), newId())),
    journal: stored.journal.map(own),
    checkpoints: stored.checkpoints.map((row) => ({ ...own(row), id: newId() })),
    filing: stored.filing && own(stored.filing),
  };
}

function ofRevision(stored: RemovedFlow, rev: number): RemovedFlow {
  const { head } = stored;
  return { ...stored, rev, head: head === undefined || 'past' in head ? head : { ...head, rev } };
}

function textOf(flow: object): string {
  return writeJson(sorted(flow as Json));
}

/** Two documents that say the same may have been written in another order. */
function sorted(value: Json): Json {
  if (isJsonList(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, part]) => [name, sorted(part)]));
}
