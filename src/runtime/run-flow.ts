/**
 * Runs a flow and reports events. Owns: the order of things in a run. Does not own: time, chance, services, storage
 * (ports), what a step does (`steps/`), how a message moves (`engine/`).
 *
 * R1 Messages leave a step in the order in which they came, however many calls run in parallel.
 * R2 A slow step slows its source: what is in memory is bounded by settings, not by the data.
 * R3 Only what another try can mend is tried again; every retry is an event.
 * R4 A refused message stops the run, is skipped, or takes the error branch, as its step says. Where the person is
 *    asked, the run stands still at the refusal instead, and goes on from there or ends.
 * R5 Whatever happens, every step ends in a final state and every message in exactly one count.
 * R6 Events are the only output; what a message was is kept by the host, by step, for whoever looks.
 * R7 Nothing here depends on the host: same request and answers, same messages.
 */
import { usualAtOnce } from '../flow/index.ts';
import type { RunEvent } from './run-event.ts';
import { noCounts } from './run-counts.ts';
import type { RunRequest } from './run-request.ts';
import { ArrivingGroups } from './engine/arriving-groups.ts';
import { CallPlaces } from './engine/call-places.ts';
import { callsOf, type InsideCall } from './engine/called-run.ts';
import { Confirmations } from './engine/confirmations.ts';
import { Desk } from './engine/desk.ts';
import { Finish } from './engine/finish.ts';
import { lane } from './engine/lane.ts';
import type { CallingNode } from './engine/let-out.ts';
import { Interrupted } from './engine/interrupted.ts';
import { limitsOf } from './engine/limits.ts';
import { LiveRun } from './engine/live-run.ts';
import { OrderedExit } from './engine/ordered-exit.ts';
import { PollMemory } from './engine/poll-memory.ts';
import { Push } from './engine/push.ts';
import { lookAhead, RunNode } from './engine/run-node.ts';
import { withoutPayload } from './engine/without-payload.ts';
import { terminal } from './failure.ts';
import { firingsOf } from './firings.ts';
import { planRun, type PlannedStep, type RunCatalog, type RunPlan } from './plan/plan-run.ts';
import type { HostPorts } from './ports.ts';

/** Messages that may wait before a calling step, and results that may wait behind a slower one. */
const smallestDesk = 32;

/** `inside`: another run calls this flow, so many calls deep. Runs to the end; resolves when every step is final. Data and services never make it reject; a bug of ours does. */
export async function runFlow(
  request: RunRequest,
  catalog: RunCatalog,
  ports: HostPorts,
  signal: AbortSignal,
  emit: (event: RunEvent) => void,
  inside?: InsideCall,
): Promise<void> {
  const startedAt = await ports.now();
  const calls = new CallPlaces(limitsOf(request).callsAtOnce, inside?.calls);
  const planned = planRun(request, catalog, {
    ports,
    signal,
    remembers: request.remembers === true,
    calls: callsOf(request, ports, signal, { depth: inside?.depth ?? 0, calls }, runFlow),
    ...(inside === undefined ? {} : { onReply: inside.onReply }),
  });
  if (!planned.ok) {
    const { step, failure } = planned.reason;
    emit({
      type: 'run.started',
      runId: request.runId,
      at: startedAt,
      steps: request.flow.steps.map(({ id }) => id),
    });
    for (const { id } of request.flow.steps) {
      if (id === step)
        emit({
          type: 'step.finished',
          step: id,
          at: startedAt,
          status: 'failed',
          counts: noCounts,
          failure,
        });
      else
        emit({
          type: 'step.finished',
          step: id,
          at: startedAt,
          status: 'not-reached',
          counts: noCounts,
        });
    }
    emit({ type: 'run.finished', at: startedAt, status: 'failed', failure });
    return;
  }
  const report = (event: RunEvent): void => {
    emit(withoutPayload(event));
  };
  await execute(request, planned.value, ports, signal, report, startedAt, calls);
}

