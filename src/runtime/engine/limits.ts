/**
 * Limits of a run: what goes beyond them is refused at its step, in words, before it fills the host's memory.
 *
 * 1. A message counts with about the characters of its data; a file in it (`base64`) with what it holds.
 * 2. An entry of a list is refused by itself: whether the rest of the list goes on is its step's word. A list that the run
 *    has no room for ends.
 * 3. Messages of a run are counted where one becomes many. What goes on from step to step stays the same message.
 */
import type { RequestTemplate } from '../../catalog/index.ts';
import { runLimits, type RunLimitName } from '../../flow/index.ts';
import { roomAfter, type Json } from '../../shared/index.ts';
import { terminal, type Failure } from '../failure.ts';
import type { RunLimits, RunRequest } from '../run-request.ts';
import type { RunNode } from './run-node.ts';

const bytesOfMegabyte = 1024 * 1024;

/** What whoever asks for the run says; else what its flow says; else the usual. */
export function limitsOf({ limits, flow }: Pick<RunRequest, 'limits' | 'flow'>): RunLimits {
  const ofFlow = (name: RunLimitName): number => flow.limits?.[name] ?? runLimits[name].usual;
  return {
    messageBytes: ofFlow('messageMegabytes') * bytesOfMegabyte,
    messages: ofFlow('messages'),
    callsAtOnce: ofFlow('callsAtOnce'),
    waitSeconds: ofFlow('waitSeconds'),
    ...limits,
  };
}

/** An output that may not leave. */
interface Refused {
  readonly at: number;
  readonly failure: Failure;
  /** One entry of a list: those behind it may go on. */
  readonly isEntry?: boolean;
}

export class Limits {
  readonly #limits: RunLimits;
  #messages = 0;

  constructor(limits: RunLimits) {
    this.#limits = limits;
  }

  /** The first of these outputs, from one on, that may not leave, and why; undefined: all of them may. */
  firstRefused(
    node: RunNode,
    outputs: readonly Json[],
    came?: Json,
    from = 0,
  ): Refused | undefined {
    const room = from + (node.givesMany ? this.#limits.messages - this.#messages : outputs.length);
    const wanted = Math.min(outputs.length, from + node.limit - node.tally.out);
    for (let at = from; at < wanted; at++) {
      if (at >= room) return { at, failure: this.#tooMany() };
      const output = outputs[at] as Json; // `at` is below the length
      if (output !== came && this.#isTooBig(output))
        return node.givesMany
          ? { at, failure: this.#tooBig('entry'), isEntry: true }
          : { at, failure: this.#tooBig('message') };
    }
    return undefined;
  }

  /** So many leave a step. */
  count(node: RunNode, messages: number): void {
    if (node.givesMany) this.#messages += messages;
  }

  /** What is left of a message's room after a further part of it, or why there is none. */
  roomAfter(part: Json, room: number | undefined, what: 'message' | 'list'): number | Failure {
    const left = roomAfter(part, room ?? this.#limits.messageBytes, asHeld);
    return left > 0 ? left : this.#tooBig(what);
  }

  #isTooBig(value: Json): boolean {
    const { messageBytes: most } = this.#limits;
    return roomAfter(value, most) <= 0 && roomAfter(value, most, asHeld) <= 0;
  }

  /** So many entries of a list were too big and stayed behind; the others went on. */
  leftOut(count: number): Failure {
    return terminal('runs.entries-left-out', { count, megabytes: this.#megabytes });
  }

  #tooBig(what: 'message' | 'list' | 'entry'): Failure {
    return terminal(`runs.${what}-too-big`, { megabytes: this.#megabytes });
  }

  get #megabytes(): number {
    return this.#limits.messageBytes / bytesOfMegabyte;
  }

  /** The request as it is sent: whoever sends it waits as long as the run may. */
  waited(request: RequestTemplate): RequestTemplate {
    const { waitSeconds } = this.#limits;
    return waitSeconds === runLimits.waitSeconds.usual ? request : { ...request, waitSeconds };
  }

  #tooMany(): Failure {
    return terminal('runs.too-many-messages', { limit: this.#limits.messages });
  }
}

/** A file counts with what it holds: four signs of Base64 are three bytes. */
function asHeld(name: string, text: string): number {
  return name === 'base64' ? text.length * 0.75 : text.length;
}
