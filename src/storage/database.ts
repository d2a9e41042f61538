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
import type { Json, Wording } from '../shared/index.ts';
import type { Flow, Operation } from '../flow/index.ts';
import type { ArrivingMessage, MessageRecord, RunState } from '../runtime/contract.ts';
import type { RunRow } from './run-row.ts';
import type { ShelfRow } from './shelf-storage.ts';
import type { TestRow } from './test-storage.ts';
import { databaseName, databaseVersion } from './stored-shape.ts';

export interface FlowRow {
  readonly id: string;
  /** Counts saves; the next save must name it. */
  readonly rev: number;
  readonly flow: Flow;
}

/** What the list of flows shows of one. */
export interface FlowSummary {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** The components of its first steps, in their order; then each other one that it has. */
  readonly components: readonly string[];
  readonly steps: number;
}

export interface SampleRow {
  readonly hash: string;
  readonly messages: readonly Json[];
  /** Under which the next steps got them. */
  readonly ids?: readonly string[];
  /** The named ways out that each took, where its step has such. */
  readonly ports?: readonly (readonly string[])[];
  /** Milliseconds since 1970 of the recording. */
  readonly at: number;
}

/** A sealed credential of this browser. `token` is opaque; `hints` say "ends in …4f2a". */
export interface CredentialRow {
  readonly id: string;
  readonly name: string;
  readonly component: string;
  readonly type: string;
  readonly token: string;
  readonly hosts: readonly string[];
  readonly hints: Readonly<Record<string, string>>;
  /** What its proof said: "Connected as Ada, workspace Demo". */
  readonly says?: string;
  /** The sample service whose public key made it, by the name of its place. */
  readonly sample?: string;
  /** Milliseconds since 1970: until then it can be used without a person; absent = does not end by itself. */
  readonly expires?: number;
  readonly at: number;
}

/** Which credential fills a flow's slot in this browser. */
export interface BindingRow {
  readonly flow: string;
  readonly slot: string;
  readonly credential: string;
}

/** A change that can be taken back. */
export interface HistoryEntry {
  readonly label: Wording;
  readonly operation: Operation;
  readonly inverse: Operation;
  /** Milliseconds since 1970; absent of changes that were kept before times were. */
  readonly at?: number;
}

/** The history of a flow as it was kept before there was a journal: read, and written as rows of it by the next save. */
export interface HistoryRow {
  readonly flow: string;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

/** How the saved flow and its journal belong together. */
export interface JournalHead {
  readonly flow: string;
  /** The revision of the saved flow: whoever saw another one appends nothing. */
  readonly rev: number;
  /** The last change that is in the saved flow. */
  readonly number: number;
  /** The first row: the journal was written anew from here on. */
  readonly from: number;
}

/** What is kept of a run beside its line in the list and its records. */
export interface RunContentRow {
  readonly id: string;
  readonly state: RunState;
  /** The flow as it ran. */
  readonly flow: Flow;
  /** What it was given beside what its first steps fetched. */
  readonly given: GivenToRun;
  /** The messages that a step refused, as they came, by step: they can be tried again. */
  readonly refused: Readonly<Record<string, readonly ArrivingMessage[]>>;
  /** Of each step with records: how they lie among those it had. */
  readonly kept: Readonly<Record<string, KeptOfStep>>;
}

export interface GivenToRun {
  /** What came in, of a flow that a call starts. */
  readonly received?: readonly Json[];
  /** What the steps before gave, of a step that was tried alone. */
  readonly samples?: Readonly<Record<string, readonly Json[]>>;
  readonly sampleIds?: Readonly<Record<string, readonly string[]>>;
  /** Steps that gave their sample instead of being called. */
  readonly leftOut?: readonly string[];
}

export interface KeptOfStep {
  /** Records that the step had. */
  readonly total: number;
  /** Records that are kept. */
  readonly count: number;
  /** Without a gap from the first one on. */
  readonly first: number;
}

/** Records of a step in their order, a page of `recordsInPage` at a time. */
export interface RunRecordsRow {
  readonly run: string;
  readonly step: string;
  readonly page: number;
  readonly records: readonly MessageRecord[];
}

/** What a step of a flow remembers from run to run, under the name that the engine gives it. */
export interface MemoryRow {
  readonly key: string;
  readonly value: Json;
}

/** One change of a flow, as it was made. */
export interface JournalChange {
  /**
   * `joined`: it is one with the change before it, whose entry is this one from then on. `quiet`: no entry of the
   * history, such as a sample that a run recorded.
   */
  readonly how: 'done' | 'joined' | 'undone' | 'redone' | 'quiet';
  readonly entry: HistoryEntry;
  /** What was applied, where that is less than the entry: what followed from it. */
  readonly applied?: Operation;
}

/** Rows are appended, never rewritten one by one. */
export interface JournalRow extends JournalChange {
  readonly flow: string;
  /** Counts the changes of a flow. */
  readonly number: number;
}

/** A flow as it once was. */
export interface CheckpointRow {
  readonly id: string;
  readonly flow: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What the person called it, or what it was kept before. */
  readonly name: string;
  readonly content: Flow;
  /** Nobody asked for it: it may go when there are many. */
  readonly automatic?: boolean;
}

/** Where a person keeps a flow among the others. Apart from its summary, which every save writes anew. */
export interface FilingRow {
  readonly flow: string;
  readonly folder?: string;
  readonly tags: readonly string[];
  /** Milliseconds since 1970 of its laying aside; absent = it is not. */
  readonly archivedAt?: number;
}

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
