/**
 * What it means to put data into a field, by what both are made of: lists around a single value, a group, or anything.
 * Plans only: nothing is changed here, and every choice says in words what it does.
 */
import {
  inferType,
  typeAtPath,
  type Binding,
  type ListBinding,
  type ListPart,
  type RefBinding,
} from '../../../../mapping/index.ts';
import { withinScope } from '../scope.ts';
import { dataShape, type DataShape } from './data-shape.ts';
import { lists, type Dropped, type DropPlace, type DropPlan, type Given } from './drop-plan.ts';
import { groupWith, intoGroup, itsField, oneGroupOfMany } from './into-group.ts';
import { leadFields } from './lead-fields.ts';
import { cardOver, entryName, existingAt, flattened, listAround } from './list-card.ts';
import { oneOfMany } from './one-of-many.ts';

export function planDrop(dropped: Dropped, place: DropPlace): DropPlan {
  const given = seenFrom(dropped, place);
  const has = dataShape(given.schema, given.schema);
  const wants = dataShape(place.schema, place.root);
  const existing = existingAt(place);
  if (isOpen(has) || isOpen(wants)) return put(given.ref);
  if (has.lists === 0) {
    return wants.lists === 0
      ? oneIntoOne(given, has, wants, place, existing)
      : oneIntoMany(given, has, wants, place, existing);
  }
  return wants.lists === 0
    ? manyIntoOne(given, has, wants, place)
    : manyIntoMany(given, has, wants, place, existing);
}

function oneIntoOne(
  given: Given,
  has: DataShape,
  wants: DataShape,
  place: DropPlace,
  existing: Binding | undefined,
): DropPlan {
  if (has.leaf === 'group' && wants.leaf === 'group')
    return intoGroup(given, place, wants.schema, existing);
  if (has.leaf === 'group' && wants.leaf === 'single')
    return itsField(given, has.schema, place, wants.schema);
  if (has.leaf === 'single' && wants.leaf === 'group') return no('single-into-group', given, place);
  return put(given.ref);
}

/** One more entry. */
function oneIntoMany(
  given: Given,
  has: DataShape,
  wants: DataShape,
  place: DropPlace,
  existing: Binding | undefined,
): DropPlan {
  if (wants.lists > 1) return no('single-into-lists', given, place);
  const entry = (item: Binding): ListBinding => after(existing, { item });
  if (has.leaf === 'group' && wants.leaf === 'group')
    return intoGroup(given, place, wants.schema, undefined, entry);
  if (has.leaf === 'group' && wants.leaf === 'single')
    return itsField(given, has.schema, place, wants.schema, entry);
  if (has.leaf === 'single' && wants.leaf === 'group') {
    const item = groupWith(given.ref, given, wants.schema, place.root);
    return item === undefined ? no('single-into-group', given, place) : put(entry(item));
  }
  return put(entry(given.ref));
}

function manyIntoOne(given: Given, has: DataShape, wants: DataShape, place: DropPlace): DropPlan {
  if (wants.leaf !== 'group') return oneOfMany(given, has, place);
  return has.leaf === 'single'
    ? no('singles-into-group', given, place)
    : oneGroupOfMany(given, has, wants.schema, place);
}

/** A card for each entry where groups are made; values pass on as they are. */
function manyIntoMany(
  given: Given,
  has: DataShape,
  wants: DataShape,
  place: DropPlace,
  existing: Binding | undefined,
): DropPlan {
  if (wants.lists > has.lists) return put(after(existing, { item: given.ref }));
  if (wants.lists > 1) return put(flattened(given.ref, has.lists - wants.lists));
  if (wants.leaf === 'group') {
    // Through the list itself, so that the rest of its entries is in sight as well.
    const { list, inside } = listAround(given.ref, has.lists);
    const name = entryName(list, place.scope);
    const value: RefBinding = { kind: 'ref', from: `item:${name}`, path: inside };
    const item =
      has.leaf === 'group'
        ? undefined
        : groupWith(value, { ...given, schema: has.schema }, wants.schema, place.root);
    return put(after(existing, cardOver(list, name, item)));
  }
  if (has.leaf === 'group' && wants.leaf === 'single')
    return allOfField(given, has, place, wants, existing);
  const values = flattened(given.ref, has.lists - wants.lists);
  if (existing?.kind !== 'list' || existing.parts.length === 0) return put(values);
  // After what is there already: one entry for each.
  const name = entryName(values, place.scope);
  const item: RefBinding = { kind: 'ref', from: `item:${name}`, path: [] };
  return put(after(existing, cardOver(values, name, item)));
}

/** A list of values from a list of groups: which of their fields. */
function allOfField(
  given: Given,
  has: DataShape,
  place: DropPlace,
  wants: DataShape,
  existing: Binding | undefined,
): DropPlan {
  const list = flattened(given.ref, has.lists - 1);
  const fields = leadFields(has.schema, wants.schema, place.root, place.label);
  if (fields.length === 0) return no('field-fits', given, place);
  return {
    kind: 'ask',
    question: lists('ask-all-of-field', { field: given.title, target: place.label }),
    choices: fields.map((field) => {
      const name = entryName(list, place.scope);
      const item: RefBinding = { kind: 'ref', from: `item:${name}`, path: [field.name] };
      const card = cardOver(list, name, item);
      return {
        id: 'all-of-field' as const,
        says: lists('choose-all-of-field', { field: field.title }),
        does: { fill: after(existing, card) },
        shows: { kind: 'list' as const, parts: [card] },
      };
    }),
  };
}

/** Several sources follow each other: what is dropped on a list is added to it. */
function after(existing: Binding | undefined, part: ListPart): ListBinding {
  return { kind: 'list', parts: [...(existing?.kind === 'list' ? existing.parts : []), part] };
}

/** The data as the field sees it: an entry of the card around it rather than the whole list. */
function seenFrom({ from, path }: Dropped, { scope, seen }: DropPlace): Given {
  const ref: RefBinding = { kind: 'ref', ...withinScope(from, path, scope) };
  const source = seen.find((one) => one.from === ref.from);
  const title = source === undefined ? '' : typeAtPath(source, ref.path).title;
  return { ref, title, schema: inferType(ref, seen) };
}

function isOpen({ lists: levels, leaf }: DataShape): boolean {
  return levels === 0 && leaf === 'anything';
}

function put(binding: Binding): DropPlan {
  return { kind: 'put', binding };
}

function no(why: string, given: Given, place: DropPlace): DropPlan {
  return { kind: 'no', reason: lists(`no-${why}`, { field: given.title, target: place.label }) };
}
