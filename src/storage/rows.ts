/** What stands in each table of the browser's own store. */
import type { Json, JsonObject, Wording } from '../shared/index.ts';
import type { Flow, Operation, SampleEntry } from '../flow/index.ts';
import type {
  ArrivingMessage,
  MessageRecord,
  RunState,
  FlowTest,
  RunScope,
  RunStatus,
  SummaryPart,
} from '../runtime/contract.ts';

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
  /** Whether it is right nobody knows yet: its service answers whoever asks alike, or could not be asked. */
  readonly unchecked?: 'alike' | 'kept';
  /** Of the form: the addresses that its proof asks. */
  readonly asked?: JsonObject;
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
  readonly writer?: string;
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
  /** Who writes: each tab that gets the lock claims the flow anew, and who claimed it before writes no more. */
  readonly writer?: string;
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
  /** What came to the step that it began at, of a run of refused messages. */
  readonly arriving?: readonly ArrivingMessage[];
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
  /** Their places in the step's order; a run that was kept before these were written down has one gap, behind `first`. */
  readonly indexes?: readonly number[];
}

/** Records of a step in their order, a page of `recordsInPage` at a time. */
export interface RunRecordsRow {
  readonly run: string;
  readonly step: string;
  readonly page: number;
  readonly records: readonly MessageRecord[];
}

/** What a step of a flow remembers from run to run, under the name that the engine gives it; or what a person set for this browser. */
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

export interface TestRow {
  readonly id: string;
  readonly flow: string;
  readonly test: FlowTest;
}

/** One of the samples that a step has in this browser; its content lies under its hash. */
export interface ShelfSample {
  readonly id: string;
  /** What the person called it; without one it is called by where it is from. */
  readonly name?: string;
  readonly origin: NonNullable<SampleEntry['origin']>;
  /** Tests leave it in use. */
  readonly pinned: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly hash: string;
  readonly size: number;
  /** How many messages it has. */
  readonly count: number;
  readonly basis?: NonNullable<SampleEntry['basis']>;
}

/** The samples of a step, the newest first. */
export interface SampleShelf {
  readonly samples: readonly ShelfSample[];
  readonly current?: string;
  /** Tests do not run the step: what follows gets the current sample. */
  readonly leftOut?: true;
}

export interface ShelfRow {
  readonly flow: string;
  readonly step: string;
  readonly shelf: SampleShelf;
}

/** How a run was asked for. */
export interface RunAsked {
  readonly scope: RunScope;
  /** How many first entries; none = all. */
  readonly firstRecords?: number;
  /** A person's test, the flow's own start, a run on an earlier one's data, or what an earlier one refused. */
  readonly by: 'test' | 'itself' | 'same-data' | 'refused';
}

/** What the list of earlier runs shows of one. */
export interface RunRow {
  readonly id: string;
  readonly flow: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly status: RunStatus;
  readonly asked: RunAsked;
  /** Its counts, as the run's own line says them. */
  readonly parts: readonly SummaryPart[];
  readonly ms: number;
  /** About how many characters are kept of it. */
  readonly size: number;
  /** It was larger than its share: the first and the last messages are kept. */
  readonly isCut?: boolean;
}
