/** Everything the panels share, made once by `main.tsx`. Panels never import each other: they meet here. */
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Catalog } from '../../catalog/index.ts';
import type {
  Json,
  JsonPath,
  JsonSchema,
  Result,
  WordParams,
  Wording,
} from '../../shared/index.ts';
import type { Flow, Places, SampleEntry, ToArrange } from '../../flow/index.ts';
import type {
  Confirmation,
  FlowTest,
  NoTest,
  RecordFilter,
  RecordPage,
  RefusalDecision,
  RunScope,
  TestReport,
} from '../../runtime/contract.ts';
import type { ShelfSample } from '../../storage/contract.ts';
import type {
  Binding,
  Match,
  NamedSample,
  SampleProblem,
  SlotContent,
  SourceType,
  UnmetLine,
} from '../../mapping/index.ts';
import type { FoundValue, LookedAtRun, StepChanges } from '../../worker/worker-client.ts';
import type { Announcer } from './announcer.ts';
import type { ConnectionStore } from './connection-store.ts';
import type { DocumentState, DocumentStore } from './document-store.ts';
import type { GuideStore } from './guide-store.ts';
import type { NeedComponents } from './need-components.ts';
import type { PlacementStore } from './placement-store.ts';
import type { ProblemState, ProblemStore } from './problem-store.ts';
import type { SaveStore } from './save-store.ts';
import type { ToastStore } from './toast-store.ts';
import type { RunAgain, RunStore, RunStoreState } from './run-store.ts';
import type { SampleState, SampleStore } from './sample-store.ts';
import type { ShelfState, ShelfStore } from './shelf-store.ts';
import type { TestsState, TestsStore } from './tests-store.ts';
import type { ViewState, ViewStore } from './view-store.ts';

/** What the page can ask of the run worker, in the person's words. */
export interface RunCommands {
  /** Makes ready what a run needs, so that the first one does not wait. */
  warm(): void;
  /**
   * `firstRecords` undefined = all. `received` is what a built-in sender gives a flow that a call starts. `again`: begin
   * with what a step refused in an earlier run.
   */
  start(
    scope: RunScope,
    options?: {
      firstRecords?: number;
      received?: readonly Json[];
      again?: RunAgain;
      /** Begin with the data of an earlier run; its sources are not asked. */
      sameDataAs?: string;
    },
  ): Promise<void>;
  cancel(): void;
  confirm(step: string, decision: Confirmation): void;
  /** The run stands still at a refusal of this step: leave such messages out and go on from there, or end it. */
  answerRefusal(step: string, decision: RefusalDecision): void;
  /**
   * A page of a step's records of the last run, by their place among those kept (that pass the filter: `indexes` says
   * which); how many there were, and how many between the first and the last are no longer kept.
   */
  records(
    step: string,
    offset: number,
    limit: number,
    options?: {
      /** Without the data of big messages (`isBig`). */
      readonly light?: boolean;
      readonly filter?: RecordFilter;
      /** Another run than the last one. */
      readonly runId?: string;
    },
  ): Promise<RecordPage>;
  /** Makes a test of the last run; a refusal says why it can be none. */
  keepAsTest(name: string): Promise<Result<FlowTest, NoTest>>;
  /** Runs the flow against a test: nobody is called, nothing is sent. */
  /** Undefined: it was stopped. */
  runTest(test: FlowTest, flow: Flow): Promise<TestReport | undefined>;
  stopTest(test: string): Promise<void>;
  /** Shows an earlier run instead of the last one, unless another is asked for meanwhile; says whether it is still kept. */
  lookAt(runId: string): Promise<boolean>;
  /** Reads a run file, to be looked at. */
  readRunFile(file: Blob): Promise<Result<LookedAtRun, Wording>>;
  /** The text of a run file; undefined when the run is not kept any more. */
  writeRunFile(runId: string, flow: Flow): Promise<string | undefined>;
  /** What changed at a step since the run before. */
  changes(runId: string, step: string, side: 'input' | 'output'): Promise<StepChanges | undefined>;
  /** Why a message of a run was left out; `flow` as it ran. */
  whyDropped(runId: string, step: string, index: number, flow: Flow): Promise<readonly UnmetLine[]>;
  /** The flow fires by itself (schedule, poll, call) while the page is open. */
  listen(): Promise<void>;
  stopListening(): void;
}

