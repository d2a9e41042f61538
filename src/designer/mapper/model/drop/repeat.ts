import {
  bindingAt,
  setAt,
  usedRefs,
  type ForEachPart,
  type ListPart,
  type SlotContent,
  type RefBinding,
} from '../../../../mapping/index.ts';
import { lists, type DropChoice, type DropPlace, type Given } from './drop-plan.ts';
import { cardOver, entryName, flattened, listAround, partAround } from './list-card.ts';

/**
 * "One entry for each": the list's part around the field goes through the dropped list. What is in the way is said: no
 * list is around the field, or its card goes through another list that other fields of it need.
 */
export function repeatChoice(given: Given, levels: number, place: DropPlace): DropChoice {
  const says = lists('choose-repeat', { field: given.title });
  const cannot = (why: string, params = {}): DropChoice => ({
    id: 'repeat',
    says,
    does: undefined,
    why: lists(why, { field: given.title, target: place.label, ...params }),
  });
  const around = place.path && partAround(place.whole, place.path);
  const list = around && bindingAt(place.whole, around.listPath);
  const part = list?.kind === 'list' ? list.parts[around?.position ?? -1] : undefined;
  if (around === undefined || list?.kind !== 'list' || part === undefined)
    return cannot('repeat-no-list');
  const other = isCard(part) ? part : undefined;
  if (other !== undefined && isUsed(other))
    return cannot('repeat-other-list', { list: titleOfEntry(other, place) });

  const through = listAround(given.ref, levels);
  const scope = other === undefined ? place.scope : place.scope.slice(1);
  const name = entryName(through.list, scope);
  const value: RefBinding = { kind: 'ref', from: `item:${name}`, path: through.inside };
  const item = setAt(part.item, around.inside, value) ?? value;
  const card: ListPart = cardOver(through.list, name, item);
  return {
    id: 'repeat',
    says,
    does: {
      at: around.listPath,
      set: { ...list, parts: list.parts.with(around.position, card) },
    },
    shows: flattened(given.ref, levels - 1),
  };
}

function isCard(part: ListPart): part is ForEachPart {
  return 'forEach' in part;
}

/** Whether anything in a card reads its entry: then it cannot go through another list. */
function isUsed(part: ForEachPart): boolean {
  const reads = (content: SlotContent): boolean =>
    usedRefs(content).some(({ ref }) => ref.from === `item:${part.name}`);
  return (
    reads(part.item) ||
    (part.where !== undefined && reads(part.where)) ||
    (part.sort !== undefined && reads(part.sort.by))
  );
}

function titleOfEntry(part: ForEachPart, { scope }: DropPlace): string {
  return (
    scope.find(({ source }) => source.type.from === `item:${part.name}`)?.source.type.title ??
    part.name
  );
}
