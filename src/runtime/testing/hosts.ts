import type { Json } from '../../shared/index.ts';
import type { HttpRequest } from '../../catalog/index.ts';
import type { Confirmation, RefusalDecision } from '../decisions.ts';
import type { MessageRecord } from '../message-record.ts';
import type { RunEvent } from '../run-event.ts';
import type { RunRequest } from '../run-request.ts';
import { createMemoryPorts } from '../memory-ports.ts';
import { neverAborted, type CodePort, type HostPorts } from '../ports.ts';
import { runFlow } from '../run-flow.ts';
import { testCatalog } from './a-flow.ts';
import { quiet } from './fake-ports.ts';
import { fakeService, type Script } from './fake-service.ts';

/** What the person says when writes of a step are held: always the same, or one thing after the other. */
export type ConfirmAnswers = Readonly<Record<string, Confirmation | readonly Confirmation[]>>;

/** What a host is asked in a test. */
export interface HostAsk {
  readonly request: RunRequest;
  readonly script: Script;
  readonly confirm?: ConfirmAnswers;
  /** What the person says at a refusal that stops the flow, where the run asks. */
  readonly atRefusal?: Readonly<Record<string, RefusalDecision>>;
  /** Cancels when the service is asked for the so-many-th time. */
  readonly cancelAtCall?: number;
  /** What the host keeps from run to run. */
  readonly state?: HostPorts['state'];
  /** Files that the host keeps. */
  readonly files?: HostPorts['files'];
}

export interface Ran {
  readonly events: readonly RunEvent[];
  readonly requests: readonly HttpRequest[];
  /** Calls that were under way at once, at most. */
  readonly mostAtOnce: number;
  /** Milliseconds for which the run asked its host to sleep, in all. */
  readonly slept: number;
  /** What callers were answered, by the number of the call; the first answer counts. */
  readonly replies: Readonly<Record<number, Json>>;
  records(step: string): readonly MessageRecord[];
}

/** A host of the engine, as the contract suite sees it. */
export interface HostUnderTest {
  run(ask: HostAsk): Promise<Ran>;
}

/** A host in this thread can be cancelled at any moment, not only when a service is asked. */
export interface AskInThread extends HostAsk {
  /** While it reports for the so-many-th time. */
  readonly cancelAtReport?: number;
  /** When so many promises in a row could go on. */
  readonly cancelAfterTurns?: number;
  /** When so many promises in a row could go on after the first refusal: of a run that it stopped, while last calls are on their way. */
  readonly cancelAfterRefusal?: number;
}

/** Gives what it is given; fails for each fifth `id`. */
const standInCode: CodePort = {
  run({ input }) {
    const { id } = JSON.parse(input) as { readonly id?: unknown };
    return Promise.resolve(
      Number(id) % 5 === 3 ? { ok: false, reason: 'threw' } : { ok: true, output: input },
    );
  },
};

/** The engine in this thread, everything in memory. */
export const inProcessHost = {
  async run(ask: AskInThread): Promise<Ran> {
    const { request, script, confirm = {}, atRefusal = {}, cancelAtCall, state, files } = ask;
    const controller = new AbortController();
    cancelLater(ask, () => {
      controller.abort();
    });
    const service = fakeService((asked, call) => {
      if (call === cancelAtCall) controller.abort();
      return script(asked, call);
    });
    const ports = countingSleep(createMemoryPorts({ service, recordsKept: 100_000 }));
    const events: RunEvent[] = [];
    const replies: Record<number, Json> = {};
    await runFlow(
      request,
      testCatalog,
      {
        ...ports,
        ...(state && { state }),
        ...(files && { files }),
        code: standInCode,
        signal: answering(confirm, atRefusal, replies),
      },
      controller.signal,
      (event) => {
        if (events.push(event) === ask.cancelAtReport) controller.abort();
        if (event.type === 'message.refused' && ask.cancelAfterRefusal !== undefined)
          void quiet(ask.cancelAfterRefusal).then(() => {
            controller.abort();
          });
      },
    );
    return {
      events,
      requests: service.requests,
      mostAtOnce: service.traffic.most,
      slept: ports.slept(),
      replies,
      records: (step) => ports.kept.page(step, 0, 100_000).records,
    };
  },
} satisfies HostUnderTest;

