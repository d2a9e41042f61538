import {
  kindsOf,
  propertiesOf,
  titleOf,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import type { Binding } from '../binding.ts';
import { fitsKind } from '../conversions/conversions-for.ts';
import { applyMatches, matchByName } from '../match/match-by-name.ts';
import { mapRefs } from '../tree/used-refs.ts';
import { entryOf, isListOnly, withoutNull } from '../types/schema-make.ts';
import { typeAtPath, type SourceType } from '../types/source-type.ts';
import { mend, type Mend } from './finding.ts';

/** A group made field by field, a list made entry by entry: what the names allow. */
export function fieldByField(
  binding: Binding,
  target: JsonSchema,
  sources: readonly SourceType[],
): readonly Mend[] {
  if (binding.kind !== 'ref') return [];
  const wanted = withoutNull(target);
  const source = sources.find(({ from }) => from === binding.from);
  const found = source === undefined ? undefined : typeAtPath(source, binding.path);
  if (found?.ok !== true) return [];
  const given = withoutNull(found.schema);
  if (isListOnly(given) && isListOnly(wanted)) {
    const name = 'entry';
    const entry: SourceType = {
      from: `item:${name}`,
      title: found.title,
      schema: withoutNull(entryOf(given)),
    };
    const item = applyMatches(undefined, matchByName(withoutNull(entryOf(wanted)), [entry]));
    return item === undefined
      ? []
      : [
          mend(
            'for-each',
            { kind: 'list', parts: [{ forEach: binding, name, item }] },
            { source: found.title },
          ),
        ];
  }
  const plainPath = binding.path.every((segment) => typeof segment === 'string');
  if (
    !plainPath ||
    !kindsOf(wanted, wanted).kinds.has('object') ||
    !kindsOf(given, given).kinds.has('object')
  )
    return [];
  const matches = matchByName(wanted, [{ from: binding.from, title: found.title, schema: given }]);
  if (matches.length === 0) return [];
  const made = applyMatches(undefined, matches);
  const below =
    made &&
    mapRefs(made, (ref) =>
      ref.from === binding.from ? { ...ref, path: [...binding.path, ...ref.path] } : ref,
    );
  return [mend('one-by-one', below, { source: found.title })];
}

/** A single value is wanted and a group (or a list of them) given: the fields in it that could be meant, by name first. */
export function oneOfItsFields(
  binding: Binding,
  target: JsonSchema,
  at: JsonPath,
  sources: readonly SourceType[],
): readonly Mend[] {
  if (binding.kind !== 'ref') return [];
  const source = sources.find(({ from }) => from === binding.from);
  const found = source === undefined ? undefined : typeAtPath(source, binding.path);
  const wanted = kindsOf(target, target).kinds;
  if (source === undefined || found?.ok !== true || wanted.has('array') || wanted.has('object'))
    return [];
  const given = withoutNull(found.schema);
  const list = isListOnly(given);
  const group = list ? withoutNull(entryOf(given)) : given;
  const name = String(at.at(-1) ?? '');
  const proposed = matchByName({ type: 'object', properties: { [name]: target } }, [
    { from: binding.from, title: '', schema: group },
  ]);
  const named = proposed.flatMap((match) => match.sourcePath.slice(0, 1).map(String));
  const fitting = Object.entries(propertiesOf(group, group)).flatMap(([key, schema]) =>
    fitsKind(withoutNull(schema), withoutNull(target)) ? [key] : [],
  );
  return [...new Set([...named, ...fitting])].slice(0, 3).map((key) => {
    const path = [...binding.path, ...(list ? [{ first: true } as const] : []), key];
    return mend(
      list ? 'first-entry-field' : 'its-field',
      { ...binding, path },
      { name: titleOf(propertiesOf(group, group)[key], key) },
    );
  });
}
