import {
  isJsonList,
  isJsonObject,
  itemsOf,
  propertyAt,
  titleOf,
  type Json,
  type JsonSchema,
} from '../../../shared/index.ts';
import { cellText, type CellText } from './cell-text.ts';

/** One line of the tree; `open` is undefined where there is nothing to open. */
export interface TreeRow {
  readonly id: string;
  readonly depth: number;
  /** From 1, among so many beside it. */
  readonly place: number;
  readonly siblings: number;
  readonly title: string;
  readonly key: string;
  readonly text: CellText;
  readonly open: boolean | undefined;
}

/** The lines in sight: only what is opened is walked, so a long list costs nothing while it is closed. */
export function treeRows(
  value: Json,
  schema: JsonSchema | undefined,
  isOpen: (id: string, depth: number) => boolean,
): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const root = schema ?? {};
  walk(value, schema, '', 0);
  return rows;

  function walk(here: Json, part: JsonSchema | undefined, under: string, depth: number): void {
    if (isJsonList(here)) {
      const items = part === undefined ? undefined : itemsOf(part, root);
      here.forEach((entry, at) =>
        add(entry, items, {
          id: `${under}/${at}`,
          depth,
          title: String(at + 1),
          key: String(at),
          place: at + 1,
          siblings: here.length,
        }),
      );
    } else if (isJsonObject(here)) {
      const fields = Object.entries(here);
      for (const [at, [key, inner]] of fields.entries()) {
        const inside = part === undefined ? undefined : propertyAt(part, key, root);
        add(inner, inside, {
          id: `${under}/${key}`,
          depth,
          title: titleOf(inside, key),
          key,
          place: at + 1,
          siblings: fields.length,
        });
      }
    } else
      rows.push({
        id: under,
        depth,
        place: 1,
        siblings: 1,
        title: '',
        key: '',
        text: cellText(here, part, root),
        open: undefined,
      });
  }

  function add(
    inner: Json,
    part: JsonSchema | undefined,
    row: Omit<TreeRow, 'text' | 'open'>,
  ): void {
    const size = isJsonList(inner)
      ? inner.length
      : isJsonObject(inner)
        ? Object.keys(inner).length
        : 0;
    const open = size === 0 ? undefined : isOpen(row.id, row.depth);
    const text: CellText =
      size > 0 && isJsonList(inner)
        ? { kind: 'entries', count: size }
        : cellText(inner, part, root);
    rows.push({ ...row, text, open });
    if (open === true) walk(inner, part, row.id, row.depth + 1);
  }
}
