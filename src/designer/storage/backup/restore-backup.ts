/**
 * Puts a backup into this browser, as the person decided.
 *
 * 1. All of it or nothing: one transaction. What ends in the middle leaves the browser as it was.
 * 2. Nothing here is overwritten but flows that the person wants replaced; each of them gets a new revision, so that nobody
 *    who has it open saves over it.
 * 3. What is here already as it is in the file stays.
 * 4. A replaced flow is not lost: what it was is a checkpoint of the flow in its place, beside those that it had.
 */
import type { Catalog } from '../../../catalog/index.ts';
import { isJsonList, isJsonObject, writeJson, type Json } from '../../../shared/index.ts';
import { keptKeysOf } from '../../../runtime/contract.ts';
import type { Database, TestRow } from '../../../storage/contract.ts';
import { keepAutomatic } from '../checkpoint-storage.ts';
import { everythingOf, putBack, removeFlow, type RemovedFlow } from '../flow-storage.ts';
import type { Backup, RunInBackup } from './backup-file.ts';
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

export async function restoreBackup(
  db: Database,
  backup: Backup,
  standings: ReadonlyMap<string, Standing>,
  options: RestoreOptions,
): Promise<void> {
  const { samples, accounts, runs } = backup;
  const runTables = [db.runs, db.runContents, db.runRecords];
  const tables = [...everythingOf(db), db.samples, db.credentials, ...runTables];
  await db.transaction('rw', tables, async () => {
    const restored = new Set<string>();
    for (const stored of backup.flows) {
      const standing = standings.get(stored.flow.id) ?? 'new';
      const here = await db.flows.get(stored.flow.id);
      if (standing === 'same') continue;
      if (here !== undefined && options.others === 'both') {
        await putBack(db, copyOf(stored, options));
        continue;
      }
      restored.add(stored.flow.id);
      const replaced = await removeFlow(db, stored.flow.id);
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
    if (options.withRuns)
      await keepRuns(
        db,
        runs.filter(({ row }) => restored.has(row.flow)),
      );
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

async function keepRuns(db: Database, runs: readonly RunInBackup[]): Promise<void> {
  const missing = await notHere(db.runs.bulkGet(runs.map(({ row }) => row.id)), runs);
  for (const { row, content, records } of missing) {
    await db.runContents.put({ ...content, id: row.id });
    await db.runRecords.bulkPut(records.map((page) => ({ ...page, run: row.id })));
    await db.runs.put(row);
  }
}

async function notHere<Row>(
  found: PromiseLike<readonly unknown[]>,
  rows: readonly Row[],
): Promise<Row[]> {
  const here = await found;
  return rows.filter((_, at) => here[at] === undefined);
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

/** A test or a checkpoint of another flow may have the id by which the file names its own. */
async function withFreeIds(
  db: Database,
  stored: RemovedFlow,
  newId: () => string,
): Promise<RemovedFlow> {
  const { tests, checkpoints } = stored;
  const takenTests = await db.tests.bulkGet(tests.map(({ id }) => id));
  const takenCheckpoints = await db.checkpoints.bulkGet(checkpoints.map(({ id }) => id));
  return {
    ...stored,
    tests: tests.map((row, at) => (takenTests[at] === undefined ? row : renamed(row, newId()))),
    checkpoints: checkpoints.map((row, at) =>
      takenCheckpoints[at] === undefined ? row : { ...row, id: newId() },
    ),
  };
}

function renamed(row: TestRow, id: string): TestRow {
  return { ...row, id, test: { ...row.test, id } };
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
