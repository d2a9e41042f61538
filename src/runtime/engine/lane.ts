/**
 * A lane works on one message of a calling step at a time; a step has as many lanes as calls may run in parallel.
 * R1 is kept by the exit, R2 by waiting inside `leave`, R5 by every job ending in exactly one count.
 */
import type { Json } from '../../shared/index.ts';
import type { Message } from '../message.ts';
import type { MessageRecord } from '../message-record.ts';
import { cancelled, withSentValues } from '../failure.ts';
import { errorPort, outPort } from '../../flow/index.ts';
import { readdress } from '../recipients.ts';
import type { Calling, Prepared, PreparedCall } from '../steps/executor.ts';
import { heldAtMost, type Job } from './desk.ts';
import { Exchange } from './exchange.ts';
import { Interrupted } from './interrupted.ts';
import { letOut, type CallingNode } from './let-out.ts';
import type { LiveRun } from './live-run.ts';
import type { Leaving } from './ordered-exit.ts';
import type { PollMemory } from './poll-memory.ts';
import type { Push } from './push.ts';
import { refused } from './refused.ts';

export async function lane(
  run: LiveRun,
  push: Push,
  node: CallingNode,
  calling: Calling,
  memory: PollMemory | undefined,
): Promise<void> {
  const { desk } = node;
  for (;;) {
    if (run.isHalted && desk.hasWork) await run.untilGoingOn();
    const job = desk.take();
    if (job !== undefined) {
      await work(run, push, node, calling, memory, job);
      run.tellCounts(true);
    } else if (desk.isDone) return;
    else if (run.stopped !== undefined && desk.held.length > 0) giveUpHeld(run, node);
    else
      await run.activity.pause((wake) => {
        desk.whenWork(wake);
      });
  }
}

async function work(
  run: LiveRun,
  push: Push,
  node: CallingNode,
  calling: Calling,
  memory: PollMemory | undefined,
  job: Job,
): Promise<void> {
  const { message, index } = job;
  const name = { id: message.id, index };
  if (run.stopped !== undefined) {
    run.cancel(node, message.origin, name, cancelled);
    return letOut(run, push, node, job, undefined);
  }
  const preparing = preparedCall(run, calling, job);
  const made = preparing instanceof Promise ? await preparing : preparing;
  const prepared = made?.ok === true ? asShown(node, calling, job, made.call) : made;
  if (prepared === undefined) {
    run.cancel(node, message.origin, name, cancelled);
    return letOut(run, push, node, job, undefined);
  }
  if (!prepared.ok) {
    const record = { ...name, ...(prepared.input === undefined ? {} : { input: prepared.input }) };
    return letOut(
      run,
      push,
      node,
      job,
      errorLeaving(job, refused(run, node, message, record, prepared.failure)),
    );
  }
  const { call } = prepared;
  if (message.invented === true && call.preview !== undefined)
    return invent(run, push, node, job, call);
  if (node.desk.decision !== 'send' && job.isConfirmed !== true)
    return hold(run, push, node, { ...job, ...(made?.ok === true && { made: made.call }) }, call);

  await send(run, push, node, calling, memory, job, call);
}

/** Undefined: the run stopped meanwhile. Waits only where a formula has to be waited for. */
function preparedCall(
  run: LiveRun,
  calling: Calling,
  { message, made: known }: Job,
): Prepared | Promise<Prepared | undefined> {
  if (known !== undefined) return { ok: true, call: known };
  const made = calling.prepare(message, run.context);
  if (!(made instanceof Promise)) return made;
  run.tired();
  return made.catch((cause: unknown) => {
    if (cause instanceof Interrupted) return undefined;
    throw cause;
  });
}

/** The call as the person has seen it, or will: to themselves, where they want that. */
function asShown(
  { sendsTo, planned }: CallingNode,
  calling: Calling,
  { prepared }: Job,
  made: PreparedCall,
): Prepared {
  if (prepared !== undefined) return { ok: true, call: prepared };
  if (sendsTo === undefined || calling.prepareInput === undefined) return { ok: true, call: made };
  const { input, replaced } = readdress(made.input, planned.input, sendsTo);
  if (replaced.length === 0) return { ok: true, call: made };
  const again = calling.prepareInput(input);
  return again.ok ? { ok: true, call: { ...again.call, readdressed: replaced } } : again;
}

