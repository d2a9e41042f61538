/**
 * What leaves a step, and where to: copies for each edge, and the groups that they belong to.
 *
 * 1. What is put on the stack last is worked off first: copies are put there from the last to the first.
 * 2. The copies of one message that a later Join waits for are a group of their own, inside the group of the message.
 *    It is opened before the first copy leaves and let go after the last one.
 */
import type { Json } from '../../shared/index.ts';
import { outPort } from '../../flow/index.ts';
import type { Message } from '../message.ts';
import { Group } from './group.ts';
import type { GroupEnds } from './group-ends.ts';
import type { LiveRun } from './live-run.ts';
import type { RunNode } from './run-node.ts';

/** Messages on their way to steps, the next one last. */
export class Stack {
  readonly #nodes: RunNode[] = [];
  readonly #messages: Message[] = [];

  put(node: RunNode, message: Message): void {
    this.#nodes.push(node);
    this.#messages.push(message);
  }

  /** Hands on one message after the other; a promise when a step has to wait. */
  workOff(
    arrive: (node: RunNode, message: Message) => Promise<void> | undefined,
  ): Promise<void> | undefined {
    for (;;) {
      const node = this.#nodes.pop();
      const message = this.#messages.pop();
      if (node === undefined || message === undefined) return undefined;
      const waiting = arrive(node, message);
      if (waiting !== undefined) return waiting;
    }
  }
}

export class Outgoing {
  readonly #run: LiveRun;
  readonly #stack: Stack;
  readonly #groups: GroupEnds;

  constructor(run: LiveRun, stack: Stack, groups: GroupEnds) {
    this.#run = run;
    this.#stack = stack;
    this.#groups = groups;
  }

  /** All outputs of a message at once, by the ways that each takes; without ways by the usual one, as far as the limit allows. */
  sendAll(
    node: RunNode,
    message: Message,
    outputs: readonly Json[],
    ports: readonly string[] | undefined,
  ): void {
    const room = node.limit - node.tally.out;
    const leaving =
      ports === undefined && outputs.length > room ? outputs.slice(0, Math.max(0, room)) : outputs;
    if (leaving.length === 1) {
      this.#sendBy(node, message, ports ?? onlyOut, leaving[0] as Json, 0); // there is one
      return;
    }
    const copies = leaving.map((output, at) => this.#copies(node, message, outPort, output, at));
    for (let at = leaving.length - 1; at >= 0; at--)
      this.#putBy(node, message, ports ?? onlyOut, leaving[at] as Json, at, copies[at]); // `at` is inside the list
    for (const group of copies) if (group !== undefined) this.#groups.release(group);
  }

  /** One output by one way. */
  send(node: RunNode, message: Message, port: string, output: Json, position: number): void {
    const copies = this.#copies(node, message, port, output, position);
    this.#put(node, message, port, output, position, copies);
    if (copies !== undefined) this.#groups.release(copies);
  }

  #sendBy(
    node: RunNode,
    message: Message,
    ports: readonly string[],
    output: Json,
    position: number,
  ): void {
    const copies = this.#copies(node, message, outPort, output, position);
    this.#putBy(node, message, ports, output, position, copies);
    if (copies !== undefined) this.#groups.release(copies);
  }

  #putBy(
    node: RunNode,
    message: Message,
    ports: readonly string[],
    output: Json,
    position: number,
    copies: Group | undefined,
  ): void {
    for (let at = ports.length - 1; at >= 0; at--)
      this.#put(node, message, ports[at] as string, output, position, copies); // `at` is inside the list
  }

  #put(
    node: RunNode,
    message: Message,
    port: string,
    output: Json,
    position: number,
    copies: Group | undefined,
  ): void {
    node.left(port);
    this.#run.changed(node);
    const following = node.after(port);
    if (following.length === 0) return;
    const id = idOf(node, message, port, position);
    const sources = node.sourcesAfter(message, output);
    const group = copies ?? this.#groupOf(node, message, port);
    for (let at = following.length - 1; at >= 0; at--) {
      const next = following[at] as RunNode; // `at` is inside the list
      const way = next.planned.join?.ways.get(`${node.id}:${port}`);
      const copy: Message = {
        // Copies that meet again at one step are told apart by the way they came.
        id: next.planned.entries > 1 ? `${id}@${node.id}:${port}` : id,
        origin: originOf(node, message, port, position),
        group: next.leadsToGathering ? group : undefined,
        body: output,
        sources,
      };
      const isPlain = way === undefined && message.invented === undefined;
      this.#stack.put(next, isPlain ? copy : { ...copy, ...marksOf(message, way) });
      if (group !== undefined && next.leadsToGathering) group.open++;
    }
  }

  /** The copies that leave for one output, where a later step waits for all of them. */
  #copies(
    node: RunNode,
    message: Message,
    port: string,
    output: Json,
    position: number,
  ): Group | undefined {
    if (!node.partsWays) return undefined;
    const copies = new Group('copies', node, {
      id: idOf(node, message, port, position),
      origin: originOf(node, message, port, position),
      sources: node.sourcesAfter(message, output),
      group: this.#groupOf(node, message, port),
    });
    node.copies.push(copies);
    return copies;
  }

  #groupOf(node: RunNode, message: Message, port: string): Group | undefined {
    return node.opensGroups && port === outPort ? this.#opened(node, message) : message.group;
  }

  /** The group that the entries of a message belong to; none where nothing gathers them. */
  #opened(node: RunNode, message: Message): Group | undefined {
    if (!node.leadsToGathering) return undefined;
    if (node.opening?.id !== message.id) {
      node.opening = new Group('entries', node, message);
      node.groups.push(node.opening);
    }
    return node.opening;
  }
}

function marksOf(
  { invented }: Message,
  way: string | undefined,
): Pick<Message, 'invented' | 'way'> {
  return { ...(way !== undefined && { way }), ...(invented !== undefined && { invented }) };
}

const onlyOut: readonly string[] = [outPort];
/** The origin of a list's refusal: no entry of the list. */
const noEntry = -1;

function idOf(node: RunNode, message: Message, port: string, position: number): string {
  return node.givesMany && port === outPort ? `${message.id}.${String(position)}` : message.id;
}

/** Where a message begins that leaves a step: with the first entries of a flow each is its own. */
export function originOf(node: RunNode, message: Message, port: string, position: number): number {
  if (!node.isFirstOfMany) return message.origin;
  return port === outPort ? position : noEntry;
}
