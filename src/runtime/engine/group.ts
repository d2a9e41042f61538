import type { Sources } from '../../mapping/index.ts';
import type { Message } from '../message.ts';
import type { RunNode } from './run-node.ts';

/** The messages that one message was taken apart into, until the last of them has come to its end. */
export class Group {
  readonly id: string;
  readonly origin: number;
  /** What the steps before the group gave, for those that come after it. */
  readonly sources: Sources;
  /** The group that the whole of it is one message of. */
  readonly parent: Group | undefined;
  /** Who takes messages apart. */
  readonly from: RunNode;
  /** Messages of it on their way; a group inside it counts as one, and so do its own entries while they leave. */
  open = 1;

  constructor(from: RunNode, { id, origin, sources, group }: Message) {
    this.id = id;
    this.origin = origin;
    this.sources = sources;
    this.parent = group;
    this.from = from;
    if (group !== undefined) group.open++;
  }
}
