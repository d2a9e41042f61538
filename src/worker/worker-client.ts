/** The page's side of the threads: typed by the tables of commands, so that a mistyped question does not compile. */
import type { SlotContent, UnmetLine } from '../mapping/index.ts';
import type { Json, Result, Wording } from '../shared/index.ts';
import type {
  Confirmation,
  FlowTest,
  MessageRecord,
  NoTest,
  RefusalDecision,
  TestReport,
} from '../runtime/contract.ts';
import type { EventBatch } from './event-outbox.ts';
import type { FoundValue } from './find-values.ts';
import { hasFormula } from './has-formula.ts';
import { keptSets } from './kept-sets.ts';
import type { ListenNews } from './listen-news.ts';
import { endOfHost, followRuns } from './lost-runs.ts';
import { pacedReports } from './paced-reports.ts';
import type { Preview, PreviewAsk, PreviewCommands } from './preview-commands.ts';
import type { ListenAsk, Listening } from './listening.ts';
import type { RunAsk, TestAsk } from './run-ask.ts';
import type { RunCommands, RunNews } from './run-commands.ts';
import type { LookedAtRun, StepChanges } from './run-archive.ts';
import type { KeptNews, KeptSample } from './run-keeper.ts';
import type { FieldChange, MessageChange } from './changes/compare-messages.ts';
import {
  callCommands,
  type Answered,
  type Asked,
  type Caller,
  type WorkerLike,
} from './thread-messages.ts';

export {
  createDescriptionClient,
  type DescriptionAsk,
  type DescriptionClient,
  type ReadingProgress,
} from './description-client.ts';
export type {
  EventBatch,
  FoundValue,
  KeptNews,
  KeptSample,
  FieldChange,
  LookedAtRun,
  MessageChange,
  StepChanges,
  ListenAsk,
  Listening,
  ListenNews,
  Preview,
  PreviewAsk,
  RunAsk,
};
export type RecordPage = Answered<RunCommands, 'records.page'>;

export interface RunClient {
  /** Starts the worker ahead of the first run, which then need not wait for it. */
  warm(): void;
  /** Resolves when the run has begun; what it does comes by `onEvents`. */
  start(ask: RunAsk): Promise<void>;
  cancel(runId: string): Promise<void>;
  /** What to do with the writes that a step holds. */
  confirm(runId: string, step: string, decision: Confirmation): Promise<void>;
  /** Whether a run that stands still at a refusal leaves such messages out and goes on, or ends. */
  answerRefusal(runId: string, step: string, decision: RefusalDecision): Promise<void>;
  /** Records of a step, by their place among those kept. */
  recordsPage(asked: Asked<RunCommands, 'records.page'>): Promise<RecordPage>;
  /** One record by its index in the step's order; undefined when it was let go. */
  record(asked: Asked<RunCommands, 'records.get'>): Promise<MessageRecord | undefined>;
  /** Why a message was left out: the lines of the condition that it did not meet. */
  whyDropped(asked: Asked<RunCommands, 'records.why-dropped'>): Promise<readonly UnmetLine[]>;
  /** An earlier run of this browser; undefined when it is not kept any more. */
  openRun(runId: string): Promise<LookedAtRun | undefined>;
  /** A run file, to be looked at until the page closes; a refusal says what is wrong with it. */
  readRunFile(file: Blob): Promise<Result<LookedAtRun, Wording>>;
  /** The text of a run file, without secrets. */
  writeRunFile(asked: Asked<RunCommands, 'history.write-file'>): Promise<string | undefined>;
  /** What changed at a step since the run before. */
  changes(asked: Asked<RunCommands, 'history.changes'>): Promise<StepChanges | undefined>;
  /** Makes a test of a run that is over; a refusal says why it can be none. */
  keepTest(ask: TestAsk): Promise<Result<FlowTest, NoTest>>;
  /** Runs a flow against a test: nobody is called, nothing is sent. Undefined: it was stopped. */
  runTest(asked: Asked<RunCommands, 'test.run'>): Promise<TestReport | undefined>;
  /** One that is stuck in a formula without an end rejects. */
  stopTest(test: string): Promise<void>;
  /** Lets a flow fire by itself while the page is open. */
  listen(ask: ListenAsk): Promise<Listening>;
  /** Hands over a call that the page received, for a listener with `callsFrom: 'page'`. */
  hand(listenId: string, message: Json): Promise<void>;
  stopListening(listenId: string): Promise<void>;
  /** Reports, in order; the function that comes back stops them. */
  onEvents(listener: (batch: EventBatch) => void): () => void;
  onListening(listener: (news: ListenNews) => void): () => void;
  /** What a run gave has become samples of the browser's store. */
  onKept(listener: (news: KeptNews) => void): () => void;
  dispose(): void;
}

