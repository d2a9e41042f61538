import {
  isJsonList,
  isJsonObject,
  itemsOf,
  kindsOf,
  propertiesOf,
  resolve,
  titleOf,
  type Json,
  type JsonSchema,
} from '../../../shared/index.ts';
import type { Segment, SourceType } from '../../../mapping/index.ts';
import { fieldKindOf, type FieldKind } from './field-kind.ts';

/** One row of "Data from earlier steps". */
export interface DataNode {
  /** Unique in the tree: source and path. */
  readonly id: string;
  readonly from: string;
  /** From the source's root; what is inside a list goes through `{ each: true }`. */
  readonly path: readonly Segment[];
  readonly label: string;
  readonly kind: FieldKind;
  readonly schema: JsonSchema;
  /** In the current sample; of a list's inside, in the entry that is shown. */
  readonly value: Json | undefined;
  /** How many entries the list has in the sample. */
  readonly count: number | undefined;
  readonly depth: number;
  readonly hasChildren: boolean;
  /** 1-based place among its siblings, and how many there are: what a screen reader says. */
  readonly place: number;
  readonly siblings: number;
}

export interface DataSource {
  readonly type: SourceType;
  readonly sample: Json | undefined;
}

export interface TreeView {
  readonly isOpen: (id: string) => boolean;
  /** Which entry of a list is shown, from 0. */
  readonly entryOf: (id: string) => number;
  readonly search: string;
}

const deepestSearch = 6;

/** The rows of one source that are open now, top down; while searching, the matching rows and the way to them. */
export function dataRows(source: DataSource, view: TreeView): readonly DataNode[] {
  const rows: DataNode[] = [];
  const root = source.type.schema;
  const needle = view.search.trim().toLocaleLowerCase('en');
  const start: Frame = { path: [], schema: resolve(root, root), value: source.sample, depth: 0 };
  for (const child of childrenOf(source, start, view)) walk(source, child, view, needle, rows);
  return rows;
}

interface Frame {
  readonly path: readonly Segment[];
  readonly schema: JsonSchema;
  readonly value: Json | undefined;
  readonly depth: number;
}

function walk(
  source: DataSource,
  node: DataNode,
  view: TreeView,
  needle: string,
  rows: DataNode[],
): boolean {
  const at = rows.length;
  rows.push(node);
  const matches = needle === '' || node.label.toLocaleLowerCase('en').includes(needle);
  let inside = false;
  const looksInside = needle === '' ? view.isOpen(node.id) : node.depth < deepestSearch;
  if (node.hasChildren && looksInside) {
    for (const child of childrenOf(source, node, view))
      inside = walk(source, child, view, needle, rows) || inside;
  }
  if (!matches && !inside) rows.length = at;
  return matches || inside;
}

function childrenOf(
  source: DataSource,
  parent: Frame | DataNode,
  view: TreeView,
): readonly DataNode[] {
  const root = source.type.schema;
  const inner = insideList(source, parent, view);
  const properties = Object.entries(propertiesOf(inner.schema, root));
  return properties.map(([key, property], index) =>
    nodeFor(
      source,
      [...inner.path, key],
      property,
      titleOf(resolve(property, root), key),
      valueAt(inner.value, key),
      {
        depth: inner.depth,
        place: index + 1,
        siblings: properties.length,
      },
    ),
  );
}

/** A list shows the inside of its entries: lists of lists are gone through. */
function insideList(source: DataSource, parent: Frame | DataNode, view: TreeView): Frame {
  const root = source.type.schema;
  let { path, schema, value } = parent;
  const depth = 'id' in parent ? parent.depth + 1 : parent.depth;
  for (let hops = 0; hops < 4; hops++) {
    const entry = itemsOf(schema, root);
    if (entry === undefined || !kindsOf(schema, root).kinds.has('array')) break;
    const shown = view.entryOf(nodeId(source.type.from, path));
    value = isJsonList(value) ? value[Math.min(shown, value.length - 1)] : undefined;
    schema = resolve(entry, root);
    path = [...path, { each: true }];
  }
  return { path, schema, value, depth };
}

function nodeFor(
  source: DataSource,
  path: readonly Segment[],
  property: JsonSchema,
  label: string,
  value: Json | undefined,
  place: { depth: number; place: number; siblings: number },
): DataNode {
  const root = source.type.schema;
  const schema = resolve(property, root);
  const kind = fieldKindOf(schema, root);
  return {
    id: nodeId(source.type.from, path),
    from: source.type.from,
    path,
    label,
    kind,
    schema,
    value,
    count: isJsonList(value) ? value.length : undefined,
    hasChildren: hasInside(schema, root),
    ...place,
  };
}

function hasInside(schema: JsonSchema, root: JsonSchema): boolean {
  const { kinds } = kindsOf(schema, root);
  if (kinds.has('object')) return Object.keys(propertiesOf(schema, root)).length > 0;
  const entry = kinds.has('array') ? itemsOf(schema, root) : undefined;
  return entry !== undefined && hasInside(resolve(entry, root), root);
}

function valueAt(value: Json | undefined, key: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function nodeId(from: string, path: readonly Segment[]): string {
  return JSON.stringify([from, ...path]);
}
