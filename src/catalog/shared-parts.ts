/**
 * Parts that a component's file says once (`shared`), put where they are named: `{ "$ref": "#/shared/customer" }` becomes
 * that part, with what stands beside the name laid over it. Done where a file is read; nothing else knows of it.
 */
import { isJsonObject, type Json, type JsonObject } from '../shared/index.ts';

export function withShared(json: unknown): unknown {
  const file = json as Json;
  if (!isJsonObject(file) || !isJsonObject(file['shared'])) return json;
  const { shared, ...rest } = file;
  return placed(rest, shared as JsonObject, []);
}

const name = /^#\/shared\/([\w-]+)$/;

function placed(part: Json, shared: JsonObject, within: readonly string[]): Json {
  if (Array.isArray(part))
    return (part as readonly Json[]).map((each) => placed(each, shared, within));
  if (!isJsonObject(part)) return part;
  const { $ref, ...beside } = part;
  const named = typeof $ref === 'string' ? name.exec($ref)?.[1] : undefined;
  const found = named !== undefined && Object.hasOwn(shared, named) ? shared[named] : undefined;
  // What is named wrongly, or inside itself, stays as it is: the schema of components refuses it.
  if (named === undefined || found === undefined || within.includes(named))
    return eachPlaced(part, shared, within);
  const whole = placed(found, shared, [...within, named]);
  return isJsonObject(whole) ? { ...whole, ...eachPlaced(beside, shared, within) } : whole;
}

function eachPlaced(part: JsonObject, shared: JsonObject, within: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(part).map(([key, each]) => [key, placed(each, shared, within)]),
  );
}
