import { useMemo, useState } from 'react';
import { itemsOf, resolve, type JsonPath, type JsonSchema } from '../../../shared/index.ts';
import {
  entryOrigin,
  inferType,
  typeAtPath,
  type ForEachPart,
  type SourceType,
} from '../../../mapping/index.ts';
import { sourcesSeen, useMappingDesk } from '../mapping-desk.ts';
import { type ListScope, entriesOf } from '../model/scope.ts';
import { entriesOfCard } from './card-entries.ts';
import type { EntryMade } from './entry-made.ts';
import { useValueNow } from '../value-now.ts';

interface Card {
  /** One entry of what it goes through. */
  readonly type: SourceType;
  /** What its fields see: this entry, then what is around the card. */
  readonly scope: readonly ListScope[];
  /** Which entry is shown, from 0; of how many that it makes something of; of how many that there are. */
  readonly shown: number;
  readonly count: number;
  readonly of: number;
  readonly show: (entry: number) => void;
  readonly made: EntryMade | undefined;
}

/** A card over the current sample: the entries it goes through, and what it makes of the one that is shown. */
export function useCard(part: ForEachPart, path: JsonPath, around: readonly ListScope[]): Card {
  const desk = useMappingDesk();
  const [wanted, setWanted] = useState(0);
  const { forEach, name, where, sort, limit, item } = part;
  const entries = useMemo(
    () =>
      entriesOfCard(
        {
          forEach,
          name,
          ...(where && { where }),
          ...(sort && { sort }),
          ...(limit !== undefined && { limit }),
        },
        desk,
        around,
      ),
    [forEach, name, where, sort, limit, desk, around],
  );
  const shown = Math.min(wanted, Math.max(0, entries.kept.length - 1));
  const type = useMemo(
    (): SourceType => ({ from: `item:${name}`, ...entryType(forEach, desk, around) }),
    [name, forEach, desk, around],
  );
  const scope = useMemo(
    (): readonly ListScope[] => [
      {
        source: {
          type,
          sample: entries.kept[shown],
        },
        through: entryOrigin(forEach, entriesOf(around)),
      },
      ...around,
    ],
    [type, entries, shown, forEach, around],
  );
  const value = useValueNow(item, scope);
  const made = useMemo((): EntryMade => ({ path, item, value }), [path, item, value]);
  return {
    type,
    scope,
    shown,
    count: entries.kept.length,
    of: entries.of,
    show: setWanted,
    made: entries.kept.length === 0 ? undefined : made,
  };
}

/** The type of one entry, under the list's name. */
function entryType(
  forEach: ForEachPart['forEach'],
  desk: Parameters<typeof sourcesSeen>[0],
  around: readonly ListScope[],
): { readonly title: string; readonly schema: JsonSchema } {
  const seen = sourcesSeen(desk, around);
  const list = inferType(forEach, seen);
  const ref = forEach.kind === 'convert' ? forEach.of : forEach;
  const source = ref.kind === 'ref' ? seen.find(({ from }) => from === ref.from) : undefined;
  const title = source && ref.kind === 'ref' ? typeAtPath(source, ref.path).title : '';
  return { title, schema: resolve(itemsOf(list, list) ?? {}, list) };
}