/** What a person does with the samples of a step: kept in this browser, no change of the flow, no entry of its history. */
export interface SampleCommands {
  choose(step: string, sample: string): Promise<void>;
  change(step: string, sample: string, change: Partial<Pick<ShelfSample, 'name' | 'pinned'>>): void;
  /** What comes back puts it in again. */
  remove(step: string, sample: string): Promise<() => void>;
  writeByHand(step: string, name: string, messages: readonly Json[]): Promise<void>;
  useExample(step: string, example: Json): Promise<void>;
  /** Tests do not run the step: what follows gets the sample in use. */
  leaveOut(step: string, leftOut: boolean): void;
  /** Puts what a run gave beside the others. */
  recorded(entry: SampleEntry, count: number, at: number): void;
}

/** Tests of the flow, recorded from runs. */
export interface TestCommands {
  /** Keeps the last run as a test, and runs it once. */
  keepRun(): Promise<void>;
  runAll(): Promise<void>;
  /** The test that runs now, and those after it. */
  stop(): void;
  /** Another way to look at a test; it is run again. */
  change(test: FlowTest): Promise<void>;
  rename(test: FlowTest, name: string): void;
  /** What comes back puts it in again. */
  remove(id: string): Promise<() => void>;
}

/** Data by source, for a preview. The same object is sent to the thread once. */
export type PreviewSources = Readonly<Record<string, Json | undefined>>;

export interface PreviewCommands {
  /** Evaluates a binding (or whether a condition holds: yes or no) on samples, off the page's thread. With `mostEntries` long lists come back cut; `cuts` says where. */
  evaluate(
    content: SlotContent,
    sources: PreviewSources,
    options?: { readonly mostEntries?: number },
  ): Promise<{
    value: Json | undefined;
    cuts: readonly { readonly path: JsonPath; readonly count: number }[];
    problems: readonly { code: string; params: WordParams; target: JsonPath }[];
  }>;
  /** Pairs by name for the fields that nothing fills yet; nothing when that took too long. */
  match(
    target: JsonSchema,
    sources: readonly SourceType[],
    existing: Binding | undefined,
  ): Promise<readonly Match[] | undefined>;
  /** What the mapping makes of recorded data and the target does not take. */
  checkRecords(
    target: JsonSchema,
    sources: readonly SourceType[],
    records: readonly NamedSample[],
    binding: Binding | undefined,
  ): Promise<readonly SampleProblem[]>;
  /** Places that make a flow easy to read; nothing when that took too long. */
  arrange(asked: ToArrange): Promise<Places | undefined>;
  /** Places of the samples whose values hold the words. */
  find(sources: PreviewSources, words: string): Promise<readonly FoundValue[]>;
}

export interface Workbench {
  /** Components in the language of the page. */
  readonly catalog: Catalog;
  /** Components as they are written: what goes into files is the same in every language. */
  readonly writtenCatalog: Catalog;
  /** What a flow uses can be used before the flow is shown. */
  readonly needComponents: NeedComponents;
  readonly document: DocumentStore;
  readonly view: ViewStore;
  readonly run: RunStore;
  readonly samples: SampleStore;
  readonly shelves: ShelfStore;
  readonly tests: TestsStore;
  readonly saving: SaveStore;
  readonly toasts: ToastStore;
  readonly announcer: Announcer;
  readonly connection: ConnectionStore;
  /** Flows of a browser that keeps nothing, by their ids: they last as long as the page. */
  readonly unkept: Map<string, Flow>;
  readonly problems: ProblemStore;
  readonly placement: PlacementStore;
  /** Guided lessons: which is under way, and how far. */
  readonly guide: GuideStore;
  readonly runs: RunCommands;
  readonly sampleCommands: SampleCommands;
  readonly testCommands: TestCommands;
  readonly preview: PreviewCommands;
  /** A new id for a step, an edge, a slot. */
  newId(): string;
}

export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

export function useWorkbench(): Workbench {
  const workbench = use(WorkbenchContext);
  if (workbench === undefined) throw new Error('no Workbench around this component');
  return workbench;
}

export function useDocument<Slice>(select: (state: DocumentState) => Slice): Slice {
  return useStore(useWorkbench().document, select);
}
export function useView<Slice>(select: (state: ViewState) => Slice): Slice {
  return useStore(useWorkbench().view, select);
}
export function useRun<Slice>(select: (state: RunStoreState) => Slice): Slice {
  return useStore(useWorkbench().run, select);
}
export function useSamples<Slice>(select: (state: SampleState) => Slice): Slice {
  return useStore(useWorkbench().samples, select);
}
export function useShelves<Slice>(select: (state: ShelfState) => Slice): Slice {
  return useStore(useWorkbench().shelves, select);
}
export function useTests<Slice>(select: (state: TestsState) => Slice): Slice {
  return useStore(useWorkbench().tests, select);
}

export function useProblems<Slice>(select: (state: ProblemState) => Slice): Slice {
  return useStore(useWorkbench().problems, select);
}
