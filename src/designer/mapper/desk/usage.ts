/**
 * Lineage: which data goes into which field, worked out from the binding alone (nothing is run).
 *
 * 1. A place of the data is named as a row of the tree is: whatever is inside a list goes through `{ each: true }`.
 * 2. What a list's card reads of its entry is also what it reads of the list that the card goes through.
 * 3. A field of the top level whose binding is the same object is not looked through again.
 */
import type { JsonPath } from '../../../shared/index.ts';
import { usedRefs, type Binding, type RefBinding, type Segment } from '../../../mapping/index.ts';
import { nodeId } from '../model/data-tree.ts';

export interface Usage {
  /** Keys of the fields that a place of the data goes into, by its id. */
  readonly fieldsOf: ReadonlyMap<string, readonly string[]>;
  /** Ids of the places that a field takes data from, by its key; those of the fields inside it included. */
  readonly dataOf: ReadonlyMap<string, ReadonlySet<string>>;
}

export const noUsage: Usage = { fieldsOf: new Map(), dataOf: new Map() };

interface Used {
  readonly data: string;
  readonly field: JsonPath;
}

const known = new WeakMap<Binding, { readonly path: string; readonly used: readonly Used[] }>();
const nothing: readonly Used[] = [];

export function usageOf(binding: Binding | undefined): Usage {
  if (binding === undefined) return noUsage;
  const fieldsOf = new Map<string, string[]>();
  const dataOf = new Map<string, Set<string>>();
  for (const { data, field } of usedIn(binding)) {
    const fields = fieldsOf.get(data);
    const key = JSON.stringify(field);
    if (fields === undefined) fieldsOf.set(data, [key]);
    else if (!fields.includes(key)) fields.push(key);
    for (let end = field.length; end >= 0; end--) {
      const around = JSON.stringify(field.slice(0, end));
      const places = dataOf.get(around);
      if (places === undefined) dataOf.set(around, new Set([data]));
      else places.add(data);
    }
  }
  return { fieldsOf, dataOf };
}

function usedIn(binding: Binding): readonly Used[] {
  if (binding.kind !== 'object') return usedAt(binding, []);
  return Object.entries(binding.props).flatMap(([name, inner]) => {
    const path = JSON.stringify(name);
    const before = known.get(inner);
    if (before?.path === path) return before.used;
    const used = usedAt(inner, [name]);
    known.set(inner, { path, used: used.length === 0 ? nothing : used });
    return used;
  });
}

type Entries = ReadonlyMap<string, RefBinding>;

/** What is read at a place of the form, entries of the lists around it told by the lists. */
function usedAt(binding: Binding, at: JsonPath): Used[] {
  const entries = entriesIn(binding, new Map());
  return usedRefs(binding).flatMap(({ ref, target }) =>
    placesOf(ref, entries).map((data) => ({ data, field: [...at, ...target] })),
  );
}

/** The lists that the cards in a binding go through, by the name of their entry. */
function entriesIn(binding: Binding, found: Map<string, RefBinding>): Entries {
  if (binding.kind === 'object')
    for (const inner of Object.values(binding.props)) entriesIn(inner, found);
  if (binding.kind === 'list')
    for (const part of binding.parts) {
      if ('forEach' in part && part.forEach.kind === 'ref')
        found.set(`item:${part.name}`, part.forEach);
      entriesIn(part.item, found);
    }
  return found;
}

function placesOf(ref: RefBinding, entries: Entries): readonly string[] {
  const places: string[] = [];
  let { from, path } = ref;
  // A card may go through a list of the entry of another card.
  for (let hops = 0; hops < 8; hops++) {
    places.push(nodeId(from, asRow(path)));
    const list = entries.get(from);
    if (list === undefined) break;
    path = [...list.path, { each: true }, ...path];
    from = list.from;
  }
  return places;
}

/** As a row of the tree names it: any entry stands for all, and a list for its own entries. */
function asRow(path: readonly Segment[]): readonly Segment[] {
  const row = path.map((segment) => (typeof segment === 'string' ? segment : each));
  while (typeof row.at(-1) === 'object') row.pop();
  return row;
}
const each = { each: true } as const;
