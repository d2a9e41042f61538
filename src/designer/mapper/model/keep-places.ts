import { schemaAt, tupleItemsOf, type JsonPath, type JsonSchema } from '../../../shared/index.ts';
import { bindingAt, setAt, type Binding, type FixedPart } from '../../../mapping/index.ts';

const empty: FixedPart = { item: { kind: 'literal', value: null } };

/**
 * A change of a field, as it may be made. In a list whose places mean different things (longitude, latitude) no place
 * takes another's: those that are not filled are empty on purpose, and the whole of it goes with its last value.
 */
export function keepPlaces(
  whole: Binding | undefined,
  root: JsonSchema,
  path: JsonPath,
  next: Binding | undefined,
): { readonly path: JsonPath; readonly binding: Binding | undefined } {
  const at = path.findIndex(
    (step, place) =>
      typeof step === 'number' &&
      tupleItemsOf(schemaAt(root, path.slice(0, place)), root) !== undefined,
  );
  const position = path[at];
  if (typeof position !== 'number') return { path, binding: next };
  const listPath = path.slice(0, at);
  const count = tupleItemsOf(schemaAt(root, listPath), root)?.items.length ?? 0;
  const list = bindingAt(whole, listPath);
  const parts = [...(list?.kind === 'list' ? list.parts : [])];
  while (parts.length < Math.max(count, position + 1)) parts.push(empty);
  const rest = path.slice(at + 1);
  const old = isEmpty(parts[position]) ? undefined : parts[position]?.item;
  const item = setAt(old, rest, next);
  parts[position] = item === undefined ? empty : { item };
  return {
    path: listPath,
    binding: parts.every(isEmpty) ? undefined : { kind: 'list', parts },
  };
}

function isEmpty(part: { readonly item: Binding } | undefined): boolean {
  return part === undefined || (part.item.kind === 'literal' && part.item.value === null);
}
