/**
 * How messages move. Steps that only compute run here and now, one after the other, without a promise; a message that
 * reaches a calling step is put on its desk.
 *
 * 1. A stack instead of recursion: a flow may have thousands of steps in a row.
 * 2. What leaves first is worked off first, to the end, before the next one leaves: order holds, and nothing piles up.
 * 3. R2: `leave` waits while a calling step ahead has a full desk.
 */
import type { Json } from '../../shared/index.ts';
import { cancelled } from '../failure.ts';
import type { Failure, MessageRecord } from '../contract.ts';
import type { Message } from '../message.ts';
import { outPort, errorPort } from '../../flow/index.ts';
import type { LiveRun } from './live-run.ts';
import type { RunNode } from './run-node.ts';

export class Push {
  readonly #run: LiveRun;
  readonly #nodes: RunNode[] = [];
  readonly #messages: Message[] = [];

  constructor(run: LiveRun) {
    this.#run = run;
  }

  /** A message from outside reaches a first step. */
  enter(node: RunNode, message: Message): void {
    this.#nodes.push(node);
    this.#messages.push(message);
    this.#drain();
  }

  /**
   * Lets outputs leave a calling step one by one. `already` of the same message left before.
   * False: no more may leave, because the limit is reached or the run has stopped.
   */
  async leave(
    node: RunNode,
    message: Message,
    port: string,
    outputs: readonly Json[],
    already: number,
  ): Promise<boolean> {
    const run = this.#run;
    for (let at = 0; at < outputs.length; at++) {
      if (run.isHalted && node.tally.out < node.limit) await run.untilGoingOn();
      if (run.stopped !== undefined) {
        node.isCut = true;
        run.undone.add(node.isFirstOfMany ? already + at : message.origin);
        return false;
      }
      if (node.tally.out >= node.limit) return false;
      this.#send(node, message, port, outputs[at] as Json, already + at); // `at` is below the length
      this.#drain();
      if (run.needsBreath || fullAhead(node) !== undefined) await this.room(node);
    }
    return node.tally.out < node.limit;
  }

  /** R2: resolves when the steps ahead can take more. */
  async room(node: RunNode): Promise<void> {
    const run = this.#run;
    if (run.needsBreath) await run.breathe();
    for (
      let full = fullAhead(node);
      full !== undefined && run.stopped === undefined;
      full = fullAhead(node)
    ) {
      const { desk } = full;
      run.tellCounts(true);
      await run.activity.pause((wake) => desk?.whenRoom(wake));
    }
  }

  #drain(): void {
    const nodes = this.#nodes;
    const messages = this.#messages;
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      this.#arrive(node, messages.pop() as Message); // pushed and popped in pairs
    }
    this.#run.tellCounts(false);
  }

  #arrive(node: RunNode, message: Message): void {
    const run = this.#run;
    const index = run.arrived(node);
    if (node.desk !== undefined) {
      node.desk.put({ message, index });
      return;
    }
    const { work } = node.planned;
    if (work.form !== 'inline') return;
    if (run.stopped !== undefined) {
      run.cancel(node, message.origin, { id: message.id, index }, cancelled);
      return;
    }
    const outcome = work.inline.run(message, run.context);
    const { input } = outcome;
    switch (outcome.state) {
      case 'done': {
        node.tally.done++;
        run.keep(
          node,
          input === undefined
            ? { id: message.id, index, output: outcome.outputs, state: 'done' }
            : { id: message.id, index, input, output: outcome.outputs, state: 'done' },
        );
        this.#sendAll(node, message, outcome.outputs);
        return;
      }
      case 'dropped':
        node.tally.dropped++;
        run.keep(node, {
          id: message.id,
          index,
          ...(input === undefined ? {} : { input }),
          state: 'dropped',
        });
        return;
      case 'refused': {
        const record = { id: message.id, index, ...(input === undefined ? {} : { input }) };
        const output = this.refused(node, record, outcome.failure);
        if (output !== undefined) this.#send(node, message, errorPort, output, 0);
      }
    }
  }

  /** R4: counts a refusal and does what the step says. What comes back is for the error branch. */
  refused(
    node: RunNode,
    record: Omit<MessageRecord, 'state' | 'failure'>,
    failure: Failure,
  ): Json | undefined {
    const run = this.#run;
    run.keep(node, { ...record, state: 'refused', failure });
    run.refuse(node, record.id, record.index, failure);
    switch (node.skipsRefused ? 'skip' : (node.planned.step.onFailure ?? 'stop')) {
      case 'stop':
        if (run.request.refusals === 'ask') run.halt(node, failure);
        else run.failAt(node, failure);
        return undefined;
      case 'skip':
        return undefined;
      case 'error-branch':
        return { error: errorOf(failure), input: record.input ?? null };
    }
  }

  #sendAll(node: RunNode, message: Message, outputs: readonly Json[]): void {
    if (outputs.length === 1) {
      if (node.tally.out < node.limit) this.#send(node, message, outPort, outputs[0] as Json, 0); // there is one
      return;
    }
    // The stack gives back the last one first.
    const leaving = outputs.slice(0, Math.max(0, node.limit - node.tally.out));
    for (let at = leaving.length - 1; at >= 0; at--)
      this.#send(node, message, outPort, leaving[at] as Json, at);
  }

  #send(node: RunNode, message: Message, port: string, output: Json, position: number): void {
    node.tally.out++;
    this.#run.changed(node);
    const following = port === outPort ? node.following : (node.next.get(port) ?? []);
    if (following.length === 0) return;
    const id =
      node.givesMany && port === outPort ? `${message.id}.${String(position)}` : message.id;
    const sources = node.sourcesAfter(message, output);
    for (let at = following.length - 1; at >= 0; at--) {
      const next = following[at] as RunNode; // `at` is inside the list
      this.#nodes.push(next);
      this.#messages.push({
        // Copies that meet again at one step are told apart by the way they came.
        id: next.planned.entries > 1 ? `${id}@${node.id}:${port}` : id,
        origin: node.isFirstOfMany ? position : message.origin,
        body: output,
        sources,
      });
    }
  }
}

function fullAhead(node: RunNode): RunNode | undefined {
  if (node.planned.entries === 0 && node.desk?.isFull === true) return node;
  for (const ahead of node.callsAhead) if (ahead.desk?.isFull === true) return ahead;
  return undefined;
}

function errorOf(failure: Failure): Json {
  return {
    code: failure.code,
    words: failure.serviceWords ?? null,
    status: failure.status ?? null,
    fields: failure.fields.map(({ path, value, words }) => ({
      path,
      value: value ?? null,
      words: words ?? null,
    })),
  };
}
