/**
 * From a service's name for a field to the field of the operation's input.
 *
 * 1. A field is found where it was sent, or where the input's description knows it, or where it is missing in a group
 *    that was sent. Nothing else is a field, however much it looks like one.
 * 2. The whole name wins over its end, what was sent over what was not.
 */
import {
  firstOf,
  itemAt,
  propertiesOf,
  type JsonPath,
  type JsonSchema,
} from '../../shared/index.ts';
import type { Binding } from '../../mapping/contract.ts';
import type { HttpRequest } from '../call-contract.ts';
import type { HttpCall } from '../component/call.ts';
import { describedFields, type DescribedField } from './described-fields.ts';
import { inputPathOf, inputPathsIn, sentValues, type SentValue } from './input-path.ts';
import { plain } from './word-split.ts';

export interface FieldFinder {
  readonly sent: readonly SentValue[];
  /** Fields that the input's description knows. */
  readonly described: readonly DescribedField[];
  /** The field of a path in the service's names. */
  readonly find: (path: JsonPath) => JsonPath | undefined;
  /** The same, and what a description of the service names is a field even where none was sent. */
  readonly findDeclared: (path: JsonPath) => JsonPath | undefined;
}

export function fieldFinder(
  request: HttpRequest,
  call: HttpCall,
  schema: JsonSchema | undefined,
): FieldFinder {
  const values = sentValues(request, call);
  const sent = values.map((value) => ({ ...value, like: likeness(value.path) }));
  const described = describedFields(schema);
  const names = byName(sent, described);
  const wrappers = wrappersOf(call.body?.from);
  const places = (path: JsonPath): readonly JsonPath[] => [
    ...wrappers.flatMap((wrapper) => given(inBody(call.body?.from, [...wrapper, ...path]))),
    ...given(inBody(call.query, path)),
  ];
  const find = (path: JsonPath): JsonPath | undefined => {
    // A position alone is no name.
    const tails = path
      .map((_part, at) => path.slice(at))
      .filter((tail) => tail.some((step) => typeof step === 'string'));
    return (
      firstOf(tails, (tail) => firstOf(places(tail), (place) => wasSent(place, sent))) ??
      firstOf(tails, (tail) => firstOf(places(tail), (place) => inSchema(place, schema))) ??
      firstOf(tails.slice(0, -1), (tail) =>
        firstOf(places(tail), (place) => missingIn(place, sent)),
      ) ??
      bySameName(path, names)
    );
  };
  return {
    sent: values,
    described,
    find,
    findDeclared: (path) => find(path) ?? inBody(call.body?.from, path),
  };
}

interface Sent extends SentValue {
  readonly like: JsonPath;
}

/** A path as paths are compared: names by their letters and digits alone. */
function likeness(path: JsonPath): JsonPath {
  return path.map((step) => (typeof step === 'string' ? plain(step) : step));
}

/** Names are compared by letters and digits: a service's `first-name` is the request's `firstName`. */
function inBody(binding: Binding | undefined, path: JsonPath): JsonPath | undefined {
  // A text or a converted whole has no places inside.
  if (binding?.kind === 'text' || binding?.kind === 'convert') return undefined;
  const place = aligned(binding, path);
  const found = inputPathOf(binding, place) ?? onlyFieldIn(binding, place);
  return found === undefined || found.length === 0 ? undefined : found;
}

/** `{ "name": { "type": "text", "value": … } }`: the name of a group around one value is the value's. */
function onlyFieldIn(binding: Binding | undefined, path: JsonPath): JsonPath | undefined {
  let here = binding;
  for (const step of path) here = inside(here, step);
  if (path.length === 0 || here?.kind !== 'object') return undefined;
  const [only, ...others] = inputPathsIn(here);
  return others.length === 0 ? only : undefined;
}

function inside(binding: Binding | undefined, step: string | number): Binding | undefined {
  if (binding?.kind === 'object') return binding.props[step];
  if (binding?.kind !== 'list' || typeof step !== 'number') return undefined;
  const part = binding.parts[step];
  return part === undefined || 'forEach' in part ? undefined : part.item;
}

