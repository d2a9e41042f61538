/** What a later step sees of the earlier ones: what each gives, as far as it is in sight, and as the ways in between tell of it. */
import type { SourceType } from '../mapping/index.ts';
import type { Flow } from './flow-document.ts';
import { orderSteps } from './order-steps.ts';
import { hiddenIn, type IsHidden } from './groups.ts';
import { behindFilters, type BehindFilters } from './passed-filters.ts';
import { reachOf } from './reach.ts';
import { givenBy, isSame, type Given } from './given.ts';
import { failureSchema } from './own-schemas.ts';
import { errorPort, type FindOperations } from './step-facts.ts';

/** All earlier steps that a step may read, first the one that starts the flow, with what each gives. */
export function sourcesOf(
  flow: Flow,
  catalog: FindOperations,
  step: string,
): readonly SourceType[] {
  const reach = reachOf(flow.edges);
  const sight = sightOf(flow, catalog);
  const sources = orderSteps(flow).flatMap(({ id }) => {
    if (!reach.isBefore(id, step)) return [];
    const source = sourceSeenFrom(sight, id, step);
    return source === undefined ? [] : [source];
  });
  return lastList(catalog, step, sources);
}

const lastLists = new WeakMap<FindOperations, Map<string, readonly SourceType[]>>();

/** The list of last time while it is still the same, so that a form need not look at it again. */
function lastList(
  catalog: FindOperations,
  step: string,
  sources: readonly SourceType[],
): readonly SourceType[] {
  let lists = lastLists.get(catalog);
  if (lists === undefined) lastLists.set(catalog, (lists = new Map()));
  const last = lists.get(step);
  if (last !== undefined && isSame(last, sources)) return last;
  lists.set(step, sources);
  return sources;
}

const errorSchemas = new WeakMap<SourceType, SourceType>();

/** A flow with what its steps give, what is out of a later one's sight, and what filters in between tell of it. */
export interface Sight {
  readonly flow: Flow;
  readonly catalog: FindOperations;
  readonly given: Given;
  readonly hidden: IsHidden;
  readonly behind: BehindFilters;
}

export function sightOf(flow: Flow, catalog: FindOperations): Sight {
  return {
    flow,
    catalog,
    given: givenBy(flow, catalog),
    hidden: hiddenIn(flow, catalog),
    behind: behindFilters(flow, catalog),
  };
}

/** What a later step reads of an earlier one: its output, or, on the way of failures only, what went wrong. */
export function sourceSeenFrom(
  { flow, catalog, given, hidden, behind }: Sight,
  earlier: string,
  later: string,
): SourceType | undefined {
  const source = given.get(earlier);
  if (source === undefined || hidden(earlier, later)) return undefined;
  const reach = reachOf(flow.edges);
  const ways = reach.outOf(earlier);
  if (!ways.some(({ fromPort }) => fromPort === errorPort)) return behind(source, later);
  const isUsual = ways.some(
    ({ fromPort, to }) => fromPort !== errorPort && (to === later || reach.isBefore(to, later)),
  );
  if (isUsual) return behind(source, later);
  const schema = failureSchema(catalog);
  let failed = errorSchemas.get(source);
  if (failed?.schema !== schema) {
    failed = { ...source, schema };
    errorSchemas.set(source, failed);
  }
  return failed;
}
