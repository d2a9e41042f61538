import type { JsonPath } from '../../shared/index.ts';
import type { Binding, ListBinding, ObjectBinding } from '../binding.ts';
import { isRefusedName } from '../evaluate/frame.ts';

/** What fills the field at a target path: names lead into groups, numbers to a list's part. */
export function bindingAt(binding: Binding | undefined, target: JsonPath): Binding | undefined {
  let here = binding;
  for (const step of target) {
    if (here?.kind === 'object' && typeof step === 'string') {
      here = Object.hasOwn(here.props, step) ? here.props[step] : undefined;
    } else if (here?.kind === 'list' && typeof step === 'number') here = here.parts[step]?.item;
    else return undefined;
  }
  return here;
}

/**
 * The target path of the field that made what lies at `value` in the result: an entry of a repeated list was made by the
 * part that repeats. Undefined where no field of its own made it, or where that cannot be told.
 */
export function targetOf(binding: Binding | undefined, value: JsonPath): JsonPath | undefined {
  const target: (string | number)[] = [];
  let here = binding;
  for (const step of value) {
    const at = here?.kind === 'list' && typeof step === 'number' ? partOf(here, step) : step;
    if (at === undefined) return undefined;
    target.push(at);
    here = bindingAt(here, [at]);
    if (here === undefined) return undefined;
  }
  return target;
}

/** Entries are counted off from the front, as long as each part is sure to give exactly one. */
function partOf({ parts }: ListBinding, entry: number): number | undefined {
  for (const [at, part] of parts.entries()) {
    const isLast = at === parts.length - 1;
    if ('forEach' in part) return isLast ? at : undefined;
    // A part that gave nothing has its entry made by the next one.
    if (!isLast && !isAlwaysThere(part.item)) return undefined;
    if (at === entry) return at;
  }
  return undefined;
}

/** Whatever the data, it makes something. */
export function isAlwaysThere(binding: Binding): boolean {
  return binding.kind === 'ref' ? binding.ifMissing === 'null' : alwaysThere.has(binding.kind);
}
const alwaysThere: ReadonlySet<Binding['kind']> = new Set(['literal', 'object', 'list']);

/**
 * The tree with the field at `target` filled by `next`; undefined leaves it out. Groups and lists on the way are made;
 * whatever else filled them is replaced. Removing a list's part closes the gap, and a name that reaches a prototype
 * fills nothing (M5). Where nothing changes it is the same tree.
 */
export function setAt(
  binding: Binding | undefined,
  target: JsonPath,
  next: Binding | undefined,
): Binding | undefined {
  const [step, ...rest] = target;
  if (step === undefined) return next;
  return typeof step === 'string'
    ? setProp(binding, step, rest, next)
    : setPart(binding, step, rest, next);
}

function setProp(
  binding: Binding | undefined,
  name: string,
  rest: JsonPath,
  next: Binding | undefined,
): Binding | undefined {
  const isRemoval = next === undefined && rest.length === 0;
  if (isRefusedName(name) && !isRemoval) return binding;
  const group: ObjectBinding | undefined = binding?.kind === 'object' ? binding : undefined;
  if (group === undefined && next === undefined) return binding;
  const old =
    group !== undefined && Object.hasOwn(group.props, name) ? group.props[name] : undefined;
  const inner = setAt(old, rest, next);
  if (
    group !== undefined &&
    inner === old &&
    Object.hasOwn(group.props, name) === (inner !== undefined)
  )
    return binding;
  const props = inner === undefined ? without(group, name) : { ...group?.props, [name]: inner };
  return { ...(group ?? { kind: 'object' }), props };
}

function without(group: ObjectBinding | undefined, name: string): ObjectBinding['props'] {
  const { [name]: _gone, ...others } = group?.props ?? {};
  return others;
}

function setPart(
  binding: Binding | undefined,
  position: number,
  rest: JsonPath,
  next: Binding | undefined,
): Binding | undefined {
  const list: ListBinding = binding?.kind === 'list' ? binding : { kind: 'list', parts: [] };
  if (list !== binding && next === undefined) return binding;
  const old = list.parts[position];
  const inner = setAt(old?.item, rest, next);
  if (list === binding && inner === old?.item) return binding;
  const parts = [...list.parts];
  if (old === undefined) {
    if (inner !== undefined) parts.push({ item: inner });
  } else if (inner === undefined) parts.splice(position, 1);
  else parts[position] = { ...old, item: inner };
  return { ...list, parts };
}
