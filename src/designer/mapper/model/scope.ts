import {
  originOf,
  refTo,
  type EntryOrigins,
  type Origin,
  type Segment,
} from '../../../mapping/index.ts';
import type { DataSource } from './data-tree.ts';

/** An entry of a list that a card goes through. */
export interface ListScope {
  readonly source: DataSource;
  /** Where the entry comes from, so that a pick from the list itself becomes a pick from its entry. */
  readonly through: Origin | undefined;
}

/** A pick from inside a list that a card goes through is a pick from the card's entry: the innermost one it lies in. */
export function withinScope(
  from: string,
  path: readonly Segment[],
  scope: readonly ListScope[],
): Origin {
  const entries = entriesOf(scope);
  const origin = originOf({ kind: 'ref', from, path }, entries);
  return origin === undefined ? { from, path } : refTo(origin, entries);
}

/** Where the entries in sight come from, outer ones first. */
export function entriesOf(scope: readonly ListScope[]): EntryOrigins {
  return new Map(scope.toReversed().map(({ source, through }) => [source.type.from, through]));
}
