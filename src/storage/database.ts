/**
 * The browser's own store. The page and its threads open the same one.
 *
 * 1. One writer per flow (a Web Lock, see designer/effects/write-lock.ts); besides, each save is compare-and-set on `rev`.
 * 2. Lists read `summaries` only: never all documents.
 * 3. Sample contents are kept by the hash of what they hold; the document only names the hash.
 * 4. What a run left is written by the run worker: samples, then records, its line in the list last. A run without its line
 *    was not written to its end, and is cleared away (`run-storage.ts`).
 * 5. No secret is ever in here: a credential is the proxy's sealed token.
 */
import { Dexie, liveQuery, type EntityTable, type Table } from 'dexie';
import type {
  RunRow,
  ShelfRow,
  TestRow,
  FlowRow,
  FlowSummary,
  SampleRow,
  CredentialRow,
  BindingRow,
  HistoryRow,
  JournalHead,
  RunContentRow,
  RunRecordsRow,
  MemoryRow,
  JournalRow,
  CheckpointRow,
  FilingRow,
} from './rows.ts';
import { databaseName, databaseVersion } from './stored-shape.ts';

export class Database extends Dexie {
  declare readonly flows: EntityTable<FlowRow, 'id'>;
  declare readonly summaries: EntityTable<FlowSummary, 'id'>;
  declare readonly samples: EntityTable<SampleRow, 'hash'>;
  declare readonly credentials: EntityTable<CredentialRow, 'id'>;
  declare readonly bindings: Table<BindingRow, [string, string]>;
  /** The head of each journal; of a flow that was not saved since there are journals, its history. */
  declare readonly histories: Table<JournalHead | HistoryRow, string>;
  declare readonly runs: EntityTable<RunRow, 'id'>;
  declare readonly runContents: EntityTable<RunContentRow, 'id'>;
  declare readonly runRecords: Table<RunRecordsRow, [string, string, number]>;
  declare readonly memories: EntityTable<MemoryRow, 'key'>;
  /** Names and pins of samples. */
  declare readonly shelves: Table<ShelfRow, [string, string]>;
  declare readonly tests: EntityTable<TestRow, 'id'>;
  declare readonly journal: Table<JournalRow, [string, number]>;
  declare readonly checkpoints: EntityTable<CheckpointRow, 'id'>;
  declare readonly filings: EntityTable<FilingRow, 'flow'>;

  constructor(name = databaseName) {
    super(name);
    this.version(1).stores({
      flows: 'id',
      summaries: 'id, updatedAt',
      samples: 'hash',
      credentials: 'id, component',
      bindings: '[flow+slot], flow, credential',
      histories: 'flow',
    });
    this.version(2).stores({
      runs: 'id, flow, at',
      runContents: 'id',
      runRecords: '[run+step+page], run',
    });
    this.version(3).stores({ memories: 'key' });
    this.version(4).stores({
      shelves: '[flow+step], flow',
      tests: 'id, flow',
    });
    this.version(databaseVersion).stores({
      journal: '[flow+number], flow',
      checkpoints: 'id, flow',
      filings: 'flow',
      // The last run of each flow is read by its flow and time.
      runs: 'id, flow, at, [flow+at]',
    });
    // Dexie opens a newer store as if it were its own; what a newer Footbridge keeps there is not ours to write into.
    this.on('ready', () => {
      if (this.backendDB().version > databaseVersion * 10)
        throw new DOMException('The store was made by a newer Footbridge.', 'VersionError');
    });
  }

  /** Tells what a query finds, now and after each change by this tab or another; what comes back ends it. */
  follow<Found>(
    query: () => Promise<Found>,
    on: { next(found: Found): void; error(cause: unknown): void },
  ): () => void {
    // Where a browser has no store at all, the library follows nothing and does not say so.
    if (globalThis.indexedDB === undefined) {
      const cause = new DOMException('This browser has no store.', 'InvalidStateError');
      void Promise.resolve().then(() => on.error(cause));
      return () => undefined;
    }
    const following = liveQuery(() => query().catch(tellOn)).subscribe(on);
    return () => following.unsubscribe();
  }
}

/** A live query keeps to itself that its store does not open; who follows would wait for ever. */
function tellOn(cause: unknown): never {
  throw new Error('the store cannot be read', { cause });
}
