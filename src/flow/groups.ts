/**
 * What a step can still read behind one that makes a list of many messages: what came before these were one message,
 * and nothing of what each of them was by itself.
 */
import { settingsWithDefaults, type Operation } from '../catalog/index.ts';
import type { Flow, Step } from './flow-document.ts';
import { forkOf } from './joins.ts';
import { reachOf, type Reach } from './reach.ts';
import { errorPort, operationOf, type FindOperations } from './step-facts.ts';

/** How a step gathers: of what, and how many at most in one list. `ways`: the copies of one message, of which each list is. */
export interface Gathers {
  readonly of: 'group' | 'run' | 'ways';
  readonly most: number;
  /** A list leaves with the first message that comes so long after its first one. */
  readonly everyMs: number | undefined;
}

/** Undefined: the operation gathers nothing. */
export function gathersOf(
  { settings }: Pick<Step, 'settings'>,
  operation: Operation | undefined,
): Gathers | undefined {
  const { gathers } = operation ?? {};
  if (operation === undefined || gathers === undefined) return undefined;
  const values = settingsWithDefaults(operation, settings);
  const of = gathers.of === undefined ? undefined : values[gathers.of];
  const size = gathers.size === undefined ? undefined : values[gathers.size];
  const minutes = gathers.minutes === undefined ? undefined : values[gathers.minutes];
  return {
    of: gathers.ways === true ? 'ways' : of === 'run' ? 'run' : 'group',
    most: typeof size === 'number' && size >= 1 ? Math.floor(size) : Number.POSITIVE_INFINITY,
    everyMs: typeof minutes === 'number' && minutes > 0 ? minutes * 60_000 : undefined,
  };
}

/** Whether a group may have more lists than one. */
export function givesParts({ most, everyMs }: Pick<Gathers, 'most' | 'everyMs'>): boolean {
  return most < Number.POSITIVE_INFINITY || everyMs !== undefined;
}

/** Whether what an earlier step gave is out of a later one's sight. */
export type IsHidden = (earlier: string, later: string) => boolean;

const known = new WeakMap<FindOperations, WeakMap<Flow, IsHidden>>();

export function hiddenIn(flow: Flow, catalog: FindOperations): IsHidden {
  let flows = known.get(catalog);
  if (flows === undefined) known.set(catalog, (flows = new WeakMap()));
  let hidden = flows.get(flow);
  if (hidden === undefined) flows.set(flow, (hidden = workOut(flow, catalog)));
  return hidden;
}

function workOut(flow: Flow, catalog: FindOperations): IsHidden {
  const reach = reachOf(flow.edges);
  const { gathering, opening } = gatheringIn(flow.steps, catalog);
  if (gathering.size === 0) return () => false;
  const openers = new Map(
    [...gathering].map(([id, { of }]) => [
      id,
      of === 'ways' ? forksOf(flow, id) : openersOf(id, gathering, opening, reach),
    ]),
  );
  const inSight = new Map<string, ReadonlySet<string>>();
  return (earlier, later) => {
    let seen = inSight.get(earlier);
    if (seen === undefined) {
      const walls = new Set(
        [...gathering.keys()].filter(
          (id) =>
            reach.isBefore(earlier, id) &&
            !openers.get(id)?.some(
              (opener) =>
                reach.isBefore(earlier, opener) ||
                // What the ways part from is one message still.
                (gathering.get(id)?.of === 'ways' && earlier === opener),
            ),
        ),
      );
      inSight.set(earlier, (seen = reachable(earlier, walls, reach)));
    }
    return !seen.has(later);
  };
}

function forksOf({ edges }: Flow, join: string): readonly string[] {
  const fork = forkOf(edges, join);
  return fork === undefined ? [] : [fork];
}

/** The steps that take messages apart whose entries a step gathers; none: it gathers of the whole run, or the ways of a message. */
export function openersInto(
  steps: Flow['steps'],
  edges: Flow['edges'],
  catalog: FindOperations,
  id: string,
): readonly string[] {
  const { gathering, opening } = gatheringIn(steps, catalog);
  return gathering.get(id)?.of === 'group' ? openersOf(id, gathering, opening, reachOf(edges)) : [];
}

