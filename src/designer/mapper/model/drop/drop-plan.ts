import type { JsonPath, JsonSchema, Wording } from '../../../../shared/index.ts';
import type { Binding, RefBinding, Segment, SourceType } from '../../../../mapping/index.ts';
import type { ListScope } from '../scope.ts';

/** Data on its way into a field, as a row of the tree names it: through every list by `{ each }`. */
export interface Dropped {
  readonly from: string;
  readonly path: readonly Segment[];
}

/** The field it goes into, and what is around it. */
export interface DropPlace {
  /** Undefined for a place inside a field: only itself can be filled. */
  readonly path: JsonPath | undefined;
  readonly label: string;
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
  readonly scope: readonly ListScope[];
  /** Everything the field may read: entries of the lists around it first. */
  readonly seen: readonly SourceType[];
  /** The whole mapping as it is. */
  readonly whole: Binding | undefined;
}

/** What is dropped, as the field sees it. */
export interface Given {
  readonly ref: RefBinding;
  readonly title: string;
  readonly schema: JsonSchema;
}

/** What a choice does: fills the field itself, or changes the list around it. */
export type Does = { readonly fill: Binding } | { readonly at: JsonPath; readonly set: Binding };

export type ChoiceId =
  | 'first'
  | 'last'
  | 'joined'
  | 'sum'
  | 'count'
  | 'repeat'
  | 'whole'
  | 'one-by-one'
  | 'its-field'
  | 'all-of-field';

export interface DropChoice {
  readonly id: ChoiceId;
  readonly says: Wording;
  /** Undefined: it cannot be done; `why` says what is in the way. */
  readonly does: Does | undefined;
  readonly why?: Wording;
  /** What it gives for the current sample is this binding's value. */
  readonly shows?: Binding;
}

/** What a drop means: it goes in as it is, the person is asked, or it cannot be. */
export type DropPlan =
  | { readonly kind: 'put'; readonly binding: Binding }
  | { readonly kind: 'ask'; readonly question: Wording; readonly choices: readonly DropChoice[] }
  | { readonly kind: 'no'; readonly reason: Wording };

export function lists(key: string, params: Wording['params'] = {}): Wording {
  return { code: `lists.${key}`, params };
}
