import { createCatalog, type Component } from '../catalog/index.ts';
import {
  fireOn,
  KeptRecords,
  nextTimes,
  runFlow,
  type Confirmation,
  type Firing,
  type FiringWorld,
  type HostPorts,
  type MessageRecord,
  type RecordPage,
  type RunRequest,
} from '../runtime/index.ts';
import { EventOutbox, type EventBatch, type OutboxWorld } from './event-outbox.ts';
import type { ListenNews } from './listen-news.ts';
import type { WebhookDoor } from './webhook-door.ts';

/** A run as the page asks for it: with the descriptions of the components that it uses. */
export interface RunAsk extends RunRequest {
  readonly components: readonly Component[];
}

/** A flow that fires by itself while the page is open. */
export interface ListenAsk {
  readonly listenId: string;
  readonly request: Omit<RunAsk, 'runId' | 'received' | 'onlyNew'>;
  /** Stop after so many firings; without it, until stopped. */
  readonly firings?: number;
}

export interface Listening {
  /** Where to call, for a flow that a call starts. */
  readonly webhook?: { readonly url: string; readonly reach: 'this-computer' | 'public'; readonly expires: number };
  /** When it fires next, for a schedule. */
  readonly next?: number;
}

export type RunNews = { readonly kind: 'batch'; readonly batch: EventBatch } | { readonly kind: 'listen'; readonly news: ListenNews };

export interface RunWorkerWorld extends Omit<OutboxWorld, 'post'> {
  tell(news: RunNews): void;
  /** Ports of one run; its records go where they are told. */
  portsFor(keep: (step: string, record: MessageRecord) => void): HostPorts;
  sleep(ms: number): Promise<void>;
  uuid(): string;
  readonly webhooks: WebhookDoor;
}

interface LiveRun {
  readonly controller: AbortController;
  readonly outbox: EventOutbox;
  readonly kept: KeptRecords;
  readonly ports: HostPorts;
  isOver: boolean;
}

/** Runs whose records can still be looked at. */
const runsKept = 5;

/** What the page may ask of the run worker; the client's types are inferred from this table. */
export function createRunCommands(world: RunWorkerWorld) {
  const runs = new Map<string, LiveRun>();
  const listening = new Map<string, () => void>();

  async function run({ components, ...request }: RunAsk): Promise<void> {
    const kept = new KeptRecords();
    const live: LiveRun = {
      controller: new AbortController(),
      outbox: new EventOutbox(request.runId, {
        now: () => world.now(),
        later: (ms, act) => {
          world.later(ms, act);
        },
        post: (batch) => {
          world.tell({ kind: 'batch', batch });
        },
      }),
      kept,
      ports: world.portsFor((step, record) => {
        kept.keep(step, record);
      }),
      isOver: false,
    };
    runs.set(request.runId, live);
    forgetOldRuns();
    try {
      await runFlow(request, createCatalog(components), live.ports, live.controller.signal, (event) => {
        live.outbox.add(event);
      });
    } finally {
      live.isOver = true;
    }
  }

  function forgetOldRuns(): void {
    for (const [id, { isOver }] of runs) {
      if (runs.size <= runsKept) return;
      if (isOver) runs.delete(id);
    }
  }

  return {
    /** Answers as soon as the run has begun; the rest comes as events. */
    'run.start': (ask: RunAsk): void => {
      run(ask).catch((cause: unknown) => {
        world.tell({ kind: 'listen', news: { type: 'defect', message: cause instanceof Error ? cause.message : String(cause) } });
      });
    },
    'run.cancel': ({ runId }: { readonly runId: string }): void => {
      runs.get(runId)?.controller.abort();
    },
    'run.confirm': ({ runId, step, decision }: { readonly runId: string; readonly step: string; readonly decision: Confirmation }): void => {
      runs.get(runId)?.ports.signal.send(`confirm:${step}`, decision);
    },
    'run.acknowledge': ({ runId, number }: { readonly runId: string; readonly number: number }): void => {
      runs.get(runId)?.outbox.acknowledge(number);
    },
    'listen.start': async ({ listenId, request, firings }: ListenAsk): Promise<Listening> => {
      listening.get(listenId)?.();
      const { start } = request.flow;
      const ended = new AbortController();
      const tell = (news: ListenNews): void => {
        if (!ended.signal.aborted) world.tell({ kind: 'listen', news });
      };
      const door = start.kind === 'webhook' ? await world.webhooks.open(ended.signal) : undefined;
      let left = firings ?? Number.POSITIVE_INFINITY;
      const firingWorld: FiringWorld = {
        now: () => Promise.resolve(world.now()),
        sleep: (ms) => world.sleep(ms),
        ...(door === undefined ? {} : { receive: (onCall) => door.receive(onCall, () => { tell({ type: 'lost', listenId }); }) }),
      };
      const stopFiring = fireOn(start, firingWorld, {
        async fire({ at, ...firing }: Firing) {
          if (left <= 0 || ended.signal.aborted) return;
          left--;
          const runId = world.uuid();
          tell({ type: 'fired', listenId, runId, at });
          await run({ ...request, ...firing, runId });
          if (left <= 0) {
            tell({ type: 'stopped', listenId });
            stop();
          }
        },
        waiting(until) {
          tell(until === undefined ? { type: 'waiting', listenId } : { type: 'waiting', listenId, until });
        },
      });
      const stop = (): void => {
        if (listening.get(listenId) === stop) listening.delete(listenId);
        ended.abort();
        stopFiring();
      };
      listening.set(listenId, stop);
      const next = start.kind === 'schedule' ? nextTimes(start.cron, start.timeZone, world.now(), 1)?.[0] : undefined;
      return { ...(door === undefined ? {} : { webhook: door.registration }), ...(next === undefined ? {} : { next }) };
    },
    'listen.stop': ({ listenId }: { readonly listenId: string }): void => {
      listening.get(listenId)?.();
    },
    'records.page': ({ runId, step, offset, limit }: { readonly runId: string; readonly step: string; readonly offset: number; readonly limit: number }): RecordPage =>
      runs.get(runId)?.kept.page(step, offset, limit) ?? { records: [], total: 0, letGo: 0 },
    'records.get': ({ runId, step, index }: { readonly runId: string; readonly step: string; readonly index: number }): MessageRecord | undefined =>
      runs.get(runId)?.kept.get(step, index),
  };
}
export type RunCommands = ReturnType<typeof createRunCommands>;
