import type { Position } from '../layout.ts';

/** A step as a place is found for it. */
export interface Box extends Position {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Its ways out, from top to bottom. */
  readonly ways: readonly string[];
}

/** A connection between two of them. */
export interface Arrow {
  readonly from: string;
  readonly fromPort: string;
  readonly to: string;
}
