import type { Flow } from '../../flow/index.ts';
import type { WordCode } from '../../words/index.ts';

/** A flow to begin with, as it is offered. */
export interface FlowToUse {
  readonly id: string;
  readonly name: WordCode;
  readonly text: WordCode;
  /** The components of its steps, in their order. */
  readonly way: readonly string[];
  /** The flow itself is fetched when it is used, with names and texts in the language, where it is known. */
  load(language: string): Promise<Flow>;
}