async function execute(
  request: RunRequest,
  plan: RunPlan,
  ports: HostPorts,
  signal: AbortSignal,
  emit: (event: RunEvent) => void,
  startedAt: number,
  calls: CallPlaces,
): Promise<void> {
  const nodes = plan.steps.map((step) => nodeFor(step, request));
  for (const node of nodes) node.connect(nodes);
  lookAhead(nodes);
  const run = new LiveRun(request, nodes, ports, signal, emit, startedAt, calls, whenQuiet);
  const push = new Push(run);
  const finish = new Finish(run);
  const confirmations = new Confirmations(run);
  let memory: Awaited<ReturnType<typeof pollMemory>>;

  emit({
    type: 'run.started',
    runId: request.runId,
    at: startedAt,
    steps: [...nodes.map(({ id }) => id), ...plan.skipped],
  });
  const cancel = (): void => {
    run.giveUp();
  };
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    await kept(async () => {
      memory = await run.unlessCancelled(pollMemory(request, nodes, ports));
      for (const { work } of plan.steps)
        if (work.form === 'inline' && work.inline.begin !== undefined)
          await run.unlessCancelled(work.inline.begin());
    });
    await ports.all([
      ...nodes.filter(isFirst).map(source),
      ...nodes.filter(callsOut).flatMap(lanesOf),
      ...nodes.flatMap(restOf),
    ]);
    if (run.isHalted) run.endHalted();
    for (const node of nodes.filter(callsOut))
      for (const { leaving } of node.exit.left)
        if (leaving !== undefined) run.cutBehind(node, leaving.port, leaving.message.origin);
    await kept(async () => {
      await memory?.memory.save(run.undone);
      for (const { work } of plan.steps)
        if (work.form === 'inline') await work.inline.end?.(run.undone);
    });
    await finish.end(plan.skipped);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
  if (run.defect !== undefined) throw run.defect.cause;

  /** What the host cannot remember ends the run in words: R5 holds, and nobody takes it for a run that counts. */
  async function kept(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (cause) {
      if (!(cause instanceof Interrupted))
        run.stop('failed', terminal('runs.not-remembered', { reason: reasonOf(cause) }));
    }
  }

  /** Everybody waits: for the person, or by a mistake of ours, which must not hang. */
  function whenQuiet(): void {
    if (run.stopped !== undefined || nodes.every((node) => node.isFinished)) return;
    confirmations.ask().then(
      (asked) => {
        if (!asked && !run.activity.isBusy)
          run.broke(new Error('nothing in the run moves, and nobody is asked'));
      },
      (cause: unknown) => {
        run.broke(cause);
      },
    );
  }

  function source(node: RunNode): () => Promise<void> {
    run.activity.begin();
    return guarded(
      async () => {
        const groups = new ArrivingGroups(node);
        for (const message of firingsOf(request, node.planned, startedAt)) {
          if (run.isHalted && node.tally.out < node.limit) await run.untilGoingOn();
          if (run.stopped !== undefined) node.isCut = true;
          if (run.stopped !== undefined || node.tally.out >= node.limit) break;
          const moving = push.enter(node, groups.joined(message));
          if (moving !== undefined) await moving;
          await push.room(node, 'here');
        }
        await push.ended(groups.all);
      },
      () => {
        finish.inputEnded(node);
      },
    );
  }

  function lanesOf(node: CallingNode): readonly (() => Promise<void>)[] {
    const { work } = node.planned;
    if (work.form !== 'calling') return [];
    const { calling } = work;
    node.lanes = parallelOf(node.planned);
    return Array.from({ length: node.lanes }, () => {
      run.activity.begin();
      return guarded(
        () => lane(run, push, node, calling, memory?.node === node ? memory.memory : undefined),
        () => {
          node.lanes--;
          if (node.lanes === 0) finish.finished(node);
        },
      );
    });
  }

  /** A gathering step waits for its end, and gives what it has then. */
  function restOf(node: RunNode): readonly (() => Promise<void>)[] {
    const { work } = node.planned;
    if (work.form !== 'gathering') return [];
    run.activity.begin();
    return [
      guarded(
        async () => {
          await run.activity.pause((wake) => {
            node.whenInputEnded(wake);
          });
          await push.giveRest(node, work.gathering);
        },
        () => {
          finish.finished(node);
        },
      ),
    ];
  }

  /** A bug of ours stops the run as well: no step stays "running". */
  function guarded(act: () => Promise<void>, afterwards: () => void): () => Promise<void> {
    return async () => {
      try {
        await act();
      } catch (cause) {
        run.broke(cause);
      } finally {
        afterwards();
        run.activity.end();
      }
    };
  }
}

/** The host's own word for what went wrong, where it has one: no path, no data. */
function reasonOf(cause: unknown): string {
  const code = (cause as { readonly code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : cause instanceof Error ? cause.name : '';
}

function nodeFor(planned: PlannedStep, request: RunRequest): RunNode {
  const { work, effect, step, entries } = planned;
  const isOrigin = entries === 0 && !request.flow.edges.some((edge) => edge.to === step.id);
  const limit = isOrigin ? request.firstRecords : undefined;
  if (work.form !== 'calling') return new RunNode(planned, undefined, undefined, limit);
  const parallel = parallelOf(planned);
  const asks =
    effect !== 'read' &&
    request.writes === 'ask' &&
    request.sendsAlways?.includes(step.id) !== true;
  const desk = new Desk(Math.max(smallestDesk, parallel * 4), asks ? 'ask' : 'send');
  return new RunNode(planned, desk, new OrderedExit(Math.max(smallestDesk, parallel * 4)), limit);
}

function parallelOf({ step, effect }: PlannedStep): number {
  return step.parallel ?? usualAtOnce(effect);
}

function callsOut(node: RunNode): node is CallingNode {
  return node.desk !== undefined;
}

function isFirst(node: RunNode): boolean {
  return node.planned.entries === 0;
}

/** A polled flow that fires by itself gives what its first step has not given before. */
async function pollMemory(
  { flow, onlyNew }: RunRequest,
  nodes: readonly RunNode[],
  ports: HostPorts,
): Promise<{ readonly node: RunNode; readonly memory: PollMemory } | undefined> {
  const node = onlyNew === true ? nodes.filter(callsOut).find(isFirst) : undefined;
  if (node === undefined) return undefined;
  const { pollKey, emits } = node.planned.operation;
  const isOneMessage = emits === 'many' && !node.givesMany;
  return {
    node,
    memory: await PollMemory.load(ports, flow.id, node.id, pollKey, isOneMessage),
  };
}