const longestSilenceMs = 2_000;

type Wait = (ms: number) => Promise<void>;
const waitHere: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Starts the run worker when it is first needed, and again after it died; its runs then end as failed, and flows that
 * fired by themselves in it are lost. One that does not
 * even hear that it should stop is stuck in a formula without an end: it is ended after two seconds.
 */
export function createRunClient(
  newWorker: () => WorkerLike = startRunWorker,
  wait: Wait = waitHere,
  now: () => number = Date.now,
): RunClient {
  const onBatch = new Set<(batch: EventBatch) => void>();
  const onNews = new Set<(news: ListenNews) => void>();
  const onKept = new Set<(news: KeptNews) => void>();
  const runs = followRuns();
  /** Flows that fire by themselves in the worker there is. */
  const listening = new Set<string>();
  let live: { readonly worker: WorkerLike; readonly caller: Caller<RunCommands> } | undefined;

  const report = pacedReports(
    (batch) => {
      for (const listener of onBatch) listener(batch);
      void live?.caller
        .call('run.acknowledge', { runId: batch.runId, number: batch.number })
        .catch(() => undefined); // a dead worker needs none
    },
    wait,
    now,
  );

  function take(news: RunNews): void {
    if (news.kind === 'listen') {
      if (news.news.type === 'fired') runs.expect(news.news.runId);
      if (news.news.type === 'stopped') listening.delete(news.news.listenId);
      for (const listener of onNews) listener(news.news);
      return;
    }
    if (news.kind === 'kept') {
      for (const listener of onKept) listener(news.news);
      return;
    }
    runs.take(news.batch);
    report(news.batch);
  }

  function caller(): Caller<RunCommands> {
    if (live !== undefined) return live.caller;
    const worker = newWorker();
    const fresh = { worker, caller: callCommands<RunCommands, RunNews>(worker, take) };
    worker.addEventListener('error', () => {
      if (live !== fresh) return;
      end('the run worker ended');
    });
    live = fresh;
    return fresh.caller;
  }

  function end(reason: string, cancelled?: string): void {
    if (live === undefined) return;
    live.worker.terminate();
    live.caller.close(reason);
    live = undefined;
    for (const batch of endOfHost(runs, now(), cancelled)) report(batch);
    const lost = [...listening];
    listening.clear();
    for (const listenId of lost)
      for (const listener of onNews) listener({ type: 'lost', listenId });
  }

  /** A worker that does not hear it in time is ended, with everything in it. */
  async function stopWith(
    tell: (asking: Caller<RunCommands>) => Promise<void>,
    cancelled?: string,
  ): Promise<void> {
    const asking = caller();
    const heard = tell(asking).then(
      () => true,
      () => true, // it is gone, and what ran in it
    );
    const isStuck = !(await Promise.race([heard, wait(longestSilenceMs).then(() => false)]));
    if (isStuck && live?.caller === asking) end('the run worker does not answer', cancelled);
  }

  return {
    warm: () => void caller(),
    start(ask) {
      const asking = caller();
      runs.expect(ask.runId);
      return asking.call('run.start', ask);
    },
    cancel: (runId) => stopWith((asking) => asking.call('run.cancel', { runId }), runId),
    confirm: (runId, step, decision) => caller().call('run.confirm', { runId, step, decision }),
    answerRefusal: (runId, step, decision) =>
      caller().call('run.answer-refusal', { runId, step, decision }),
    recordsPage: (asked) => caller().call('records.page', asked),
    record: (asked) => caller().call('records.get', asked),
    whyDropped: (asked) => caller().call('records.why-dropped', asked),
    openRun: (runId) => caller().call('history.open', { runId }),
    readRunFile: (file) => caller().call('history.read-file', { file }),
    writeRunFile: (asked) => caller().call('history.write-file', asked),
    changes: (asked) => caller().call('history.changes', asked),
    keepTest: (ask) => caller().call('test.keep', ask),
    runTest: (asked) => caller().call('test.run', asked),
    stopTest: (test) => stopWith((asking) => asking.call('test.stop', { test })),
    listen(ask) {
      const asking = caller();
      listening.add(ask.listenId);
      return asking.call('listen.start', ask);
    },
    hand: (listenId, message) => caller().call('listen.call', { listenId, message }),
    stopListening(listenId) {
      listening.delete(listenId);
      return caller().call('listen.stop', { listenId });
    },
    onEvents: (listener) => added(onBatch, listener),
    onListening: (listener) => added(onNews, listener),
    onKept: (listener) => added(onKept, listener),
    dispose() {
      listening.clear();
      end('the page is done with it');
    },
  };
}

