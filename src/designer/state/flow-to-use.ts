import type { Flow } from '../../flow/index.ts';
import type { WordCode } from '../../words/index.ts';

/** A flow to begin with. */
export interface FlowToUse {
  readonly name: WordCode;
  readonly text: WordCode;
  readonly flow: Flow;
}
