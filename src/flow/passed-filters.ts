/**
 * What is known at a step because a filter stands before it: whatever comes there has passed the filter, so a field that the
 * filter wants to be filled is filled. A filter that stands on one of several ways tells nothing behind the place where they
 * meet, and nothing behind a step that makes lists: a list may be of nothing that passed.
 */
import { isBinding, narrowed, type Condition, type SourceType } from '../mapping/index.ts';
import type { Flow, Step } from './flow-document.ts';
import { gathersOf } from './groups.ts';
import { reachOf } from './reach.ts';
import { errorPort, operationOf, passesThrough, type FindOperations } from './step-facts.ts';

/** What an earlier step gave, as a later one finds it behind the filters in between. */
export type BehindFilters = (source: SourceType, later: string) => SourceType;

interface Filter {
  readonly id: string;
  readonly condition: Condition;
  /** The only step before it: the filter gives on what that one gave. */
  readonly before: string | undefined;
  /** Steps that something may come to without passing it. */
  readonly passedBy: ReadonlySet<string>;
}

const known = new WeakMap<FindOperations, WeakMap<Flow, BehindFilters>>();

export function behindFilters(flow: Flow, catalog: FindOperations): BehindFilters {
  let flows = known.get(catalog);
  if (flows === undefined) known.set(catalog, (flows = new WeakMap()));
  let behind = flows.get(flow);
  if (behind === undefined) flows.set(flow, (behind = workOut(flow, catalog)));
  return behind;
}

function workOut(flow: Flow, catalog: FindOperations): BehindFilters {
  const reach = reachOf(flow.edges);
  const gathering = flow.steps
    .filter((step) => gathersOf(step, operationOf(step, catalog)) !== undefined)
    .map(({ id }) => id);
  const filters = flow.steps.flatMap((step): Filter[] => {
    const condition = wantsFilled(step, catalog);
    if (condition === undefined) return [];
    const into = reach.into(step.id);
    const before = into.length === 1 ? into[0]?.from : undefined;
    return [{ id: step.id, condition, before, passedBy: passedBy(flow, gathering, step.id) }];
  });
  if (filters.length === 0) return (source) => source;
  return (source, later) =>
    filters.reduce((seen, { id, condition, before, passedBy }) => {
      if (!reach.isBefore(id, later) || passedBy.has(later)) return seen;
      const named = seen.from === id ? before : seen.from;
      return named === undefined ? seen : narrowedBy(seen, condition, named);
    }, source);
}

/** The condition of a filter that wants a field to be filled; a step that is switched off is none. */
function wantsFilled(step: Step, catalog: FindOperations): Condition | undefined {
  const condition = step.slots['condition'];
  if (step.disabled === true || condition === undefined || isBinding(condition)) return undefined;
  const operation = operationOf(step, catalog);
  if (operation?.emits !== 'none-or-one' || !passesThrough(operation)) return undefined;
  const rows = 'all' in condition ? condition.all : [condition];
  return rows.some((row) => 'is' in row && row.is === 'is-not-empty') ? condition : undefined;
}

const reached = new WeakMap<Flow['edges'], Map<string, ReadonlySet<string>>>();

/** Edges change far more seldom than steps do. What a filter could not judge goes on, where it does, by the way of failures. */
function passedBy(
  { edges, steps }: Flow,
  gathering: readonly string[],
  filter: string,
): ReadonlySet<string> {
  let known = reached.get(edges);
  if (known === undefined) reached.set(edges, (known = new Map()));
  const key = [filter, ...gathering].join('\n');
  let found = known.get(key);
  if (found === undefined) {
    const reach = reachOf(edges);
    const begins = steps.map(({ id }) => id).filter((id) => reach.into(id).length === 0);
    const open = new Set([...begins, ...gathering]);
    for (const id of open)
      for (const { to, fromPort } of reach.outOf(id))
        if (id !== filter || fromPort === errorPort) open.add(to);
    known.set(key, (found = open));
  }
  return found;
}

const narrowedSources = new WeakMap<SourceType, WeakMap<Condition, Map<string, SourceType>>>();

/** The same source for the same condition, so that what was checked against it need not be checked again. */
function narrowedBy(source: SourceType, condition: Condition, named: string): SourceType {
  let byCondition = narrowedSources.get(source);
  if (byCondition === undefined) narrowedSources.set(source, (byCondition = new WeakMap()));
  let byName = byCondition.get(condition);
  if (byName === undefined) byCondition.set(condition, (byName = new Map()));
  let found = byName.get(named);
  if (found === undefined) {
    const [{ schema } = source] = narrowed([{ ...source, from: named }], condition);
    found = schema === source.schema ? source : { ...source, schema };
    byName.set(named, found);
  }
  return found;
}
