/** A door of its own: only who draws or takes a service's description needs it. */
import type { Operation } from './component/operation.ts';
import { graphqlReader } from './graphql/graphql-reader.ts';
import type { Reader } from './reader.ts';

const readers: Readonly<
  Record<NonNullable<NonNullable<Operation['describedBy']>['reader']>, Reader>
> = {
  'graphql-query': graphqlReader('query'),
  'graphql-mutation': graphqlReader('mutation'),
};

/** Undefined: the message of the describing operation holds the schemas already. */
export function readerOf({ describedBy }: Operation): Reader | undefined {
  return describedBy?.reader === undefined ? undefined : readers[describedBy.reader];
}
export type { OfferedField, OfferedFields, Reader, ReaderOption, Reading } from './reader.ts';
