/** The lines of an outline before their places are known: those of the flow, of its groups and of its notes. */
import type { FlowLine } from '../../flow/index.ts';

interface Line {
  readonly key: string;
  /** From 1. */
  readonly level: number;
}

/** The steps of a group that follow each other here; a further line of it where others are between them. */
interface GroupLine extends Line {
  readonly kind: 'group';
  readonly group: string;
  readonly isFurther: boolean;
}

interface NotesLine extends Line {
  readonly kind: 'notes';
}

interface NoteLine extends Line {
  readonly kind: 'note';
  readonly note: string;
}

export type Drawn = FlowLine | GroupLine | NotesLine | NoteLine;
