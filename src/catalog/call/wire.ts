/**
 * People and other services say times and amounts in one way, many services in ways of their own: seconds since 1970, cents,
 * numbers as text. A schema says which (`"wire": "unix-seconds"`), and values are turned on their way out and in.
 *
 * 1. What cannot be turned on its way out is refused, at its field. On its way in it stays as it came.
 * 2. A schema without `wire` costs nothing: that is found out once.
 */
import {
  failure,
  isJsonList,
  isJsonObject,
  success,
  type Json,
  type JsonObject,
  type JsonPath,
  type JsonSchema,
  type Result,
} from '../../shared/index.ts';
import type { CallFailure } from '../call-contract.ts';
import { wireForms, type WireForm } from './wire-forms.ts';

/** The input as the service takes it. */
export function toWire(input: Json, schema: JsonSchema | undefined): Result<Json, CallFailure> {
  const turned = turner(schema, 'out');
  if (turned === undefined) return success(input);
  const troubles: Trouble[] = [];
  const value = turned(input, { group: undefined, path: [], troubles });
  const [first] = troubles;
  return first === undefined
    ? success(value)
    : failure({
        kind: 'terminal',
        code: 'failures.wire-value',
        params: { value: String(first.value).slice(0, 100) },
        fields: troubles,
      });
}

/** A message as people and other services take it. */
export function fromWire(message: Json, schema: JsonSchema | undefined): Json {
  const turned = turner(schema, 'in');
  return turned === undefined
    ? message
    : turned(message, { group: undefined, path: [], troubles: [] });
}

interface Trouble {
  readonly path: JsonPath;
  readonly value: Json;
}
interface Place {
  /** What the value stands in. */
  readonly group: JsonObject | undefined;
  readonly path: JsonPath;
  readonly troubles: Trouble[];
}
type Turn = (value: Json, place: Place) => Json;
type Way = 'out' | 'in';

const known: Readonly<Record<Way, WeakMap<JsonSchema, Turn | 'nothing'>>> = {
  out: new WeakMap(),
  in: new WeakMap(),
};

function turner(schema: JsonSchema | undefined, way: Way): Turn | undefined {
  if (schema === undefined) return undefined;
  let found = known[way].get(schema);
  if (found === undefined) known[way].set(schema, (found = made(schema, way, 0) ?? 'nothing'));
  return found === 'nothing' ? undefined : found;
}

const deepest = 12;

function made(schema: JsonSchema, way: Way, depth: number): Turn | undefined {
  if (depth > deepest) return undefined;
  const { wire } = schema as { readonly wire?: WireForm };
  if (wire !== undefined) return ofForm(wire, schema, way);
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const turn = made(part, way, depth + 1);
    return turn === undefined ? [] : [[name, turn] as const];
  });
  const item = schema.items === undefined ? undefined : made(schema.items, way, depth + 1);
  if (fields.length === 0 && item === undefined) return undefined;
  return (value, place) => {
    if (isJsonList(value))
      return item === undefined
        ? value
        : value.map((each, at) => item(each, { ...place, path: [...place.path, at] }));
    if (!isJsonObject(value)) return value;
    const turned: Record<string, Json> = { ...value };
    for (const [name, turn] of fields) {
      const part = Object.hasOwn(value, name) ? value[name] : undefined;
      if (part !== undefined)
        turned[name] = turn(part, { ...place, group: value, path: [...place.path, name] });
    }
    return turned;
  };
}

function ofForm(wire: WireForm, schema: JsonSchema, way: Way): Turn {
  const form = wireForms(wire, schema);
  return (value, { group, path, troubles }) => {
    if (value === null) return value;
    const turned = form[way](value, group);
    if (turned !== undefined) return turned;
    if (way === 'out') troubles.push({ path, value });
    return value;
  };
}
