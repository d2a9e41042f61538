import { distancesFrom } from './edit-distance.ts';
import { indexNames, type NameIndex } from './letter-index.ts';

/**
 * The names nearest to a mistyped one, best first; none when nothing is near.
 *
 * A form whose source has changed asks thousands of times about the same thousands of names: what is known of a list of
 * names is kept with the list, and only those that counting letters does not rule out are compared letter by letter.
 */
export function nearestNames(
  wanted: string,
  names: readonly string[],
  most = 3,
): readonly string[] {
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  const small = wanted.toLowerCase();
  const candidates = indexOf(names).within(small, limit);
  const distanceTo = distancesFrom(small);
  const nearest: Near[] = [];
  let last: Near | undefined;
  let at = 0;
  for (let least = 0; least <= (last?.distance ?? limit); least++)
    for (const end = candidates.ends[least] ?? 0; at < end; at++) {
      const { name, small: other } = candidates.at(at);
      const within = last === undefined ? limit : last.distance - (name < last.name ? 0 : 1);
      if (least > within) continue;
      const distance = distanceTo(other, within);
      if (distance > within) continue;
      nearest.push({ name, distance });
      nearest.sort(byDistance);
      if (nearest.length > most) nearest.pop();
      // From here on only what comes before the last of them counts.
      if (nearest.length === most) last = nearest.at(-1);
    }
  return nearest.map(({ name }) => name);
}

interface Near {
  readonly name: string;
  readonly distance: number;
}

function byDistance(left: Near, right: Near): number {
  return left.distance - right.distance || (left.name < right.name ? -1 : 1);
}

const indexes = new WeakMap<readonly string[], NameIndex>();

function indexOf(names: readonly string[]): NameIndex {
  let index = indexes.get(names);
  if (index === undefined) indexes.set(names, (index = indexNames(names)));
  return index;
}
