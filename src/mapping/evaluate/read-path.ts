/**
 * Reads along a path. Two ways to the same answer:
 * 1. `plainReader` for names only: the hot path, no allocation, and it only ever says "found" or "not found".
 * 2. `readPath` for everything else, and to say *why* nothing was found.
 *
 * Own properties only: a name that every object or list inherits (`toString`, `length`, …) or that could be a list
 * position takes the careful way; any other name cannot be inherited by plain JSON, so reading it is enough.
 */
import type { Json, JsonObject } from '../../shared/index.ts';
import type { Segment } from '../binding.ts';
import { isRefusedName } from './frame.ts';

export type Stop =
  | { readonly why: 'missing' }
  | {
      readonly why: 'not-a-list' | 'not-a-group' | 'list-needs-choice';
      readonly value: Json;
      readonly at: number;
    };

const missing: Stop = { why: 'missing' };

export function isStop(found: unknown): found is Stop {
  return typeof found === 'object' && found !== null && stops.has(found);
}
const stops = new WeakSet<object>([missing]);

/** A name that plain objects and lists do not inherit. */
export function isPlainName(name: string): boolean {
  return !(name in Object.prototype) && !(name in Array.prototype) && !/^\d+$/.test(name);
}

/** An own property, or nothing. */
export function ownValue(group: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(group, name) && !isRefusedName(name) ? group[name] : undefined;
}

/**
 * Reads `path` from `value`, from segment `from` on. Each `{ each }` gives one list level; where an entry has
 * nothing, `onMissing` decides for that entry (undefined leaves it out).
 */
export function readPath(
  value: Json | undefined,
  path: readonly Segment[],
  onMissing: () => Json | undefined,
  from = 0,
): Json | Stop {
  let here: Json | undefined = value;
  for (let at = from; at < path.length; at++) {
    if (here === undefined || here === null) return missing;
    const segment = path[at] as Segment; // `at` is below the length
    if (typeof segment === 'string') {
      if (typeof here !== 'object') return stop('not-a-group', here, at);
      if (Array.isArray(here)) return stop('list-needs-choice', here, at);
      here = ownValue(here as JsonObject, segment);
      continue;
    }
    if (!Array.isArray(here)) return stop('not-a-list', here, at);
    const list = here as readonly Json[];
    if ('each' in segment) return readEach(list, path, onMissing, at + 1);
    here = list.at('first' in segment ? 0 : 'last' in segment ? -1 : segment.at);
  }
  return here === undefined ? missing : here;
}

function readEach(
  list: readonly Json[],
  path: readonly Segment[],
  onMissing: () => Json | undefined,
  from: number,
): Json | Stop {
  const found: Json[] = [];
  for (const entry of list) {
    const value = readPath(entry, path, onMissing, from);
    if (!isStop(value)) {
      found.push(value);
      continue;
    }
    if (value.why !== 'missing') return value;
    const instead = onMissing();
    if (instead !== undefined) found.push(instead);
  }
  return found;
}

function stop(
  why: 'not-a-list' | 'not-a-group' | 'list-needs-choice',
  value: Json,
  at: number,
): Stop {
  const made: Stop = { why, value, at };
  stops.add(made);
  return made;
}
