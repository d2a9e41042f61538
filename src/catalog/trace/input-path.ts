import { isJsonObject, type Json, type JsonPath } from '../../shared/index.ts';
import type { Binding, ForEachPart, ListPart, Segment } from '../../mapping/contract.ts';
import type { HttpRequest } from '../call-contract.ts';
import type { HttpCall } from '../component/call.ts';

/** A ref's path as far as it names one place: entries of a list by their position where it is known. */
export function namesOf(path: readonly Segment[]): JsonPath {
  const names: (string | number)[] = [];
  for (const segment of path) {
    if (typeof segment === 'string') names.push(segment);
    else if ('first' in segment) names.push(0);
    else if ('at' in segment && segment.at >= 0) names.push(segment.at);
    else break; // "each" and "last" are no one place
  }
  return names;
}

/** The input's fields that a binding of a call reads. */
export function inputPathsIn(binding: Binding): readonly JsonPath[] {
  const found: JsonPath[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { kind, from, path } = node as { kind?: unknown; from?: unknown; path?: unknown };
    if (kind === 'ref' && from === 'input') found.push(namesOf(path as readonly Segment[]));
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(binding);
  return found;
}

/** Which field of the operation's input filled a field of the request's body; undefined when none did. */
export function inputPathOf(
  binding: Binding | undefined,
  bodyPath: JsonPath,
  scope: Scope = {},
): JsonPath | undefined {
  if (binding === undefined) return undefined;
  const [step, ...rest] = bodyPath;
  switch (binding.kind) {
    case 'ref': {
      const start = startOf(binding.from, scope);
      return start === undefined ? undefined : [...start, ...namesOf(binding.path), ...bodyPath];
    }
    case 'object':
      return typeof step === 'string' && Object.hasOwn(binding.props, step)
        ? inputPathOf(binding.props[step], rest, scope)
        : undefined;
    case 'convert':
      // What is inside a converted value is not inside the field that was converted.
      return inputPathOf(binding.of, [], scope);
    case 'text':
      return firstOf(binding.parts, (part) =>
        typeof part === 'string' ? undefined : inputPathOf(part, [], scope),
      );
    case 'when':
      return firstOf([...binding.branches.map(({ then }) => then), binding.otherwise], (then) =>
        inputPathOf(then, bodyPath, scope),
      );
    case 'table':
      return inputPathOf(binding.on, [], scope);
    case 'list':
      return typeof step === 'number' ? inList(binding.parts, step, rest, scope) : undefined;
    case 'literal':
    case 'formula':
      return undefined;
  }
}

/** Where the entries of the lists around are in the input. */
type Scope = Readonly<Record<string, JsonPath>>;

function startOf(from: string, scope: Scope): JsonPath | undefined {
  return from === 'input' ? [] : scope[from];
}

/** One "for each" alone keeps positions; fixed entries are counted; after a "for each" positions are not known. */
function inList(
  parts: Extract<Binding, { kind: 'list' }>['parts'],
  at: number,
  rest: JsonPath,
  scope: Scope,
): JsonPath | undefined {
  const isRepeat = (part: ListPart): part is ForEachPart => 'forEach' in part;
  const repeats = parts.findIndex(isRepeat);
  const part =
    repeats === -1 || at < repeats
      ? parts[at]
      : repeats === parts.length - 1
        ? parts[repeats]
        : undefined;
  if (part === undefined || !isRepeat(part)) return inputPathOf(part?.item, rest, scope);
  const list = inputPathOf(part.forEach, [], scope);
  if (list === undefined) return undefined;
  // A filtered or sorted list has other positions than the input's.
  const isPlain = part.where === undefined && part.sort === undefined;
  return isPlain
    ? inputPathOf(part.item, rest, { ...scope, [`item:${part.name}`]: [...list, at - repeats] })
    : list;
}

function firstOf<Item>(
  items: readonly Item[],
  find: (item: Item) => JsonPath | undefined,
): JsonPath | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value that was sent, and the input's field it came from. */
export interface SentValue {
  /** Its last name in the request. */
  readonly name: string;
  readonly path: JsonPath;
  readonly value: Json;
}

const mostValues = 2000;

/** All single values (and empty groups and lists) of a request, each with the input's field that filled it: body first, then path and query. */
export function sentValues(request: HttpRequest, call: HttpCall): readonly SentValue[] {
  const found: SentValue[] = [];
  const visit = (value: Json, bodyPath: JsonPath, label?: string): void => {
    if (found.length >= mostValues) return;
    const entries =
      typeof value === 'object' && value !== null
        ? (Object.entries(value) as [string, Json][])
        : [];
    if (entries.length > 0) {
      const named = labelIn(value);
      for (const [key, inner] of entries)
        visit(
          inner,
          [...bodyPath, Array.isArray(value) ? Number(key) : key],
          key === 'value' ? named : undefined,
        );
      return;
    }
    const path = inputPathOf(call.body?.from, bodyPath);
    if (path !== undefined && path.length > 0)
      found.push({ name: label ?? lastName(bodyPath), path, value });
  };
  if (request.body !== undefined) visit(request.body.value, []);
  if (call.body?.from.kind === 'text')
    // A text made of several fields shows them by its marks, not by a place.
    for (const path of inputPathsIn(call.body.from))
      if (path.length > 0) found.push({ name: lastName(path), path, value: '' });
  for (const [name, value] of request.query) {
    const path = inputPathOf(call.query, [name]);
    if (path !== undefined) found.push({ name, path, value });
  }
  const params = call.path.filter((part) => typeof part === 'object' && 'param' in part);
  for (const { param } of params as readonly { readonly param: Binding }[]) {
    const path = inputPathOf(param, []);
    const value = path === undefined ? undefined : valueOfParam(call, request, param);
    if (path !== undefined && value !== undefined)
      found.push({ name: lastName(path), path, value });
  }
  return found;
}

/** `{ "property": "email", "value": … }`: the value goes by the name beside it. */
function labelIn(entry: Json): string | undefined {
  if (!isJsonObject(entry)) return undefined;
  return ['property', 'name', 'key', 'field', 'id']
    .map((key) => (Object.hasOwn(entry, key) ? entry[key] : undefined))
    .find((label): label is string => typeof label === 'string');
}

function lastName(path: JsonPath): string {
  const names = path.filter((step) => typeof step === 'string');
  return names.at(-1) ?? '';
}

/** The value of a parameter as it stands in the path: literal parts around it are matched away. */
function valueOfParam(call: HttpCall, request: HttpRequest, wanted: Binding): string | undefined {
  const pattern = call.path
    .map((part) => {
      if (typeof part === 'string') return part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
      if ('address' in part) return '.*';
      return part.param === wanted ? '([^/]*)' : '[^/]*';
    })
    .join('');
  const found = new RegExp(`^${pattern}$`).exec(request.path)?.[1];
  try {
    return found === undefined ? undefined : decodeURIComponent(found);
  } catch {
    return undefined;
  }
}
