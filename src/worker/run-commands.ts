import { createCatalog, type Component } from '../catalog/index.ts';
import type { Flow } from '../flow/index.ts';
import type { UnmetLine } from '../mapping/index.ts';
import type { Json, Result } from '../shared/index.ts';
import {
  runTest,
  type Confirmation,
  type FlowTest,
  type MessageRecord,
  type NoTest,
  type RecordFilter,
  type RecordPage,
  type RefusalDecision,
  type Reply,
  type TestReport,
} from '../runtime/index.ts';
import type { EventBatch } from './event-outbox.ts';
import {
  ListeningFlows,
  type ListenAsk,
  type Listening,
  type ListeningWorld,
} from './listening.ts';
import type { ListenNews } from './listen-news.ts';
import { lightRecord } from './light-record.ts';
import { LiveRuns, type RunsWorld } from './live-runs.ts';
import type { RunAsk, TestAsk } from './run-ask.ts';
import { RunArchive, type LookedAtRun } from './run-archive.ts';
import { whyDropped } from './why-dropped.ts';
import { createRunKeeper, type KeeperWorld, type KeptNews } from './run-keeper.ts';

export type RunNews =
  | { readonly kind: 'batch'; readonly batch: EventBatch }
  | { readonly kind: 'kept'; readonly news: KeptNews }
  | { readonly kind: 'listen'; readonly news: ListenNews };

export interface RunWorkerWorld
  extends
    Omit<RunsWorld, 'post' | 'keeper' | 'earlier'>,
    Omit<KeeperWorld, 'tell' | 'isRunning'>,
    Omit<ListeningWorld, 'tell' | 'run'> {
  tell(news: RunNews): void;
}

/** Which run. */
interface OfRun {
  readonly runId: string;
}