async function send(
  run: LiveRun,
  push: Push,
  node: CallingNode,
  calling: Calling,
  memory: PollMemory | undefined,
  job: Job,
  call: PreparedCall,
): Promise<void> {
  const { message } = job;
  const exchange = new Exchange(run, push, node, memory, job);
  const record = recordOf(job, call);
  try {
    const failure = (await calling.perform(call, exchange)) ?? exchange.refusal;
    if (failure !== undefined) {
      const output = refused(
        run,
        node,
        message,
        { ...record, ...exchange.seen() },
        withSentValues(failure, call.input),
      );
      return await letOut(run, push, node, job, errorLeaving(job, output));
    }
    if (!exchange.isCut && memory !== undefined) memory.isWhole = true;
    if (!exchange.isCut && exchange.leftOut > 0) {
      const why = run.limits.leftOut(exchange.leftOut);
      const kept = { ...record, ...exchange.seen(), output: exchange.outputs };
      const output = refused(run, node, message, kept, why, false);
      return await letOut(run, push, node, job, errorLeaving(job, output));
    }
    if (exchange.isCut)
      run.cancel(node, message.origin, { ...record, ...exchange.seen() }, exchange.whyCut());
    else
      count(run, node, { ...record, ...exchange.seen(), output: exchange.outputs, state: 'done' });
    await letOut(run, push, node, job, exchange.early);
  } catch (cause) {
    if (!(cause instanceof Interrupted)) throw cause;
    const why = exchange.whyCut(cause.failure);
    run.cancel(node, message.origin, { ...record, ...exchange.seen() }, why);
    await letOut(run, push, node, job, undefined);
  }
}

/** Shows a write instead of sending it. Beyond the cap the lane waits for the person, and with it everything before. */
async function hold(
  run: LiveRun,
  push: Push,
  node: CallingNode,
  job: Job,
  call: PreparedCall,
): Promise<void> {
  const { desk } = node;
  if (desk.decision === 'invent') return invent(run, push, node, job, call);
  count(run, node, { ...recordOf(job, call), state: 'held' });
  if (desk.decision === 'withhold') return letOut(run, push, node, job, undefined);
  desk.held.push({ ...job, prepared: call });
  while (desk.held.length >= heldAtMost && run.stopped === undefined) {
    await run.activity.pause((wake) => {
      desk.whenDecided(wake);
    });
  }
}

/** Nobody is asked: what would be sent is kept, and an example of an answer goes on. */
function invent(
  run: LiveRun,
  push: Push,
  node: CallingNode,
  job: Job,
  call: PreparedCall,
): Promise<void> {
  const { message } = job;
  const state = node.planned.effect === 'read' ? 'done' : 'held';
  const outputs = [node.planned.invented()];
  count(run, node, { invented: 'output', ...recordOf(job, call), output: outputs, state });
  const leaving: Leaving = { message: { ...message, invented: true }, port: outPort, outputs };
  return letOut(run, push, node, job, leaving);
}

/** One more of these at its step; what it was is kept. */
function count(
  run: LiveRun,
  node: CallingNode,
  record: MessageRecord & { readonly state: 'done' | 'held' },
): void {
  node.tally[record.state]++;
  run.changed(node);
  run.keep(node, record);
}

function inventedIn({ invented }: Message): Pick<MessageRecord, 'invented'> {
  return invented === undefined ? {} : { invented: 'input' };
}

/** The run stopped before the person decided. */
function giveUpHeld(run: LiveRun, node: CallingNode): void {
  for (const { message, index, prepared } of node.desk.giveUp()) {
    node.tally.held--;
    run.cancel(
      node,
      message.origin,
      { id: message.id, index, ...(prepared === undefined ? {} : { input: prepared.input }) },
      cancelled,
    );
    // Nothing leaves for it and nobody waits behind it: lanes that come later find the run stopped.
  }
}

function recordOf(
  { message, index }: Job,
  { input, preview, readdressed }: PreparedCall,
): Pick<MessageRecord, 'id' | 'index' | 'input' | 'request' | 'readdressed' | 'invented'> {
  return {
    id: message.id,
    index,
    input,
    ...(preview === undefined ? {} : { request: preview }),
    ...(readdressed === undefined ? {} : { readdressed }),
    ...inventedIn(message),
  };
}

function errorLeaving(job: Job, output: Json | undefined): Leaving | undefined {
  return output === undefined
    ? undefined
    : { message: job.message, port: errorPort, outputs: [output] };
}
