import type { Sources } from '../../mapping/index.ts';

/** Who takes messages apart, or where the ways part; with its groups that have not ended, in the order in which they were opened. */
export interface Opener {
  readonly id: string;
  readonly groups: Group[];
  readonly copies: Group[];
}

/** What a group keeps of the message that it comes from. */
interface Whole {
  readonly id: string;
  readonly origin: number;
  readonly sources: Sources;
  readonly group?: Group | undefined;
}

/** The messages that one message was taken apart into, or its copies on different ways, until the last has come to its end. */
export class Group {
  readonly kind: 'entries' | 'copies';
  readonly id: string;
  readonly origin: number;
  /** What the steps before the group gave, for those that come after it. */
  readonly sources: Sources;
  /** The group that the whole of it is one message of. */
  readonly parent: Group | undefined;
  readonly from: Opener;
  /** The groups of its kind and step that have not ended, in the order in which they were opened. */
  readonly line: Group[];
  /** Messages of it on their way; a group inside it counts as one, and so do its own entries while they leave. */
  open = 1;

  constructor(
    kind: Group['kind'],
    from: Opener,
    { id, origin, sources, group }: Whole,
    line = kind === 'entries' ? from.groups : from.copies,
  ) {
    this.kind = kind;
    this.id = id;
    this.origin = origin;
    this.sources = sources;
    this.parent = group;
    this.from = from;
    this.line = line;
    if (group !== undefined) group.open++;
  }
}
