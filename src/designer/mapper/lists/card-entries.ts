import { isJsonList, type Json } from '../../../shared/index.ts';
import type { ForEachPart } from '../../../mapping/index.ts';
import type { MappingDesk } from '../mapping-desk.ts';
import type { ListScope } from '../model/scope.ts';
import { valueNow } from '../value-now.ts';

/** The entries of the current sample that a card makes something of, in the order in which it does. */
export interface CardEntries {
  readonly kept: readonly Json[];
  /** How many the list has before any is left out. */
  readonly of: number;
}

const none: CardEntries = { kept: [], of: 0 };

/** After "only those where", the order and "only the first". */
export function entriesOfCard(
  part: Omit<ForEachPart, 'item'>,
  desk: Pick<MappingDesk, 'sources' | 'locale' | 'timeZone'>,
  scope: readonly ListScope[],
): CardEntries {
  const all = valueNow(part.forEach, desk, scope);
  if (!isJsonList(all)) return none;
  if (part.where === undefined && part.sort === undefined && part.limit === undefined)
    return { kept: all, of: all.length };
  const kept = valueNow(
    {
      kind: 'list',
      parts: [{ ...part, item: { kind: 'ref', from: `item:${part.name}`, path: [] } }],
    },
    desk,
    scope,
  );
  return isJsonList(kept) ? { kept, of: all.length } : { ...none, of: all.length };
}
