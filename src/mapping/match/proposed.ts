import type { JsonPath, Wording } from '../../shared/index.ts';
import type { Binding, Segment } from '../binding.ts';
import type { SourceField } from './fields.ts';

export type Confidence = 'sure' | 'likely' | 'maybe';

/** One proposed pair. */
export interface Match {
  readonly target: JsonPath;
  readonly binding: Binding;
  readonly from: string;
  readonly sourcePath: readonly Segment[];
  readonly confidence: Confidence;
  /** 0 to 1. */
  readonly score: number;
  readonly reason: Wording;
}

/** A pair that still competes with others for its field. */
export interface Candidate extends Match {
  readonly field: number;
  readonly source: SourceField;
  readonly equalNames: boolean;
}
