import {
  kindsOf,
  propertiesOf,
  requiredOf,
  resolve,
  type JsonSchema,
} from '../../../../shared/index.ts';
import {
  applyMatches,
  mapRefs,
  matchByName,
  setAt,
  type Binding,
  type RefBinding,
} from '../../../../mapping/index.ts';
import { pickBinding } from '../insertion.ts';
import { withDefs } from '../with-defs.ts';
import type { DataShape } from './data-shape.ts';
import { lists, type DropChoice, type DropPlace, type DropPlan, type Given } from './drop-plan.ts';
import { leadFields } from './lead-fields.ts';
import { existingAt } from './list-card.ts';
import { repeatChoice } from './repeat.ts';

/** A group of fields where one is wanted: as it is, or field by field. `wrap` puts it where it belongs (into an entry). */
export function intoGroup(
  given: Given,
  place: DropPlace,
  wanted: JsonSchema,
  existing: Binding | undefined,
  wrap: (binding: Binding) => Binding = (binding) => binding,
): DropPlan {
  const whole: DropChoice = {
    id: 'whole',
    says: lists('choose-whole', { field: given.title }),
    does: { fill: wrap(given.ref) },
    shows: given.ref,
  };
  const byField = fieldByField(given, wanted, place.root, existing);
  const total = Object.keys(propertiesOf(wanted, place.root)).length;
  const oneByOne: DropChoice =
    byField.count === 0
      ? {
          id: 'one-by-one',
          says: lists('choose-one-by-one'),
          does: undefined,
          why: lists('one-by-one-none', { field: given.title, target: place.label }),
        }
      : {
          id: 'one-by-one',
          says: lists('choose-one-by-one-found', { count: byField.count, total }),
          does: { fill: wrap(byField.binding) },
          shows: byField.binding,
        };
  const choices = isAsWanted(given.schema, wanted, place.root)
    ? [whole, oneByOne]
    : [oneByOne, whole];
  return {
    kind: 'ask',
    question: lists('ask-group', { field: given.title, target: place.label }),
    choices,
  };
}

/** A group of fields where a single value is wanted: which of its fields. */
export function itsField(
  given: Given,
  group: JsonSchema,
  place: DropPlace,
  wanted: JsonSchema,
  wrap: (binding: Binding) => Binding = (binding) => binding,
): DropPlan {
  const fields = leadFields(group, wanted, place.root, place.label);
  if (fields.length === 0)
    return {
      kind: 'no',
      reason: lists('no-field-fits', { field: given.title, target: place.label }),
    };
  return {
    kind: 'ask',
    question: lists('ask-field', { field: given.title, target: place.label }),
    choices: fields.map((field): DropChoice => {
      const ref: RefBinding = { ...given.ref, path: [...given.ref.path, field.name] };
      return {
        id: 'its-field',
        says: lists('choose-its-field', { field: field.title }),
        does: { fill: wrap(ref) },
        shows: ref,
      };
    }),
  };
}

/** A list of groups where one group is wanted: which entry, as it is or field by field, or one for each. */
export function oneGroupOfMany(
  given: Given,
  shape: DataShape,
  wanted: JsonSchema,
  place: DropPlace,
): DropPlan {
  const choices = (['first', 'last'] as const).flatMap((end): readonly DropChoice[] => {
    const picked = pickBinding(given.ref.from, given.ref.path, end, shape.lists);
    if (picked.kind !== 'ref') return [];
    const entry: Given = { ...given, ref: picked, schema: shape.schema };
    const byField = fieldByField(entry, wanted, place.root, existingAt(place));
    const whole: DropChoice = {
      id: end,
      says: lists(`choose-${end}`),
      does: { fill: picked },
      shows: picked,
    };
    const oneByOne: DropChoice = {
      id: 'one-by-one',
      says: lists(`choose-${end}-one-by-one`, { count: byField.count }),
      does: { fill: byField.binding },
      shows: byField.binding,
    };
    return byField.count === 0 ? [whole] : [whole, oneByOne];
  });
  return {
    kind: 'ask',
    question: lists('ask-many-groups', { field: given.title, target: place.label }),
    choices: [...choices, repeatChoice(given, shape.lists, place)],
  };
}

/** A group with one value in the field that the names and kinds propose for it; undefined when there is none. */
export function groupWith(
  value: Binding,
  { title, schema }: Given,
  wanted: JsonSchema,
  root: JsonSchema,
): Binding | undefined {
  const source = { type: 'object', properties: { [title]: { title, ...schema } } } as const;
  const target = withDefs(resolve(wanted, root), root);
  const [match] = matchByName(target, [{ from: 'value', title: '', schema: source }]);
  if (match !== undefined) return setAt(undefined, match.target, value);
  const only = Object.entries(propertiesOf(target, target)).filter(([, field]) => {
    const kinds = kindsOf(field, target);
    return [...kindsOf(schema, schema).kinds].some((kind) => kinds.kinds.has(kind));
  });
  const [first, ...more] = only;
  return first === undefined || more.length > 0 ? undefined : setAt(undefined, [first[0]], value);
}

/** What the names propose for a group, from the fields of another one; what is filled already stays. */
function fieldByField(
  given: Given,
  wanted: JsonSchema,
  root: JsonSchema,
  existing: Binding | undefined,
): { readonly binding: Binding; readonly count: number } {
  const target = withDefs(resolve(wanted, root), root);
  const kept = existing?.kind === 'object' ? existing : undefined;
  const matches = matchByName(
    target,
    [{ from: given.ref.from, title: given.title, schema: given.schema }],
    { existing: kept },
  ).map((match) => ({
    ...match,
    binding: mapRefs(match.binding, (ref) =>
      ref.from === given.ref.from ? { ...ref, path: [...given.ref.path, ...ref.path] } : ref,
    ),
  }));
  return {
    binding: applyMatches(kept, matches) ?? { kind: 'object', props: {} },
    count: matches.length,
  };
}

/** Has all that must be there, each of a kind that fits. */
function isAsWanted(given: JsonSchema, wanted: JsonSchema, root: JsonSchema): boolean {
  const has = propertiesOf(given, given);
  const needs = propertiesOf(wanted, root);
  return (
    requiredOf(wanted, root).every((name) => has[name] !== undefined) &&
    Object.entries(has).every(([name, field]) => {
      const need = needs[name];
      if (need === undefined) return resolve(wanted, root).additionalProperties !== false;
      const kinds = kindsOf(need, root);
      return kinds.open || [...kindsOf(field, given).kinds].every((kind) => kinds.kinds.has(kind));
    })
  );
}
