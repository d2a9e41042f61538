/**
 * The data of the earlier steps as a tree, by their schemas alone.
 *
 * 1. A node costs nothing until its row is drawn: what its label and type are is worked out once for a schema, and its
 *    value is looked up for the row in sight (`valueOf`). A list of 100,000 entries is one row and the inside of one entry.
 * 2. Schemas may be endless (a category holds categories): looking for something stops at `deepest` and `mostLookedAt`.
 */
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
  /** Only the rows of this kind, and the way to them. */
  readonly looksFor?: ((node: DataNode) => boolean) | undefined;
}

const deepest = 8;
const mostLookedAt = 5_000;

/** The rows of one source that are open now, top down; while looking for some, those and the way to them. */
export function dataRows(type: SourceType, view: TreeView): readonly DataNode[] {
  const rows: DataNode[] = [];
  let left = mostLookedAt;
  for (const node of childrenOf(type, undefined)) walk(node);
  return rows;

  function walk(node: DataNode): boolean {
    if (left-- <= 0 && view.looksFor !== undefined) return false;
    const at = rows.length;
    rows.push(node);
    const isFound = view.looksFor?.(node) ?? true;
    let isInside = false;
    const goesOn = view.looksFor === undefined ? view.isOpen(node.id) : node.depth < deepest;
    if (node.hasChildren && goesOn)
      for (const child of childrenOf(type, node)) isInside = walk(child) || isInside;
    if (!isFound && !isInside) rows.length = at;
    return isFound || isInside;
  }
}

/** What a node has in the sample; inside a list, in the entry that is shown. */
export function valueOf(
  { from, path }: Pick<DataNode, 'from' | 'path'>,
  sample: Json | undefined,
  entryOf: (listId: string) => number,
): Json | undefined {
  let value = sample;
  for (const [at, segment] of path.entries()) {
    if (typeof segment === 'string')
      value = isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
    else {
      const shown = entryOf(nodeId(from, path.slice(0, at)));
      value = isJsonList(value) ? value[Math.min(shown, value.length - 1)] : undefined;
    }
  }
  return value;
}

const known = new WeakMap<SourceType, Map<string, readonly DataNode[]>>();

function childrenOf(type: SourceType, parent: DataNode | undefined): readonly DataNode[] {
  let nodes = known.get(type);
  if (nodes === undefined) known.set(type, (nodes = new Map()));
  const key = parent?.id ?? '';
  let children = nodes.get(key);
  if (children === undefined) nodes.set(key, (children = makeChildren(type, parent)));
  return children;
}

function makeChildren(type: SourceType, parent: DataNode | undefined): readonly DataNode[] {
  const root = type.schema;
  const inner = insideList(
    parent?.path ?? [],
    parent === undefined ? resolve(root, root) : parent.schema,
    root,
  );
  const depth = parent === undefined ? 0 : parent.depth + 1;
  const properties = Object.entries(propertiesOf(inner.schema, root));
  return properties.map(([key, property], at) => {
    const schema = resolve(property, root);
    const path = [...inner.path, key];
    return {
      id: nodeId(type.from, path),
      from: type.from,
      path,
      label: titleOf(schema, key),
      kind: fieldKindOf(schema, root),
      schema,
      depth,
      hasChildren: hasInside(schema, root, 0),
      place: at + 1,
      siblings: properties.length,
    };
  });
}

const hopsThroughLists = 4;

/** A list shows the inside of its entries: lists of lists are gone through. */
function insideList(
  path: readonly Segment[],
  schema: JsonSchema,
  root: JsonSchema,
): { readonly path: readonly Segment[]; readonly schema: JsonSchema } {
  let here = { path, schema };
  for (let hops = 0; hops < hopsThroughLists; hops++) {
    const entry = itemsOf(here.schema, root);
    if (entry === undefined || !kindsOf(here.schema, root).kinds.has('array')) break;
    here = { path: [...here.path, { each: true }], schema: resolve(entry, root) };
  }
  return here;
}

function hasInside(schema: JsonSchema, root: JsonSchema, hops: number): boolean {
  const { kinds } = kindsOf(schema, root);
  if (kinds.has('object')) return Object.keys(propertiesOf(schema, root)).length > 0;
  const entry = kinds.has('array') && hops < hopsThroughLists ? itemsOf(schema, root) : undefined;
  return entry !== undefined && hasInside(resolve(entry, root), root, hops + 1);
}

export function nodeId(from: string, path: readonly Segment[]): string {
  return JSON.stringify([from, ...path]);
}