/**
 * A host that dies after every outside effect and begins again, with nothing but its journal of effects. What the
 * last life reports must be what an undisturbed run reports, and no effect may happen twice.
 */
export const dyingHost = {
  async run(ask: AskInThread): Promise<Ran> {
    const { request, script, confirm = {}, atRefusal = {}, cancelAtCall, state, files } = ask;
    let controller = new AbortController();
    let isCancelled = false;
    cancelLater(ask, () => {
      isCancelled = true;
      controller.abort();
    });
    const journal = new Map<string, unknown>();
    const service = fakeService(script);
    const replies: Record<number, Json> = {};
    for (;;) {
      const life = new Life(journal);
      const ports = countingSleep(createMemoryPorts({ service, recordsKept: 100_000 }));
      controller = new AbortController();
      if (isCancelled) controller.abort();
      const { signal } = controller;
      const events: RunEvent[] = [];
      const ran = runFlow(
        request,
        testCatalog,
        {
          ...ports,
          ...(state && { state }),
          ...(files && { files }),
          code: standInCode,
          signal: answering(confirm, atRefusal, replies),
          step: (key, act) => {
            if (journal.size === cancelAtCall) controller.abort();
            return life.step(key, act);
          },
        },
        signal,
        (event) => {
          if (events.push(event) === ask.cancelAtReport) controller.abort();
        },
      ).then(() => 'ended' as const);
      if ((await Promise.race([ran, life.death])) === 'ended') {
        return {
          events,
          requests: service.requests,
          mostAtOnce: service.traffic.most,
          slept: ports.slept(),
          replies,
          records: (step) => ports.kept.page(step, 0, 100_000).records,
        };
      }
    }
  },
} satisfies HostUnderTest;

/** Ports that know how long they were asked to sleep. */
export function countingSleep<Ports extends Pick<HostPorts, 'sleep'>>(
  ports: Ports,
): Ports & { slept(): number } {
  let slept = 0;
  return {
    ...ports,
    slept: () => slept,
    sleep(ms) {
      slept += ms;
      return ports.sleep(ms);
    },
  };
}

function cancelLater({ cancelAfterTurns }: AskInThread, cancel: () => void): void {
  if (cancelAfterTurns !== undefined) void quiet(cancelAfterTurns).then(cancel);
}

/** From one death to the next: what is in the journal is taken from there, one new effect happens, then all is silent. */
class Life {
  readonly death: Promise<'died'>;
  readonly #journal: Map<string, unknown>;
  #die: (how: 'died') => void = () => undefined;
  #isSpent = false;

  constructor(journal: Map<string, unknown>) {
    this.#journal = journal;
    this.death = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  async step<Value>(key: string, act: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    if (this.#journal.has(key)) return this.#journal.get(key) as Value; // written below under the same key
    if (!this.#isSpent) {
      this.#isSpent = true;
      this.#journal.set(key, await act(neverAborted));
      this.#die('died');
    }
    return new Promise<Value>(() => undefined);
  }
}

function answering(
  confirm: ConfirmAnswers,
  atRefusal: Readonly<Record<string, RefusalDecision>>,
  replies: Record<number, Json>,
): HostPorts['signal'] {
  const next = inTurn(confirm);
  const answers = new Map<string, () => Json | undefined>([
    ...Object.keys(confirm).map((step) => [`confirm:${step}`, () => next(step)] as const),
    ...Object.entries(atRefusal).map(
      ([step, answer]) => [`refusal:${step}`, () => answer] as const,
    ),
  ]);
  return {
    wait: (name): Promise<Json> => {
      const answer = answers.get(name)?.();
      return answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer);
    },
    send(name, value) {
      const call = /^reply\/(\d+)$/.exec(name)?.[1];
      if (call !== undefined) replies[Number(call)] ??= value;
    },
  };
}

/** The person's answers to what a step holds, one after the other. */
export function inTurn(confirm: ConfirmAnswers): (step: string) => Confirmation | undefined {
  const asked = new Map<string, number>();
  return (step) => {
    const answers = confirm[step];
    if (!isList(answers)) return answers;
    const at = asked.get(step) ?? 0;
    asked.set(step, at + 1);
    return answers[at];
  };
}

function isList(
  answers: Confirmation | readonly Confirmation[] | undefined,
): answers is readonly Confirmation[] {
  return Array.isArray(answers);
}
