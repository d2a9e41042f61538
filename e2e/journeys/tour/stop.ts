import type { Tourist } from './tourist.ts';

/** A screen, and how to get there from the one before. */
export interface Stop {
  readonly screen: string;
  /** For eyes alone: no program reads it aloud. */
  readonly isPaper?: true;
  readonly go: (visitor: Tourist) => Promise<unknown>;
}

/** Screens that follow from each other, from a page that is loaded anew. */
export interface Chapter {
  readonly title: string;
  readonly stops: readonly Stop[];
}
