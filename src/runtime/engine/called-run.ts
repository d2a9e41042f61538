/**
 * A run inside a run: a step calls another flow, once for a message.
 *
 * 1. Effects of the inner run are effects of the outer one, under keys that begin with the call: a replay makes none twice.
 * 2. It ends with the outer run: a cancel reaches it. What it reports and what its messages were stays inside.
 * 3. Its calls to services are calls of the outer run, with which it shares the places.
 * 4. At most five calls inside each other: flows that call each other in a circle end.
 */
import { effectOf } from '../../catalog/index.ts';
import {
  answersCalls,
  calledFlowOf,
  isCallable,
  operationOf,
  type Flow,
} from '../../flow/index.ts';
import { failure, success, writeJson } from '../../shared/index.ts';
import type { RunEvent } from '../run-event.ts';
import type { CalledFlow, RunRequest } from '../run-request.ts';
import { type Failure, cancelledWhileSending, refusedAt } from '../failure.ts';
import type { HostPorts, StepKey } from '../ports.ts';
import type { FlowCalls, InnerReply } from '../steps/executor.ts';
import type { RunCatalog } from '../plan/plan-run.ts';
import type { CallPlaces } from './call-places.ts';
import { Interrupted } from './interrupted.ts';

const deepestCall = 5;
const longestQuoted = 300;

/** What a called flow knows of being called. */
export interface InsideCall {
  readonly depth: number;
  /** Its calls to services are calls of the run around it. */
  readonly calls: CallPlaces;
  readonly onReply: (origin: number, reply: InnerReply) => void;
}

type RunInside = (
  request: RunRequest,
  catalog: RunCatalog,
  ports: HostPorts,
  signal: AbortSignal,
  emit: (event: RunEvent) => void,
  inside: InsideCall,
) => Promise<void>;

export function callsOf(
  request: RunRequest,
  ports: HostPorts,
  signal: AbortSignal,
  { depth, calls }: Pick<InsideCall, 'depth' | 'calls'>,
  runInside: RunInside,
): FlowCalls {
  const known = new Map((request.calls ?? []).map((called) => [called.flow.id, called]));
  return {
    nameOf: (id) => known.get(id)?.flow.name,
    whyNot(id, name) {
      // Answered as it was then: nobody is called, so nobody has to be here.
      if (request.answers !== undefined) return undefined;
      const called = known.get(id);
      const params = { flow: name, limit: deepestCall };
      if (called === undefined) return refusedAt('steps.call-missing', [], params);
      if (!isCallable(called.flow)) return refusedAt('steps.call-not-callable', [], params);
      return depth >= deepestCall ? refusedAt('steps.call-too-deep', [], params) : undefined;
    },
    onlyReads: (id) => onlyReads(id, known),
    async run(id, message, key, mayWrite) {
      const called = known.get(id);
      if (called === undefined) throw new Error(`no flow ${id} to call`);
      const { flow, credentials } = called;
      const ending = new Ending(flow);
      let reply: InnerReply | undefined;
      await runInside(
        {
          runId: `${request.runId}/${key}`,
          flow,
          scope: { kind: 'flow' },
          writes: mayWrite ? 'allow' : 'ask',
          samples: {},
          credentials,
          received: [message],
          ...(request.limits === undefined ? {} : { limits: request.limits }),
          ...(request.remembers === undefined ? {} : { remembers: request.remembers }),
          ...(request.calls === undefined ? {} : { calls: request.calls }),
        },
        catalogOf(called),
        portsInside(ports, key),
        signal,
        (event) => {
          ending.take(event);
        },
        {
          depth: depth + 1,
          calls,
          onReply: (_origin, said) => {
            reply ??= said;
          },
        },
      );
      if (ending.status === 'cancelled') throw new Interrupted(cancelledWhileSending);
      const why = ending.failureOfCall();
      if (why !== undefined) return failure(why);
      if (reply !== undefined) return answerOf(reply, flow);
      return answersCalls(flow, catalogOf(called))
        ? failure(refusedAt('steps.call-unanswered', [], { flow: flow.name }))
        : success({ done: true });
    },
  };
}

function catalogOf({ components }: CalledFlow): RunCatalog {
  return { component: (id) => components.find((component) => component.id === id) };
}

/** Every flow that the call may come to is looked at once; one that is not here may do anything. */
function onlyReads(id: string, known: ReadonlyMap<string, CalledFlow>): boolean {
  const seen = new Set([id]);
  for (const each of seen) {
    const called = known.get(each);
    if (called === undefined) return false;
    const catalog = catalogOf(called);
    for (const step of called.flow.steps.filter(({ disabled }) => disabled !== true)) {
      const operation = operationOf(step, catalog);
      const inner = calledFlowOf(step, operation);
      if (inner !== undefined) seen.add(inner);
      else if (operation === undefined || effectOf(operation, step.settings) !== 'read')
        return false;
    }
  }
  return true;
}

/** A reply that says no is a refusal, as for any other caller. */
function answerOf({ status, answer }: InnerReply, { name }: Flow) {
  if (status < 400) return success(answer);
  const words = typeof answer === 'string' ? answer : writeJson(answer);
  return failure<Failure>({
    ...refusedAt('steps.call-refused', [], { flow: name, status }),
    status,
    serviceWords: words.slice(0, longestQuoted),
  });
}

/** Nobody is asked inside: what would be held there (nothing, where the call itself was held) is not sent. */
function portsInside(ports: HostPorts, key: string): HostPorts {
  return {
    ...ports,
    // Longer in front only: it still ends as a key does.
    step: (inner, act) => ports.step(`${key}/${inner}` as StepKey, act),
    signal: { wait: () => Promise.resolve('do-not-send'), send: () => undefined },
    records: { keep: () => undefined },
  };
}

/** How the inner run ended, from its reports. */
class Ending {
  readonly #flow: Flow;
  #stoppedAt: string | undefined;
  #failure: Failure | undefined;
  status: 'done' | 'failed' | 'cancelled' | undefined;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  take(event: RunEvent): void {
    if (event.type === 'step.finished' && event.status === 'failed') {
      this.#stoppedAt ??= this.#flow.steps.find(({ id }) => id === event.step)?.name;
      this.#failure ??= event.failure;
    }
    if (event.type === 'run.finished') {
      this.status = event.status;
      this.#failure ??= event.failure;
    }
  }

  /** In words that name the flow and the step, whichever flow inside it was; the innermost reason stands. */
  failureOfCall(): Failure | undefined {
    if (this.status === 'done') return undefined;
    const { name } = this.#flow;
    const inner = this.#failure;
    if (inner?.code === 'steps.call-failed') {
      const flows = `${name} → ${String(inner.params['calledFlow'])}`;
      return { ...inner, params: { ...inner.params, calledFlow: flows } };
    }
    return {
      kind: 'terminal',
      code: 'steps.call-failed',
      params: {
        ...inner?.params,
        calledFlow: name,
        calledStep: this.#stoppedAt ?? name,
        why: inner?.code ?? 'runs.input-incomplete',
      },
      ...(inner?.status === undefined ? {} : { status: inner.status }),
      ...(inner?.serviceWords === undefined ? {} : { serviceWords: inner.serviceWords }),
      fields: [],
    };
  }
}
