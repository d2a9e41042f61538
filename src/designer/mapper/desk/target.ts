import type { JsonSchema } from '../../../shared/index.ts';
import type { Binding } from '../../../mapping/index.ts';
import type { ListScope } from '../model/scope.ts';

/** A field that can take data. */
export interface PickTarget {
  readonly key: string;
  readonly label: string;
  readonly schema: JsonSchema;
  /** Entries of the lists around the field, inner first. */
  readonly scope: readonly ListScope[];
  /** `after` adds to what is there; without it the field decides (the caret's place in a text, else instead of it). */
  readonly accept: (binding: Binding, how?: PickHow) => void;
}

/** Where picked data goes in a field that holds something already. */
export type PickHow = 'replace' | 'after';
