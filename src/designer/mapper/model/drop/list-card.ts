import {
  bindingAt,
  type Binding,
  type Conversion,
  type ForEachPart,
  type RefBinding,
  type Segment,
} from '../../../../mapping/index.ts';
import type { JsonPath } from '../../../../shared/index.ts';
import type { DropPlace } from './drop-plan.ts';
import type { ListScope } from '../scope.ts';

const flatten: Conversion = { name: 'flatten' };

/** A list of lists as one list: so many levels less. */
export function flattened(binding: Binding, levels: number): Binding {
  if (levels <= 0) return binding;
  return { kind: 'convert', of: binding, with: new Array<Conversion>(levels).fill(flatten) };
}

/** A card that makes one entry for each of a list's. */
export function cardOver(
  list: Binding,
  name: string,
  item: Binding = { kind: 'object', props: {} },
): ForEachPart {
  return { forEach: list, name, item };
}

/**
 * The list that data in several entries goes through, made flat, and where the data is in one of its entries. `levels`
 * is how many lists are inside each other: those on the path, and the data itself where it is a list.
 */
export function listAround(
  ref: RefBinding,
  levels: number,
): { readonly list: Binding; readonly inside: readonly Segment[] } {
  const through = ref.path.filter(isEach).length;
  if (levels > through) return { list: flattened(ref, levels - 1), inside: [] };
  const last = ref.path.findLastIndex(isEach);
  const list: RefBinding = { ...ref, path: ref.path.slice(0, last) };
  return { list: flattened(list, levels - 1), inside: ref.path.slice(last + 1) };
}

/** What the mapping calls one entry of a list: short, and told apart from the entries around it. */
export function entryName(list: Binding, scope: readonly ListScope[]): string {
  const ref = list.kind === 'convert' ? list.of : list;
  const key =
    ref.kind === 'ref' ? ref.path.findLast((segment) => typeof segment === 'string') : undefined;
  const taken = new Set(scope.map(({ source }) => source.type.from));
  const base = key ?? 'entry';
  let name = base;
  for (let number = 2; taken.has(`item:${name}`); number++) name = `${base}-${number}`;
  return name;
}

/** What fills a place now. */
export function existingAt({
  path,
  whole,
}: Pick<DropPlace, 'path' | 'whole'>): Binding | undefined {
  return path && bindingAt(whole, path);
}

/** The part of a list that a field is in, if it is in one. */
export function partAround(
  whole: Binding | undefined,
  path: JsonPath,
):
  | { readonly listPath: JsonPath; readonly position: number; readonly inside: JsonPath }
  | undefined {
  const at = path.findLastIndex((step) => typeof step === 'number');
  const position = path[at];
  if (typeof position !== 'number') return undefined;
  const listPath = path.slice(0, at);
  if (bindingAt(whole, listPath)?.kind !== 'list') return undefined;
  return { listPath, position, inside: path.slice(at + 1) };
}

export function isEach(segment: Segment): boolean {
  return typeof segment === 'object' && 'each' in segment;
}
