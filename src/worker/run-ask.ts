import type { Component } from '../catalog/index.ts';
import type { RunRequest } from '../runtime/index.ts';

/** A run as the page asks for it: with the descriptions of the components that it uses. */
export interface RunAsk extends RunRequest {
  readonly components: readonly Component[];
  /** Begin with what this step of that run refused, as it came to it. */
  readonly again?: { readonly runId: string; readonly step: string };
  /** What came in, by the hash of the sample that has it as its first message: instead of `received`. */
  readonly receivedSample?: string;
  /** Begin with the data of that run: its sources are not asked again. */
  readonly sameDataAs?: string;
  /** Nobody asked for it: the flow's own start fired. */
  readonly firesItself?: boolean;
}

/** How a run that is kept as a test is called. */
export interface TestAsk {
  readonly runId: string;
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}
