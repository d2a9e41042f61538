/**
 * What stays of a run when it is over or stands still. Owned here, in the thread that holds the records: the page is told
 * hashes and sizes, and gets small contents only, so that no frame waits for megabytes.
 *
 * 1. One run after the other, in the background: nobody waits for it, a run least of all. All tabs take turns.
 * 2. What the browser has no room for stays in this session: its content goes to the page, whatever its size.
 * 3. It begins when the person has had time to see the run's end: its records are asked for in that moment, of this thread.
 *    While another run goes on it waits (ten seconds at most): for as long as megabytes are handed to the store, that run
 *    stands still and hears of no stop.
 * 4. Contents that nothing names any more are cleared away once, with the first run.
 * 5. Big data that comes in again is not read from the store as long as a run that can still be looked at holds it.
 * 6. A run that is over is kept for the history, its line last; where there is no room, what is there stays, and it is said.
 */
import { createCatalog } from '../catalog/index.ts';
import type { SampleEntry } from '../flow/index.ts';
import { summarise, type KeptRecords, type RunState } from '../runtime/index.ts';
import type { Json, Wording } from '../shared/index.ts';
import {
  keepSample,
  loadSample,
  sampleTravels,
  storageFailure,
  type Database,
  type GivenToRun,
  type RunRow,
  type StepSample,
} from '../storage/contract.ts';
import type { RunToKeep } from '../storage/index.ts';
import { givenInRun } from './given-in-run.ts';
import type { RunAsk } from './run-ask.ts';

/** A step's new sample: what the document says of it (undefined: the store did not take it), and what the page shows. */
export interface KeptSample {
  readonly step: string;
  readonly entry: SampleEntry | undefined;
  /** Its messages. */
  readonly count: number;
  readonly sample: StepSample;
}

export interface KeptNews {
  readonly runId: string;
  readonly samples: readonly KeptSample[];
  /** Why the run is not kept among the earlier ones. */
  readonly notKept?: Wording;
}

export interface RunKeeper {
  /** What was recorded under a hash: its first message. */
  firstOf(hash: string): Promise<Json | undefined>;
  keep(ask: RunAsk, state: RunState, kept: KeptRecords): void;
}

export interface KeeperWorld {
  /** One after the other over all tabs. */
  exclusively(act: () => Promise<void>): Promise<void>;
  loadStore(): Promise<typeof import('../storage/index.ts')>;
  openDatabase(): Promise<Database>;
  now(): number;
  sleep(ms: number): Promise<void>;
  /** A run is computing, or waits for a service. */
  isRunning(): boolean;
  tell(news: KeptNews): void;
}

const firstLookMs = 150;
const longestWaitMs = 10_000;

export function createRunKeeper({
  openDatabase,
  loadStore,
  exclusively,
  now,
  sleep,
  isRunning,
  tell,
}: KeeperWorld): RunKeeper {
  let last: Promise<void> = Promise.resolve();
  let hasCleared = false;
  /** What runs gave or were given, by its hash: it goes with them. */
  const held = new Map<string, WeakRef<object>>();

  function remember(hash: string, message: Json | undefined): void {
    for (const [other, of] of held) if (of.deref() === undefined) held.delete(other);
    if (typeof message === 'object' && message !== null) held.set(hash, new WeakRef(message));
  }

  async function untilQuiet(): Promise<void> {
    for (let waited = 0; isRunning() && waited < longestWaitMs; waited += firstLookMs)
      await sleep(firstLookMs);
  }

  async function keepSamples(ask: RunAsk, state: RunState, kept: KeptRecords): Promise<void> {
    const db = await openDatabase().catch(() => undefined);
    const samples: KeptSample[] = [];
    for (const { step, messages, ids, ports } of givenInRun(
      ask,
      createCatalog(ask.components),
      state,
      kept,
    )) {
      const sample = {
        origin: 'recorded' as const,
        messages,
        at: now(),
        ...(ids !== undefined && { ids }),
        ...(ports !== undefined && { ports }),
      };
      const entry = db && (await keepSample(db, step, sample).catch(() => undefined));
      const isApart = entry !== undefined && entry.size > sampleTravels;
      if (isApart) remember(entry.hash, messages[0]);
      samples.push({
        step,
        entry,
        count: messages.length,
        sample: isApart ? { ...sample, messages: [], apart: entry.hash } : sample,
      });
    }
    if (samples.length > 0) tell({ runId: ask.runId, samples });
  }

  async function keepRun(ask: RunAsk, state: RunState, kept: KeptRecords): Promise<void> {
    if (state.finishedAt === undefined) return;
    try {
      const store = await loadStore();
      const db = await openDatabase();
      await exclusively(() => store.keepRun(db, runToKeep(ask, state, kept)));
      if (hasCleared) return;
      hasCleared = true;
      await exclusively(() => store.clearSamples(db, now())).catch(() => undefined); // the next session tries again
    } catch (cause) {
      tell({ runId: ask.runId, samples: [], notKept: storageFailure(cause) });
    }
  }

  return {
    async firstOf(hash) {
      const known = held.get(hash)?.deref();
      if (known !== undefined) return known as Json; // only such are remembered
      const sample = await loadSample(await openDatabase(), hash);
      remember(hash, sample?.messages[0]);
      return sample?.messages[0];
    },
    keep(ask, state, kept) {
      last = last
        .then(() => sleep(firstLookMs))
        .then(untilQuiet)
        .then(() => keepSamples(ask, state, kept))
        .then(untilQuiet)
        .then(() => keepRun(ask, state, kept))
        .catch(() => undefined); // invariant 1
    },
  };
}

function runToKeep(ask: RunAsk, state: RunState, kept: KeptRecords): RunToKeep {
  const { flow } = ask;
  return {
    row: rowOf(ask, state),
    content: {
      state,
      flow: { ...flow, samples: [], tests: [] },
      given: givenTo(ask),
      refused: Object.fromEntries(
        kept.all().flatMap(({ step }) => {
          const refused = kept.refused(step);
          return refused.length === 0 ? [] : [[step, refused]];
        }),
      ),
    },
    steps: kept.all(),
  };
}

/** What the list of earlier runs says of a run. */
function rowOf(ask: RunAsk, state: RunState): Omit<RunRow, 'size'> {
  const { flow, scope, firstRecords } = ask;
  const { parts, ms } = summarise(state, flow, state.startedAt);
  return {
    id: state.runId,
    flow: flow.id,
    at: state.startedAt,
    status: state.status,
    asked: {
      scope,
      ...(firstRecords !== undefined && { firstRecords }),
      by:
        ask.again !== undefined
          ? 'refused'
          : ask.sameDataAs !== undefined
            ? 'same-data'
            : ask.firesItself === true
              ? 'itself'
              : 'test',
    },
    parts,
    ms,
  };
}

/** What a run was given from outside, so that another one can be given the same. */
function givenTo({ received, arriving, scope, samples, sampleIds, leftOut }: RunAsk): GivenToRun {
  const isLater = scope.kind === 'only' || scope.kind === 'from' || leftOut !== undefined;
  return {
    ...(received !== undefined && { received }),
    ...(arriving !== undefined && { arriving }),
    ...(isLater && Object.keys(samples).length > 0 && { samples }),
    ...(isLater && sampleIds !== undefined && { sampleIds }),
    ...(leftOut !== undefined && { leftOut }),
  };
}
