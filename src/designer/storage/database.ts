/**
 * The browser's own store.
 *
 * 1. One writer per flow (a Web Lock, see effects/write-lock.ts); besides, each save is compare-and-set on `rev`.
 * 2. Lists read `summaries` only: never all documents.
 * 3. Sample contents are kept by the hash of what they hold; the document only names the hash.
 * 4. No secret is ever in here: a credential is the proxy's sealed token.
 */
import { Dexie, liveQuery, type EntityTable, type Table } from 'dexie';
import type { Json } from '../../shared/index.ts';
import type { Flow } from '../../flow/index.ts';
import type { HistoryEntry } from '../state/document-store.ts';
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
  /** The components of its steps, in their order. */
  readonly components: readonly string[];
  readonly steps: number;
}

export interface SampleRow {
  readonly hash: string;
  readonly messages: readonly Json[];
  /** Under which the next steps got them. */
  readonly ids?: readonly string[];
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
  readonly at: number;
}

/** Which credential fills a flow's slot in this browser. */
export interface BindingRow {
  readonly flow: string;
  readonly slot: string;
  readonly credential: string;
}

export interface HistoryRow {
  readonly flow: string;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

export class Database extends Dexie {
  declare readonly flows: EntityTable<FlowRow, 'id'>;
  declare readonly summaries: EntityTable<FlowSummary, 'id'>;
  declare readonly samples: EntityTable<SampleRow, 'hash'>;
  declare readonly credentials: EntityTable<CredentialRow, 'id'>;
  declare readonly bindings: Table<BindingRow, [string, string]>;
  declare readonly histories: EntityTable<HistoryRow, 'flow'>;

  constructor(name = databaseName) {
    super(name);
    this.version(databaseVersion).stores({
      flows: 'id',
      summaries: 'id, updatedAt',
      samples: 'hash',
      credentials: 'id, component',
      bindings: '[flow+slot], flow, credential',
      histories: 'flow',
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
    const following = liveQuery(query).subscribe(on);
    return () => following.unsubscribe();
  }
}
