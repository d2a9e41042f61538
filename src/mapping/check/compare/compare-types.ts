import { kindsOf } from '../../../shared/index.ts';
import type { Finding } from '../finding.ts';
import { choices } from './choices.ts';
import type { Comparing } from './comparing.ts';
import { emptiness } from './emptiness.ts';
import { formats } from './formats.ts';
import { groupMismatch } from './group-mismatch.ts';
import { kindMismatch } from './kind-mismatch.ts';
import { counts, lengths, ranges } from './limits.ts';
import { entryOf, withoutNull } from '../../types/schema-make.ts';

/** What may or will go wrong when a value of this type fills this field; the worst first, each once. */
export function compareTypes(comparing: Comparing): readonly Finding[] {
  return compare(comparing, 0);
}

/** Groups inside groups beyond this are looked at when they are filled field by field. */
const deepest = 4;

function compare(comparing: Comparing, depth: number): readonly Finding[] {
  const { type, target } = comparing;
  const given = kindsOf(type.schema, type.schema);
  if (given.open && !type.mayMiss) return [];
  const empty = emptiness(comparing);
  if (given.open || kindsOf(target, target).open || given.kinds.size === 0) return empty;
  const kind = kindMismatch(comparing);
  if (kind !== undefined) return [kind, ...empty];
  const inside = groupMismatch(comparing, (innerType, innerTarget, required) =>
    depth >= deepest
      ? []
      : compare(
          { ...comparing, type: innerType, target: innerTarget, required, byFields: () => [] },
          depth + 1,
        ),
  );
  return [...inside, ...details(comparing), ...empty];
}

/** Of the right kind: what its values, its form and its size say. For a list that is about its entries. */
function details(comparing: Comparing): readonly Finding[] {
  let from = withoutNull(comparing.type.schema);
  let to = withoutNull(comparing.target);
  const counted = counts(comparing, from, to);
  const inList = kindsOf(from, from).kinds.has('array');
  if (inList) [from, to] = [withoutNull(entryOf(from)), withoutNull(entryOf(to))];
  return [
    ...choices(comparing, from, to, inList),
    ...formats(comparing, from, to),
    ...lengths(comparing, from, to),
    ...ranges(comparing, from, to),
    ...counted,
  ];
}
