import { createCatalog } from '../catalog/index.ts';
import { failure, success, type Json, type Result } from '../shared/index.ts';
import {
  cutOff,
  foldRun,
  KeptRecords,
  mostTestMessages,
  recordTest,
  replySchema,
  replySignal,
  runFlow,
  type FlowTest,
  type HostPorts,
  type NoTest,
  type Reply,
  type RunEvent,
  type RunRequest,
  type RunState,
} from '../runtime/index.ts';
import { storageFailure } from '../storage/contract.ts';
import { EventOutbox, type OutboxWorld } from './event-outbox.ts';
import type { RunArchive } from './run-archive.ts';
import type { RunKeeper } from './run-keeper.ts';
import type { RunAsk, TestAsk } from './run-ask.ts';

export interface LiveRun {
  readonly controller: AbortController;
  readonly outbox: EventOutbox;
  readonly kept: KeptRecords;
  readonly ports: HostPorts;
  request: RunRequest;
  /** What the person was asked and has not answered, by the name of the signal. */
  readonly asks: Set<string>;
  /** By the host's clock. */
  readonly startedAt: number;
  isOver: boolean;
  /** Neither over nor standing still for the person. */
  isRunning: boolean;
}

export interface RunsWorld extends OutboxWorld {
  /** Ports of one run; its records go where they are told. */
  portsFor(keep: HostPorts['records']['keep']): HostPorts;
  readonly keeper: RunKeeper;
  readonly earlier: Pick<RunArchive, 'data' | 'refused'>;
}

/** Runs whose records can still be looked at. */
const runsKept = 5;

/** The runs of this worker: those that go on, and the last ones that are over. */
export class LiveRuns {
  readonly #world: RunsWorld;
  readonly #runs = new Map<string, LiveRun>();

  constructor(world: RunsWorld) {
    this.#world = world;
  }

  get(runId: string): LiveRun | undefined {
    return this.#runs.get(runId);
  }

  /** One at least goes on. */
  get isRunning(): boolean {
    return [...this.#runs.values()].some((live) => live.isRunning);
  }

  /** The person's answer to what was asked. Said twice it counts once: what is held next is another question. */
  answer(runId: string, name: string, decision: Json): void {
    const live = this.#runs.get(runId);
    if (live?.asks.delete(name) === true) live.ports.signal.send(name, decision);
  }

  /** Runs to the end and says how it ended; what happens leaves by the world. */
  async run(ask: RunAsk, onReply?: (reply: Reply) => void): Promise<'done' | 'failed'> {
    const { components, again, receivedSample, sameDataAs, firesItself: _of, ...request } = ask;
    const kept = new KeptRecords();
    const live: LiveRun = {
      controller: new AbortController(),
      outbox: new EventOutbox(request.runId, this.#world),
      kept,
      ports: this.#world.portsFor((step, record, came) => {
        kept.keep(step, record, came);
      }),
      request,
      asks: new Set(),
      startedAt: this.#world.now(),
      isOver: false,
      isRunning: true,
    };
    this.#runs.set(request.runId, live);
    this.#forgetOldOnes();
    if (onReply !== undefined)
      void live.ports.signal.wait(replySignal(0)).then((said) => {
        onReply(replySchema.parse(said));
      });
    let state: RunState | undefined;
    const report = (event: RunEvent): void => {
      if (event.type === 'step.held') live.asks.add(`confirm:${event.step}`);
      if (event.type === 'step.halted') live.asks.add(`refusal:${event.step}`);
      live.outbox.add(event);
      state = foldRun(state, event);
      const standsStill = event.type === 'run.held' || event.type === 'run.finished';
      live.isRunning = state?.status === 'running';
      if (standsStill && state !== undefined)
        this.#world.keeper.keep({ ...ask, ...live.request }, state, kept);
    };
    try {
      const data = await this.#dataFor(ask).catch((cause: unknown) =>
        failure(storageFailure(cause).code),
      );
      if (!data.ok) {
        endAtOnce(live, this.#world.now(), data.reason);
        return 'failed';
      }
      live.request = { ...request, ...data.value };
      await runFlow(
        live.request,
        createCatalog(components),
        live.ports,
        live.controller.signal,
        report,
      );
    } catch (cause) {
      // R5, whatever broke, and wherever: who waits for the end hears of it.
      if (state?.finishedAt === undefined) endAtOnce(live, this.#world.now(), 'runs.defect', state);
      throw cause;
    } finally {
      live.isOver = true;
      live.isRunning = false;
    }
    return endOf(state);
  }

  /** What the run is given that the page did not send along, or why it is gone. */
  async #dataFor({
    again,
    receivedSample,
    sameDataAs,
  }: Pick<RunAsk, 'again' | 'receivedSample' | 'sameDataAs'>): Promise<
    Result<Partial<RunRequest>, string>
  > {
    const { keeper, earlier } = this.#world;
    if (again !== undefined) {
      const { runId, step } = again;
      const arriving =
        this.#runs.get(runId)?.kept.refused(step) ?? (await earlier.refused(runId, step));
      return arriving.length === 0 ? failure('runs.messages-gone') : success({ arriving });
    }
    if (sameDataAs !== undefined) {
      const data = await earlier.data(sameDataAs);
      if (data === undefined) return failure('runs.messages-gone');
      const { count: _count, total: _total, ...given } = data;
      return success(given);
    }
    if (receivedSample === undefined) return success({});
    const received = await keeper.firstOf(receivedSample);
    return received === undefined ? failure('runs.sample-gone') : success({ received: [received] });
  }

  /** A run that is over, as a test; a refusal says why it can be none. */
  keepAsTest({ runId, ...named }: TestAsk): Result<FlowTest, NoTest> {
    const live = this.#runs.get(runId);
    if (live === undefined) return failure('nothing-ran');
    const { request, kept, startedAt } = live;
    const { flow, firstRecords, received } = request;
    return recordTest({
      ...named,
      startedAt,
      flow,
      firstRecords,
      received,
      records: Object.fromEntries(
        flow.steps.map(({ id }) => [id, kept.page(id, 0, mostTestMessages)]),
      ),
    });
  }

  #forgetOldOnes(): void {
    for (const [id, { isOver }] of this.#runs) {
      if (this.#runs.size <= runsKept) return;
      if (isOver) this.#runs.delete(id);
    }
  }
}

/** What was to be used has gone: with its run, or from the browser's store. Or something broke in the run so far. */
function endAtOnce(live: LiveRun, at: number, code: string, soFar?: RunState): void {
  const { runId } = live.request;
  live.isOver = true;
  live.isRunning = false;
  if (soFar === undefined) live.outbox.add({ type: 'run.started', runId, at, steps: [] });
  const failure = { kind: 'terminal', code, params: {}, fields: [] } as const;
  for (const event of cutOff(soFar, at, { status: 'failed', failure })) live.outbox.add(event);
}

function endOf(state: RunState | undefined): 'done' | 'failed' {
  return state?.status === 'done' ? 'done' : 'failed';
}