interface GatheringSteps {
  readonly gathering: ReadonlyMap<string, Gathers>;
  /** Those that take messages apart. */
  readonly opening: ReadonlySet<string>;
}

function gatheringIn(steps: Flow['steps'], catalog: FindOperations): GatheringSteps {
  const gathering = new Map<string, Gathers>();
  const opening = new Set<string>();
  for (const step of steps) {
    if (step.disabled === true) continue;
    const operation = operationOf(step, catalog);
    const gathers = gathersOf(step, operation);
    if (gathers !== undefined) gathering.set(step.id, gathers);
    if (operation?.emits === 'groups') opening.add(step.id);
  }
  return { gathering, opening };
}

/** The steps that open the groups which a step gathers; none: it gathers the whole run. */
function openersOf(
  gatherer: string,
  gathering: ReadonlyMap<string, Gathers>,
  opening: ReadonlySet<string>,
  reach: Reach,
): readonly string[] {
  if (gathering.get(gatherer)?.of === 'run') return [];
  const found = new Set<string>();
  const seen = new Set<string>();
  const open: { readonly id: string; readonly depth: number }[] = [{ id: gatherer, depth: 1 }];
  for (const { id, depth } of open) {
    for (const { from, fromPort } of reach.into(id)) {
      const gathers = gathering.get(from);
      if (gathers?.of === 'run') continue;
      // What failed goes on as it came: in the group that it came in.
      const isAsItCame = fromPort === errorPort;
      const closes = !isAsItCame && gathers?.of === 'group' && !givesParts(gathers);
      const opens = !isAsItCame && opening.has(from);
      const next = depth + (closes ? 1 : opens ? -1 : 0);
      if (next === 0) found.add(from);
      else if (!seen.has(`${from} ${String(next)}`)) {
        seen.add(`${from} ${String(next)}`);
        open.push({ id: from, depth: next });
      }
    }
  }
  return [...found];
}

/**
 * Behind the name of the group around it a message at this step has so many parts in its own (`0.3` in the group `0` has
 * one). Undefined: no group is open there, or not the same one on every way.
 */
export function partsInOpenGroup(
  flow: Pick<Flow, 'steps' | 'edges'>,
  catalog: FindOperations,
  step: string,
): number | undefined {
  const reach = reachOf(flow.edges);
  const steps = new Map(flow.steps.map((each) => [each.id, each]));
  const found = new Set<number | undefined>();
  const seen = new Set<string>();
  /** `depth`: groups that were gathered on the way back, whose parts are no longer in the name. */
  const open: { readonly id: string; readonly depth: number; readonly parts: number }[] = [
    { id: step, depth: 0, parts: 0 },
  ];
  const add = (id: string, depth: number, parts: number): void => {
    const name = `${id} ${String(depth)} ${String(parts)}`;
    if (!seen.has(name)) open.push({ id, depth, parts });
    seen.add(name);
  };
  for (const { id, depth, parts } of open) {
    const before = reach.into(id);
    if (before.length === 0) found.add(undefined);
    for (const { from, fromPort } of before) {
      const earlier = steps.get(from);
      const operation = earlier === undefined ? undefined : operationOf(earlier, catalog);
      // What failed goes on under the name that it came with.
      const isSame = earlier?.disabled === true || fromPort === errorPort;
      if (earlier === undefined || isSame) add(from, depth, parts);
      else if (operation?.emits === 'groups') {
        if (depth === 0) found.add(parts + 1);
        else add(from, depth - 1, parts);
      } else {
        const gathers = gathersOf(earlier, operation);
        const isMany = operation?.emits === 'many' && earlier.emit !== 'whole-list';
        if (gathers === undefined) add(from, depth, depth === 0 && isMany ? parts + 1 : parts);
        else if (gathers.of === 'group' && !givesParts(gathers)) add(from, depth + 1, parts);
        // What else gathers gives names of its own.
        else found.add(undefined);
      }
    }
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** All later steps that a step leads to without passing through a wall; the wall itself is reached. */
function reachable(from: string, walls: ReadonlySet<string>, reach: Reach): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { to } of reach.outOf(id)) {
      if (found.has(to)) continue;
      found.add(to);
      if (!walls.has(to)) open.push(to);
    }
  }
  return found;
}
