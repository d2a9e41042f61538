import { createCatalog, type Component } from '../catalog/index.ts';
import {
  KeptRecords,
  runFlow,
  type HostPorts,
  type MessageRecord,
  type RunRequest,
} from '../runtime/index.ts';
import { EventOutbox, type OutboxWorld } from './event-outbox.ts';

/** A run as the page asks for it: with the descriptions of the components that it uses. */
export interface RunAsk extends RunRequest {
  readonly components: readonly Component[];
}

export interface LiveRun {
  readonly controller: AbortController;
  readonly outbox: EventOutbox;
  readonly kept: KeptRecords;
  readonly ports: HostPorts;
  isOver: boolean;
}

export interface RunsWorld extends OutboxWorld {
  /** Ports of one run; its records go where they are told. */
  portsFor(keep: (step: string, record: MessageRecord) => void): HostPorts;
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

  /** Runs to the end; what happens leaves by the world. */
  async run({ components, ...request }: RunAsk): Promise<void> {
    const kept = new KeptRecords();
    const live: LiveRun = {
      controller: new AbortController(),
      outbox: new EventOutbox(request.runId, this.#world),
      kept,
      ports: this.#world.portsFor((step, record) => {
        kept.keep(step, record);
      }),
      isOver: false,
    };
    this.#runs.set(request.runId, live);
    this.#forgetOldOnes();
    try {
      await runFlow(
        request,
        createCatalog(components),
        live.ports,
        live.controller.signal,
        (event) => {
          live.outbox.add(event);
        },
      );
    } finally {
      live.isOver = true;
    }
  }

  #forgetOldOnes(): void {
    for (const [id, { isOver }] of this.#runs) {
      if (this.#runs.size <= runsKept) return;
      if (isOver) this.#runs.delete(id);
    }
  }
}
