import {
  humanise,
  kindsOf,
  resolve,
  type JsonSchema,
  type Wording,
} from '../../../shared/index.ts';
import {
  matchByName,
  nearestNames,
  typeAtPath,
  type Origin,
  type Segment,
  type SourceType,
} from '../../../mapping/index.ts';
import { placesInSight } from '../model/places-in-sight.ts';

/** Data that could stand where something has gone. */
export interface Candidate {
  readonly key: string;
  readonly place: Origin;
  /** Names on the way to it, its own last. */
  readonly titles: readonly string[];
  readonly source: string;
  /** Why it could be meant; undefined for the rest of what there is. */
  readonly reason: Wording | undefined;
  /** Higher is more likely. */
  readonly score: number;
}

const most = 1000;

/**
 * Everything in sight, the likely first: what the names propose, the same field of another step, a name that is nearly
 * the same, the same kind. `wanted` is what the place takes.
 */
export function replacementsFor(
  old: Origin,
  wanted: JsonSchema,
  root: JsonSchema,
  seen: readonly SourceType[],
): readonly Candidate[] {
  const name = old.path.findLast((segment) => typeof segment === 'string') ?? '';
  const here = resolve(wanted, root);
  const proposed = new Map(
    matchByName({ type: 'object', properties: { [name]: here } }, seen).flatMap((match) =>
      // Two fields joined are no place that could stand for one.
      match.binding.kind === 'text'
        ? []
        : [[keyOf({ from: match.from, path: match.sourcePath }), match] as const],
    ),
  );
  const found: Candidate[] = [];
  for (const { source, schema, path, titles } of placesInSight(seen)) {
    if (typeof path.at(-1) !== 'string') continue;
    found.push(candidate(source, schema, path, titles));
    if (found.length === most) break;
  }
  return found.toSorted((one, other) => other.score - one.score);

  function candidate(
    source: SourceType,
    schema: JsonSchema,
    path: readonly Segment[],
    titles: readonly string[],
  ): Candidate {
    const place: Origin = { from: source.from, path };
    const key = keyOf(place);
    const own = String(path.at(-1));
    const kindFits = fits(schema, source.schema, here, root);
    const [score, reason] = reasonFor();
    return { key, place, titles, source: source.title, score, reason };

    function reasonFor(): readonly [number, Wording | undefined] {
      const params = { field: titles.at(-1) ?? '', step: source.title, old: humanise(name) };
      const isSamePath = isSameWay(path, old.path);
      if (source.from !== old.from && isSamePath) return [6, words('same-field', params)];
      const match = proposed.get(key);
      if (match !== undefined) return [5 + match.score, match.reason];
      if (humanise(own) === humanise(name)) return [4, words('same-name', params)];
      if (kindFits && nearestNames(name, [own]).length > 0) return [3, words('similar', params)];
      return kindFits ? [1, undefined] : [0, undefined];
    }
  }
}

/** Where a ref leaves what there is: before its path (the step has gone), or at a segment of it. */
export function brokenAt(old: Origin, sources: readonly SourceType[]): number {
  const source = sources.find(({ from }) => from === old.from);
  if (source === undefined) return -1;
  const found = typeAtPath(source, old.path);
  return found.ok ? old.path.length - 1 : found.at;
}

/**
 * What the replacement means for everything else that has gone with it: of a step that has gone, all its fields; of a
 * renamed group, all that is in it. Ends that are the same on both sides are no part of the change.
 */
export function widest(
  old: Origin,
  next: Origin,
  broken: number,
): { readonly old: Origin; readonly next: Origin } {
  let same = 0;
  const limit = Math.min(old.path.length - (broken + 1), next.path.length);
  while (
    same < limit &&
    isSameSegment(old.path[old.path.length - 1 - same], next.path[next.path.length - 1 - same])
  )
    same++;
  return {
    old: { ...old, path: old.path.slice(0, old.path.length - same) },
    next: { ...next, path: next.path.slice(0, next.path.length - same) },
  };
}

/** A path that takes from each list the entry that was taken before; where there was none, the first. */
export function takingAsBefore(
  path: readonly Segment[],
  old: readonly Segment[],
): readonly Segment[] {
  const choices = old.filter((segment) => typeof segment === 'object');
  let at = 0;
  return path.map((segment) =>
    typeof segment === 'string' ? segment : (choices[at++] ?? { first: true }),
  );
}

function isSameWay(one: readonly Segment[], other: readonly Segment[]): boolean {
  return (
    one.length === other.length && one.every((segment, at) => isSameSegment(segment, other[at]))
  );
}

/** Which entry of a list is taken makes no difference. */
function isSameSegment(one: Segment | undefined, other: Segment | undefined): boolean {
  return one === other || (typeof one === 'object' && typeof other === 'object');
}

function fits(
  schema: JsonSchema,
  source: JsonSchema,
  wanted: JsonSchema,
  root: JsonSchema,
): boolean {
  const needs = kindsOf(wanted, root);
  const given = kindsOf(schema, source);
  if (needs.open || given.open) return true;
  return [...given.kinds].some(
    (kind) => needs.kinds.has(kind) || (kind === 'integer' && needs.kinds.has('number')),
  );
}

function words(key: string, params: Wording['params']): Wording {
  return { code: `lists.replace-${key}`, params };
}

function keyOf({ from, path }: Origin): string {
  return JSON.stringify([from, ...path]);
}