function aligned(binding: Binding | undefined, path: JsonPath): JsonPath {
  const [step, ...rest] = path;
  if (typeof step !== 'string') return path;
  // Of a list's only entry the position is often left out.
  if (binding?.kind === 'list' && binding.parts.length === 1)
    return [0, ...aligned(inside(binding, 0), path)];
  if (binding?.kind !== 'object') return path;
  const name = Object.hasOwn(binding.props, step)
    ? step
    : Object.keys(binding.props).find((key) => plain(key) === plain(step));
  return name === undefined ? path : [name, ...aligned(binding.props[name], rest)];
}

const deepestWrapper = 4;

/** The groups of a body, the body itself first: services leave their names out. */
function wrappersOf(binding: Binding | undefined): readonly JsonPath[] {
  const found: JsonPath[] = [[]];
  const visit = (node: Binding | undefined, path: JsonPath): void => {
    if (node?.kind !== 'object' || path.length >= deepestWrapper) return;
    for (const [name, inner] of Object.entries(node.props)) {
      if (inner.kind !== 'object' && inner.kind !== 'ref') continue;
      found.push([...path, name]);
      visit(inner, [...path, name]);
    }
  };
  visit(binding, []);
  return found.toSorted((one, other) => one.length - other.length);
}

/** The place as it was sent: a value, or a group around values. */
function wasSent(place: JsonPath, sent: readonly Sent[]): JsonPath | undefined {
  const wanted = likeness(place);
  return sent
    .find(({ like }) => wanted.every((step, at) => like[at] === step))
    ?.path.slice(0, place.length);
}

function inSchema(place: JsonPath, schema: JsonSchema | undefined): JsonPath | undefined {
  if (schema === undefined) return undefined;
  let here: JsonSchema | undefined = schema;
  const found: (string | number)[] = [];
  for (const step of place) {
    if (here === undefined) return undefined;
    if (typeof step === 'number') {
      here = itemAt(here, step, schema);
      found.push(step);
      continue;
    }
    const properties: Readonly<Record<string, JsonSchema>> = propertiesOf(here, schema);
    const name = Object.keys(properties).find((key) => plain(key) === plain(step));
    if (name === undefined) return undefined;
    here = properties[name];
    found.push(name);
  }
  return found;
}

/** A field that is not there, in a group that is; of what was never there, the part that was. */
function missingIn(place: JsonPath, sent: readonly Sent[]): JsonPath | undefined {
  for (let end = place.length - 1; end > 0; end--) {
    const group = wasSent(place.slice(0, end), sent);
    if (group === undefined) continue;
    const missing = place.slice(end);
    if (missing.length === 1 && isGroup(group, sent)) return [...group, ...missing];
    return group.length > 1 ? group : undefined;
  }
  return undefined;
}

function isGroup(group: JsonPath, sent: readonly Sent[]): boolean {
  return sent.some(
    ({ path, value }) =>
      group.every((step, at) => path[at] === step) &&
      (path.length > group.length || (typeof value === 'object' && value !== null)),
  );
}

/** The fields that go by a name, in the request or in the input; a title where no name is like it. */
function byName(
  sent: readonly Sent[],
  described: readonly DescribedField[],
): ReadonlyMap<string, ReadonlyMap<string, JsonPath>> {
  const found = new Map<string, Map<string, JsonPath>>();
  for (const { name, path, like } of sent) {
    const last = like.findLast((step) => typeof step === 'string');
    for (const known of new Set([plain(name), last ?? ''])) {
      const paths = found.get(known) ?? new Map<string, JsonPath>();
      found.set(known, paths.set(JSON.stringify(path), path));
    }
  }
  for (const { title, path } of described)
    if (!found.has(plain(title))) found.set(plain(title), new Map([['', path]]));
  return found;
}

function bySameName(path: JsonPath, names: ReturnType<typeof byName>): JsonPath | undefined {
  const last = path.at(-1);
  const wanted = typeof last === 'string' ? plain(last) : '';
  const same = wanted === '' ? undefined : names.get(wanted);
  return same?.size === 1 ? [...same.values()][0] : undefined;
}

function given<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}
