import {
  extraPropertiesOf,
  kindsOf,
  propertiesOf,
  propertyAt,
  requiredOf,
  titleOf,
  type JsonSchema,
} from '../../../shared/index.ts';
import type { Inferred } from '../../types/inferred.ts';
import { entryOf, withoutNull } from '../../types/schema-make.ts';
import { finding, type Finding } from '../finding.ts';
import type { Comparing } from './comparing.ts';

/** Compares one field of the group; handed down, for it may be a group itself. */
export type CompareInside = (
  type: Inferred,
  target: JsonSchema,
  required: boolean,
) => readonly Finding[];

/** A whole group or list of groups passed on: what the target must have and the source has not, or refuses. */
export function groupMismatch(
  { type, target, field, source, byFields }: Comparing,
  compare: CompareInside,
): readonly Finding[] {
  let from = withoutNull(type.schema);
  let to = withoutNull(target);
  while (kindsOf(from, from).kinds.has('array') && kindsOf(to, to).kinds.has('array')) {
    from = withoutNull(entryOf(from));
    to = withoutNull(entryOf(to));
  }
  if (!kindsOf(from, from).kinds.has('object') || !kindsOf(to, to).kinds.has('object')) return [];
  const given = propertiesOf(from, from);
  const wanted = propertiesOf(to, to);
  const isKnown = !extraPropertiesOf(from, from).allowed || Object.keys(given).length > 0;
  if (!isKnown) return [];
  const more = extraPropertiesOf(from, from).declared;
  const givenAt = (name: string): JsonSchema | undefined =>
    given[name] ?? (more ? propertyAt(from, name, from) : undefined);
  const found: Finding[] = [];
  const lacking = requiredOf(to, to).filter((name) => givenAt(name) === undefined);
  if (lacking.length > 0) {
    const names = lacking.map((name) => titleOf(wanted[name], name)).join(', ');
    found.push(
      finding('group-lacks-fields', { field, source, names, count: lacking.length }, byFields()),
    );
  }
  const needed = requiredOf(to, to);
  const sure = requiredOf(from, from);
  const inside = Object.entries(wanted).flatMap(([name, schema]) => {
    const value = givenAt(name);
    if (value === undefined) return [];
    const mayMiss = !sure.includes(name);
    const found = compare({ schema: value, mayMiss }, schema, needed.includes(name));
    const [worst] = found;
    return worst === undefined ? [] : [{ title: titleOf(schema, name), worst }];
  });
  const differing = inside.filter(({ worst }) => worst.severity === 'error');
  if (differing.length > 0) {
    const names = differing.map(({ title }) => title).join(', ');
    found.push(
      finding('group-fields-differ', { field, source, names, count: differing.length }, byFields()),
    );
  }
  const doubtful = inside.filter(({ worst }) => worst.severity === 'warning');
  if (doubtful.length > 0) {
    const names = doubtful.map(({ title }) => title).join(', ');
    const params = { field, source, names, count: doubtful.length };
    found.push(finding('group-fields-may-not-fit', params, byFields(), 'warning'));
  }
  if (!extraPropertiesOf(to, to).allowed) {
    const extra = Object.keys(given).filter((name) => propertyAt(to, name, to) === undefined);
    if (extra.length > 0) {
      const names = extra.map((name) => titleOf(given[name], name)).join(', ');
      found.push(
        finding('group-has-more', { field, source, names, count: extra.length }, byFields()),
      );
    }
  }
  return found;
}
