import {
  isAttachment,
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
  readonly value: Json;
  readonly schema: JsonSchema | undefined;
  readonly open: boolean | undefined;
}

/** The lines in sight: only what is opened is walked, so a long list costs little while its entries are closed. */
export function treeRows(
  value: Json,
  schema: JsonSchema | undefined,
  isOpen: (id: string, depth: number, place: number) => boolean,
): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const root = schema ?? {};
  walk(value, schema, '', 0);
  return rows;

  function walk(here: Json, part: JsonSchema | undefined, under: string, depth: number): void {
    if (isJsonList(here)) {
      const items = part === undefined ? undefined : itemsOf(part, root);
      for (const [at, entry] of here.entries())
        add(entry, items, `${under}/${at}`, depth, at + 1, here.length, String(at + 1), String(at));
    } else if (isJsonObject(here)) {
      const keys = Object.keys(here);
      for (const [at, key] of keys.entries()) {
        const inside = part === undefined ? undefined : propertyAt(part, key, root);
        const title = titleOf(inside, key);
        add(here[key] ?? null, inside, `${under}/${key}`, depth, at + 1, keys.length, title, key);
      }
    } else
      rows.push({
        id: under,
        depth,
        place: 1,
        siblings: 1,
        title: '',
        key: '',
        value: here,
        schema: part,
        open: undefined,
      });
  }

  function add(
    inner: Json,
    part: JsonSchema | undefined,
    id: string,
    depth: number,
    place: number,
    siblings: number,
    title: string,
    key: string,
  ): void {
    const open = holdsSomething(inner) ? isOpen(id, depth, place) : undefined;
    rows.push({ id, depth, place, siblings, title, key, value: inner, schema: part, open });
    if (open === true) walk(inner, part, id, depth + 1);
  }
}

/** What a line says beside its title, worked out when it comes into sight. */
export function treeText({ value, schema }: TreeRow, root: JsonSchema | undefined): CellText {
  return isJsonList(value) && value.length > 0
    ? { kind: 'entries', count: value.length }
    : cellText(value, schema, root ?? {});
}

function holdsSomething(value: Json): boolean {
  if (isJsonList(value)) return value.length > 0;
  if (!isJsonObject(value) || isAttachment(value)) return false;
  for (const key in value) if (Object.hasOwn(value, key)) return true;
  return false;
}
