import { kindsOf, propertiesOf, resolve } from '../../../../shared/index.ts';
import type { Binding, Segment } from '../../../../mapping/index.ts';
import { ofAll, pickBinding } from '../insertion.ts';
import type { DataShape } from './data-shape.ts';
import {
  lists,
  type ChoiceId,
  type DropChoice,
  type DropPlace,
  type DropPlan,
  type Given,
} from './drop-plan.ts';
import { leadFields, type LeadField } from './lead-fields.ts';
import { isEach } from './list-card.ts';
import { repeatChoice } from './repeat.ts';

/** A list where one value is wanted: which entry, all in one, how many, or one for each. */
export function oneOfMany(given: Given, shape: DataShape, place: DropPlace): DropPlan {
  const { leaf, lists: levels } = shape;
  const fields =
    leaf === 'group'
      ? leadFields(shape.schema, place.schema, place.root, place.label)
      : [undefined];
  const [lead, ...others] = fields;
  const { text, number } = takes(place);
  const choice = (id: ChoiceId, binding: Binding, field?: LeadField): DropChoice => ({
    id,
    says:
      field === undefined
        ? lists(`choose-${id}`)
        : lists(`choose-${id}-field`, { field: field.title }),
    does: { fill: binding },
    shows: binding,
  });
  const one = (id: 'first' | 'last', field: LeadField | undefined): DropChoice => {
    const { ref } = inEachEntry(given, field);
    return choice(id, pickBinding(ref.from, ref.path, id, levels), field);
  };
  const choices: DropChoice[] = [];
  const { ref: all } = inEachEntry(given, lead);
  if (fields.length > 0) {
    choices.push(
      one('first', lead),
      one('last', lead),
      ...others.map((field) => one('first', field)),
    );
    if (text)
      choices.push(
        choice('joined', ofAll(all.from, all.path, levels, [{ name: 'join', by: ', ' }]), lead),
      );
    if (number && holdsNumbers(shape, lead))
      choices.push(choice('sum', ofAll(all.from, all.path, levels, [{ name: 'sum' }]), lead));
  }
  const { from, path } = given.ref;
  if (number) choices.push(choice('count', ofAll(from, path, levels, [{ name: 'count' }])));
  else if (text)
    choices.push(
      choice('count', ofAll(from, path, levels, [{ name: 'count' }, { name: 'to-text' }])),
    );
  choices.push(repeatChoice(inEachEntry(given, lead), levels, place));
  return {
    kind: 'ask',
    question: lists('ask-many', { field: given.title, target: place.label }),
    choices,
  };
}

/** A list's data as a field of its entries, seen through every entry. */
function inEachEntry(given: Given, field: LeadField | undefined): Given {
  if (field === undefined) return given;
  const last = given.ref.path.at(-1);
  const entry: readonly Segment[] = last !== undefined && isEach(last) ? [] : [{ each: true }];
  const path = [...given.ref.path, ...entry, field.name];
  return { ...given, title: field.title, ref: { ...given.ref, path } };
}

/** Plain text can hold several values, and a number how many there are; a date or an address can hold neither. */
function takes({ schema, root }: DropPlace): { readonly text: boolean; readonly number: boolean } {
  const here = resolve(schema, root);
  const { kinds, open } = kindsOf(here, root);
  const isChoice = here.enum !== undefined || here.const !== undefined;
  return {
    text: open || (kinds.has('string') && here.format === undefined && !isChoice),
    number: !open && !isChoice && (kinds.has('number') || kinds.has('integer')),
  };
}

function holdsNumbers({ schema }: DataShape, field: LeadField | undefined): boolean {
  const here = field === undefined ? schema : propertiesOf(schema, schema)[field.name];
  const { kinds } = kindsOf(here, schema);
  return kinds.has('number') || kinds.has('integer');
}