/** What the page may ask of the run worker; the client's types are inferred from this table. */
export function createRunCommands(world: RunWorkerWorld) {
  const archive = new RunArchive({
    ...world,
    inMemory: (runId, step) => runs.get(runId)?.kept.page(step, 0, Number.MAX_SAFE_INTEGER),
  });
  const keeper = createRunKeeper({
    ...world,
    isRunning: () => runs.isRunning,
    tell: (news) => {
      world.tell({ kind: 'kept', news });
    },
  });
  const runs: LiveRuns = new LiveRuns({
    keeper,
    earlier: archive,
    portsFor: (keep) => world.portsFor(keep),
    now: () => world.now(),
    later: (ms, act) => {
      world.later(ms, act);
    },
    post: (batch) => {
      world.tell({ kind: 'batch', batch });
    },
  });
  /** A defect is told: the person's run ended as failed, and a developer wants the reason. */
  const run = (ask: RunAsk, onReply?: (reply: Reply) => void): Promise<'done' | 'failed'> =>
    runs.run(ask, onReply).catch((cause: unknown) => {
      const message = cause instanceof Error ? cause.message : String(cause);
      world.tell({ kind: 'listen', news: { type: 'defect', message } });
      return 'failed';
    });
  const flows = new ListeningFlows({
    ...world,
    run: (ask, onReply) => run({ ...ask, firesItself: true }, onReply),
    tell: (news) => {
      world.tell({ kind: 'listen', news });
    },
  });

  /** How to stop the tests that run now, by their ids. */
  const testsNow = new Map<string, AbortController>();

  return {
    /** Answers as soon as the run has begun; the rest comes as events. */
    'run.start': (ask: RunAsk): void => {
      void run(ask);
    },
    'run.cancel': ({ runId }: OfRun): void => {
      runs.get(runId)?.controller.abort();
    },
    'run.confirm': ({
      runId,
      step,
      decision,
    }: OfRun & { readonly step: string; readonly decision: Confirmation }): void => {
      runs.answer(runId, `confirm:${step}`, decision);
    },
    'run.answer-refusal': ({
      runId,
      step,
      decision,
    }: OfRun & { readonly step: string; readonly decision: RefusalDecision }): void => {
      runs.answer(runId, `refusal:${step}`, decision);
    },
    'run.acknowledge': ({ runId, number }: OfRun & { readonly number: number }): void => {
      runs.get(runId)?.outbox.acknowledge(number);
    },
    /** An earlier run, to be looked at; its records are asked for like any other's. */
    'history.open': ({ runId }: OfRun): Promise<LookedAtRun | undefined> => archive.open(runId),
    'history.read-file': async ({ file }: { readonly file: Blob }) =>
      archive.readFile(await file.text()),
    'history.write-file': ({
      runId,
      components,
    }: OfRun & { readonly components: readonly Component[] }): Promise<string | undefined> =>
      archive.writeFile(runId, components),
    /** What one side of a step gave, beside the run before. */
    'history.changes': ({
      runId,
      step,
      side,
    }: OfRun & { readonly step: string; readonly side: 'input' | 'output' }) =>
      archive.changes(runId, step, side),
    /** Makes a test of a run that is over. */
    'test.keep': (ask: TestAsk): Result<FlowTest, NoTest> => runs.keepAsTest(ask),
    /** Runs a flow against a test: nobody is called. Undefined: it was stopped. */
    'test.run': async ({
      test,
      flow,
      components,
    }: {
      readonly test: FlowTest;
      readonly flow: Flow;
      readonly components: readonly Component[];
    }): Promise<TestReport | undefined> => {
      const stop = new AbortController();
      const ports = world.portsFor(() => undefined);
      testsNow.set(test.id, stop);
      try {
        return await runTest(test, flow, createCatalog(components), ports, stop.signal);
      } finally {
        if (testsNow.get(test.id) === stop) testsNow.delete(test.id);
      }
    },
    'test.stop': ({ test }: { readonly test: string }): void => {
      testsNow.get(test)?.abort();
    },
    'listen.start': (ask: ListenAsk): Promise<Listening> => flows.start(ask),
    'listen.call': ({
      listenId,
      message,
    }: {
      readonly listenId: string;
      readonly message: Json;
    }): void => {
      flows.call(listenId, message);
    },
    'listen.stop': ({ listenId }: { readonly listenId: string }): void => {
      flows.stop(listenId);
    },
    'records.page': ({
      runId,
      step,
      offset,
      limit,
      light,
      filter,
    }: OfRun & {
      readonly step: string;
      readonly offset: number;
      readonly limit: number;
      readonly light?: boolean;
      readonly filter?: RecordFilter;
    }): RecordPage | Promise<RecordPage> => {
      const page = runs.get(runId)?.kept.page(step, offset, limit, filter);
      if (page === undefined) return archive.page(runId, step, offset, limit, filter);
      return light === true ? { ...page, records: page.records.map(lightRecord) } : page;
    },
    /** Why a message was left out, as far as it is still known. */
    'records.why-dropped': async ({
      runId,
      step,
      index,
      flow,
      components,
    }: OfRun & {
      readonly step: string;
      readonly index: number;
      /** As it ran. */
      readonly flow: Flow;
      readonly components: readonly Component[];
    }): Promise<readonly UnmetLine[]> => {
      const live = runs.get(runId);
      const whole = Number.MAX_SAFE_INTEGER;
      return whyDropped(
        {
          flow,
          at: live?.startedAt ?? world.now(),
          catalog: createCatalog(components),
          recordsOf: async (of) =>
            (live?.kept.page(of, 0, whole) ?? (await archive.page(runId, of, 0, whole))).records,
        },
        step,
        index,
      );
    },
    'records.get': ({
      runId,
      step,
      index,
    }: OfRun & { readonly step: string; readonly index: number }): MessageRecord | undefined =>
      runs.get(runId)?.kept.get(step, index),
  };
}
export type RunCommands = ReturnType<typeof createRunCommands>;
