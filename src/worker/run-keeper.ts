/**
 * What stays of a run when it is over or stands still. Owned here, in the thread that holds the records: the page is told
 * hashes and sizes, and gets small contents only, so that no frame waits for megabytes.
 *
 * 1. One run after the other, in the background: nobody waits for it, a run least of all.
 * 2. What the browser has no room for stays in this session: its content goes to the page, whatever its size.
 */
import { createCatalog } from '../catalog/index.ts';
import type { SampleEntry } from '../flow/index.ts';
import type { KeptRecords, RunState } from '../runtime/index.ts';
import type { Json } from '../shared/index.ts';
import {
  keepSample,
  loadSample,
  sampleTravels,
  type Database,
  type StepSample,
} from '../storage/contract.ts';
import { givenInRun } from './given-in-run.ts';
import type { RunAsk } from './live-runs.ts';

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
}

export interface RunKeeper {
  /** What was recorded under a hash: its first message. */
  firstOf(hash: string): Promise<Json | undefined>;
  keep(ask: RunAsk, state: RunState, kept: KeptRecords): void;
}

export interface KeeperWorld {
  openDatabase(): Promise<Database>;
  now(): number;
  tell(news: KeptNews): void;
}

export function createRunKeeper({ openDatabase, now, tell }: KeeperWorld): RunKeeper {
  let last: Promise<void> = Promise.resolve();

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
      samples.push({
        step,
        entry,
        count: messages.length,
        sample: isApart ? { ...sample, messages: [], apart: entry.hash } : sample,
      });
    }
    if (samples.length > 0) tell({ runId: ask.runId, samples });
  }

  return {
    async firstOf(hash) {
      const sample = await loadSample(await openDatabase(), hash);
      return sample?.messages[0];
    },
    keep(ask, state, kept) {
      last = last.then(() => keepSamples(ask, state, kept)).catch(() => undefined); // invariant 1
    },
  };
}
