import type { Json } from '../shared/index.ts';
import { fireOn, nextTimes, type Firing, type Reply, type TakeCall } from '../runtime/index.ts';
import type { ListenNews } from './listen-news.ts';
import type { RunAsk } from './run-ask.ts';
import type { OpenDoor, WebhookDoor } from './webhook-door.ts';

/** A flow that fires by itself while the page is open. */
export interface ListenAsk {
  readonly listenId: string;
  readonly request: Omit<RunAsk, 'runId' | 'received' | 'onlyNew' | 'remembers'>;
  /** Stop after so many firings; without it, until stopped. */
  readonly firings?: number;
  /** Calls come to an address that the page itself has open; it hands them over. Without it the worker opens one. */
  readonly callsFrom?: 'page';
}

export interface Listening {
  /** Where to call, for a flow that a call starts. */
  readonly webhook?: OpenDoor['registration'];
  /** When it fires next, for a schedule. */
  readonly next?: number;
}

export interface ListeningWorld {
  tell(news: ListenNews): void;
  /** Runs to the end, and says how it ended. `onReply`: what the call that began it is answered. */
  run(ask: RunAsk, onReply?: (reply: Reply) => void): Promise<RunEnd>;
  now(): number;
  sleep(ms: number): Promise<void>;
  uuid(): string;
  readonly webhooks: WebhookDoor;
}

interface Listener {
  stop(): void;
  /** Takes a call that the page received. */
  call(message: Json): void;
}

/** How a run ended. */
export type RunEnd = 'done' | 'failed';

/** The flows of this worker that fire by themselves. One listener a name: starting it again ends the one before. */
export class ListeningFlows {
  readonly #world: ListeningWorld;
  readonly #listeners = new Map<string, Listener>();

  constructor(world: ListeningWorld) {
    this.#world = world;
  }

  /** Resolves when it would fire: of calls, when they come through. Rejects where they cannot. */
  async start(ask: ListenAsk): Promise<Listening> {
    const { listenId } = ask;
    const { start } = ask.request.flow;
    this.stop(listenId);
    const ended = new AbortController();
    // Already there while the door opens, so that it can be stopped, or replaced by another start.
    this.#listeners.set(listenId, {
      call: () => undefined,
      stop: () => {
        ended.abort();
      },
    });
    const opensDoor = start.kind === 'webhook' && ask.callsFrom !== 'page';
    const door = opensDoor
      ? await this.#world.webhooks.open(ended.signal, signedBy(ask.request))
      : undefined;
    if (ended.signal.aborted) return {};
    await new Promise<void>((opened, failed) => {
      ended.signal.addEventListener('abort', () => {
        opened();
      });
      this.#listen(ask, ended, door, { opened, failed });
    });
    if (ended.signal.aborted) return {};
    const next =
      start.kind === 'schedule'
        ? nextTimes(start.cron, start.timeZone, this.#world.now(), 1)?.[0]
        : undefined;
    return {
      ...(door === undefined ? {} : { webhook: door.registration }),
      ...(next === undefined ? {} : { next }),
    };
  }

  call(listenId: string, message: Json): void {
    this.#listeners.get(listenId)?.call(message);
  }

  stop(listenId: string): void {
    this.#listeners.get(listenId)?.stop();
  }

  #listen(
    { listenId, request, firings }: ListenAsk,
    ended: AbortController,
    door: OpenDoor | undefined,
    told: { readonly opened: () => void; readonly failed: (cause: Error) => void },
  ): void {
    const world = this.#world;
    let left = firings ?? Number.POSITIVE_INFINITY;
    const answers = answersCalls(request);
    let takeCall: TakeCall = () => undefined;
    let isOpen = door === undefined;
    const tell = (news: ListenNews): void => {
      if (!ended.signal.aborted) world.tell(news);
    };
    const listener: Listener = {
      call: (message) => {
        void takeCall({ message });
      },
      stop: () => {
        if (this.#listeners.get(listenId) === listener) this.#listeners.delete(listenId);
        ended.abort();
        stopFiring();
      },
    };
    this.#listeners.set(listenId, listener);
    const stopFiring = fireOn(
      request.flow.start,
      {
        now: () => Promise.resolve(world.now()),
        sleep: (ms) => world.sleep(ms),
        receive: (onCall) => {
          takeCall = onCall;
          return (
            door?.receive(
              onCall,
              () => {
                if (isOpen) {
                  tell({ type: 'lost', listenId });
                  return;
                }
                told.failed(new Error('calls do not come through'));
                listener.stop();
              },
              {
                answers,
                onOpen: () => {
                  isOpen = true;
                  told.opened();
                },
              },
            ) ?? (() => undefined)
          );
        },
      },
      {
        async fire({ at, answer, ...firing }: Firing) {
          if (left <= 0 || ended.signal.aborted) {
            answer?.('failed');
            return;
          }
          left--;
          const runId = world.uuid();
          tell({ type: 'fired', listenId, runId, at });
          const end = await world.run({ ...request, ...firing, runId, remembers: true }, answer);
          answer?.(end);
          if (left > 0) return;
          tell({ type: 'stopped', listenId });
          listener.stop();
        },
        waiting(until) {
          // An address is waited at when calls come through.
          if (!isOpen) return;
          tell({ type: 'waiting', listenId, ...(until === undefined ? {} : { until }) });
        },
      },
    );
    if (isOpen) told.opened();
  }
}

/** The credential of the step that takes the calls: who calls signs with its secret. */
function signedBy({ flow, credentials }: ListenAsk['request']): string | undefined {
  const first = flow.steps.find((step) => !flow.edges.some((edge) => edge.to === step.id));
  return first?.credential === undefined ? undefined : credentials[first.credential];
}

/** Whether a caller has to wait for what the flow says. */
function answersCalls({ flow, components }: ListenAsk['request']): boolean {
  return flow.steps.some(
    ({ component, operation, disabled }) =>
      disabled !== true &&
      components
        .find(({ id }) => id === component)
        ?.operations.some(({ id, answersCall }) => id === operation && answersCall === true),
  );
}
