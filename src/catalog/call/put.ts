import { isJsonObject, type Json } from '../../shared/index.ts';

/** The same with the value at this place; groups on the way are made. */
export function put(into: Json, [name, ...rest]: readonly string[], value: Json): Json {
  if (name === undefined) return value;
  const group = isJsonObject(into) ? into : {};
  return { ...group, [name]: put(group[name] ?? {}, rest, value) };
}