export interface PreviewClient {
  /** Gives the worker data once; previews name it. */
  setSamples(asked: Asked<PreviewCommands, 'samples.set'>): void;
  /** Undefined: it took too long and was given up. */
  preview(ask: PreviewAsk): Promise<Preview | undefined>;
  previewMany(asks: readonly PreviewAsk[]): Promise<readonly Preview[] | undefined>;
  /** Gives the worker a form and the types it may read, once; `match` names it. */
  setForm(asked: Asked<PreviewCommands, 'form.set'>): void;
  /** Pairs by name; a form of 1,000 fields takes its time. */
  match(
    asked: Asked<PreviewCommands, 'form.match'>,
  ): Promise<Answered<PreviewCommands, 'form.match'> | undefined>;
  /** Gives the worker recorded data once; `check` names it. */
  setRecords(asked: Asked<PreviewCommands, 'records.set'>): void;
  /** What a mapping makes of that data and a form does not take. */
  check(
    asked: Asked<PreviewCommands, 'records.check'>,
  ): Promise<Answered<PreviewCommands, 'records.check'> | undefined>;
  /** Places for steps; undefined: it took too long and was given up. */
  arrange(
    asked: Asked<PreviewCommands, 'steps.arrange'>,
  ): Promise<Answered<PreviewCommands, 'steps.arrange'> | undefined>;
  /** Places of the samples that hold the words. */
  find(asked: Asked<PreviewCommands, 'samples.find'>): Promise<readonly FoundValue[] | undefined>;
  dispose(): void;
}

const longestPreviewMs = 2_000;
const longestLookUpMs = 15_000;
const longestArrivalMs = 30_000;

interface PreviewThread {
  readonly worker: WorkerLike;
  readonly caller: Caller<PreviewCommands>;
  /** It can begin: its files have come. */
  readonly ready: Promise<unknown>;
  /** As `ready`, with what works out formulas; once a formula was asked about. */
  readyForFormulas?: Promise<unknown>;
}

/**
 * Previews in a thread of their own; one that takes over 2 s is ended, and the next one gets a fresh thread and its samples.
 * The time begins when the thread has what it needs: on a slow line its files take longer than that to come.
 */
