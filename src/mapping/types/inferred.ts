import type { JsonSchema } from '../../shared/index.ts';

/** What a binding makes, as far as it is known without running it. */
export interface Inferred {
  readonly schema: JsonSchema;
  /** It may make nothing, and the field is left out. */
  readonly mayMiss: boolean;
}
