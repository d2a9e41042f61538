import { isJsonList, isJsonObject, type Json } from '../../shared/index.ts';
import type { Binding, Segment } from '../binding.ts';
import { isRefusedName } from '../evaluate/frame.ts';

/**
 * What fills a field, under the field's new name. `path` leads through the target: names into groups, `{ each }` into
 * every entry of a list. What fills a whole group or list from elsewhere (a ref, a formula) has no such field and stays.
 */
export function renameField(binding: Binding, path: readonly Segment[], name: string): Binding {
  if (path.length === 0 || isRefusedName(name)) return binding;
  const go = (inner: Binding): Binding => renameField(inner, path, name);
  switch (binding.kind) {
    case 'object': {
      const [key, ...rest] = path;
      if (typeof key !== 'string') return binding;
      const inside = (inner: Binding): Binding => renameField(inner, rest, name);
      return { ...binding, props: renamed(binding.props, key, rest, name, inside) };
    }
    case 'list': {
      const [entry, ...rest] = path;
      if (typeof entry !== 'object') return binding;
      return {
        ...binding,
        parts: binding.parts.map((part) => ({ ...part, item: renameField(part.item, rest, name) })),
      };
    }
    case 'when':
      return {
        ...binding,
        branches: binding.branches.map((branch) => ({ ...branch, then: go(branch.then) })),
        ...(binding.otherwise === undefined ? {} : { otherwise: go(binding.otherwise) }),
      };
    case 'table':
      return {
        ...binding,
        rows: binding.rows.map((row) => ({ ...row, then: go(row.then) })),
        ...(binding.otherwise === undefined ? {} : { otherwise: go(binding.otherwise) }),
      };
    case 'literal':
      return { ...binding, value: renamedInValue(binding.value, path, name) };
    case 'ref':
    case 'text':
    case 'convert':
    case 'formula':
      return binding;
  }
}

function renamedInValue(value: Json, path: readonly Segment[], name: string): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const inside = (inner: Json): Json => renamedInValue(inner, rest, name);
  if (isJsonList(value)) return typeof step === 'object' ? value.map(inside) : value;
  if (!isJsonObject(value) || typeof step !== 'string') return value;
  return renamed(value, step, rest, name, inside);
}

/**
 * The same properties in the same order; the last one on the path has its new name. What was left under that name (of a
 * field that has gone) gives way to it.
 */
function renamed<Value>(
  props: Readonly<Record<string, Value>>,
  key: string,
  rest: readonly Segment[],
  name: string,
  inside: (value: Value) => Value,
): Record<string, Value> {
  const isTaken = rest.length === 0 && name !== key && Object.hasOwn(props, key);
  const kept = Object.entries(props).filter(([own]) => !(isTaken && own === name));
  return Object.fromEntries(
    kept.map(([own, value]) =>
      own !== key ? [own, value] : rest.length === 0 ? [name, value] : [own, inside(value)],
    ),
  );
}