export function createPreviewClient(
  newWorker: () => WorkerLike = startPreviewWorker,
  wait: Wait = waitHere,
): PreviewClient {
  const samples = keptSets<Asked<PreviewCommands, 'samples.set'>>();
  const forms = keptSets<Asked<PreviewCommands, 'form.set'>>();
  const records = keptSets<Asked<PreviewCommands, 'records.set'>>();
  let live: PreviewThread | undefined;

  function thread(): PreviewThread {
    if (live !== undefined) return live;
    const worker = newWorker();
    const caller = callCommands<PreviewCommands>(worker);
    const fresh: PreviewThread = {
      worker,
      caller,
      ready: arrival(caller.call('thread.ready', { formulas: false })),
    };
    worker.addEventListener('error', () => {
      if (live === fresh) end();
    });
    live = fresh;
    for (const set of samples.values()) give('samples.set', set);
    for (const form of forms.values()) give('form.set', form);
    for (const set of records.values()) give('records.set', set);
    return fresh;
  }

  /** What never comes does not keep anybody waiting for ever. */
  const arrival = (asked: Promise<unknown>): Promise<unknown> =>
    Promise.race([asked.catch(() => undefined), wait(longestArrivalMs)]);

  function readyFor(
    of: PreviewThread,
    contents: readonly (SlotContent | undefined)[],
  ): Promise<unknown> {
    if (of.readyForFormulas === undefined && contents.some(hasFormula))
      of.readyForFormulas = arrival(of.caller.call('thread.ready', { formulas: true }));
    return of.readyForFormulas ?? of.ready;
  }

  function give<Name extends 'samples.set' | 'form.set' | 'records.set'>(
    command: Name,
    asked: Asked<PreviewCommands, Name>,
  ): void {
    if (live !== undefined) void live.caller.call(command, asked).catch(() => undefined); // ended before it was done
  }

  function end(): void {
    live?.worker.terminate();
    live?.caller.close('ended');
    live = undefined;
  }

  /** `contents`: what is worked out. */
  async function within<Value>(
    ask: (asking: Caller<PreviewCommands>) => Promise<Value>,
    longestMs: number,
    contents: readonly (SlotContent | undefined)[] = [],
  ): Promise<Value | undefined> {
    const late = Symbol('late');
    const asking = thread();
    const tooLong = readyFor(asking, contents).then(() => wait(longestMs));
    const asked = ask(asking.caller).catch(() => late);
    const first = await Promise.race([asked, tooLong.then(() => late)]);
    if (typeof first !== 'symbol') return first as Value; // only `late` is a symbol
    if (live === asking) end();
    return undefined;
  }

  return {
    setSamples(asked) {
      samples.set(asked.name, asked);
      give('samples.set', asked);
    },
    setForm(asked) {
      forms.set(asked.name, asked);
      give('form.set', asked);
    },
    setRecords(asked) {
      records.set(asked.name, asked);
      give('records.set', asked);
    },
    check: (asked) =>
      within((asking) => asking.call('records.check', asked), longestLookUpMs, [asked.binding]),
    preview: (ask) =>
      within((asking) => asking.call('preview', ask), longestPreviewMs, [ask.content]),
    previewMany: (asks) =>
      within(
        (asking) => asking.call('preview.many', asks),
        longestPreviewMs,
        asks.map(({ content }) => content),
      ),
    match: (asked) => within((asking) => asking.call('form.match', asked), longestLookUpMs),
    arrange: (asked) => within((asking) => asking.call('steps.arrange', asked), longestLookUpMs),
    find: (asked) => within((asking) => asking.call('samples.find', asked), longestLookUpMs),
    dispose: end,
  };
}

function startRunWorker(): WorkerLike {
  return new Worker(new URL('./run-worker.ts', import.meta.url), { type: 'module', name: 'runs' });
}

function startPreviewWorker(): WorkerLike {
  return new Worker(new URL('./preview-worker.ts', import.meta.url), {
    type: 'module',
    name: 'previews',
  });
}

function added<Item>(items: Set<Item>, item: Item): () => void {
  items.add(item);
  return () => {
    items.delete(item);
  };
}
