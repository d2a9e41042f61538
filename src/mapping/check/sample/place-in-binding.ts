import { isJsonList, type Json, type JsonPath } from '../../../shared/index.ts';
import type { Binding, ListBinding } from '../../binding.ts';
import { isAlwaysThere } from '../../tree/edit-tree.ts';
import { valueAt } from '../value-at.ts';

/** The binding that made what is at a path of the result. */
export interface MadeBy {
  readonly at: JsonPath;
  readonly binding: Binding;
  /** What is left of the path: it lies inside a value that was passed on whole. */
  readonly inside: JsonPath;
  /** Not known for an entry of a list where a part before may have given none: then it is the likely one. */
  readonly isSure: boolean;
}

/** From a place in the result to the binding that made it; undefined where nothing is bound. */
export function madeBy(
  root: Binding,
  path: JsonPath,
  result: Json | undefined,
): MadeBy | undefined {
  let binding = root;
  let isSure = true;
  const at: (string | number)[] = [];
  for (const [depth, step] of path.entries()) {
    let inner: Binding | undefined;
    let innerStep: string | number = step;
    if (binding.kind === 'object' && typeof step === 'string') {
      inner = Object.hasOwn(binding.props, step) ? binding.props[step] : undefined;
      if (inner === undefined) return undefined;
    } else if (binding.kind === 'list' && typeof step === 'number') {
      const part = partAt(binding, step);
      if (part !== undefined) {
        isSure &&= isPartSure(binding, part, valueAt(result, path.slice(0, depth)));
        inner = binding.parts[part]?.item;
        innerStep = part;
      }
    }
    if (inner === undefined) return { at, binding, inside: path.slice(depth), isSure };
    at.push(innerStep);
    binding = inner;
  }
  return { at, binding, inside: [], isSure };
}

/** The part that made an entry, where positions tell: fixed entries first, then one list repeated. */
function partAt({ parts }: ListBinding, position: number): number | undefined {
  const fixed = parts.findIndex((part) => 'forEach' in part);
  if (fixed < 0 || position < fixed) return position < parts.length ? position : undefined;
  return fixed === parts.length - 1 ? fixed : undefined;
}

/** Every fixed entry is there, or nothing that could be missing stands before or here with others behind it. */
function isPartSure({ parts }: ListBinding, part: number, list: Json | undefined): boolean {
  const isEach = parts.every((one) => !('forEach' in one));
  if (isEach && isJsonList(list) && list.length === parts.length) return true;
  const passed = parts.slice(0, part === parts.length - 1 ? part : part + 1);
  return passed.every(({ item }) => isAlwaysThere(item));
}

/** The same field of every record: positions of entries do not count. */
export function fieldKey(path: JsonPath): string {
  return JSON.stringify(path.map((step) => (typeof step === 'number' ? '*' : step)));
}
