import {
  propertiesOf,
  propertyAt,
  type Json,
  type JsonObject,
  type JsonSchema,
} from '../../../shared/index.ts';

export interface FieldOfGroup {
  readonly key: string;
  readonly value: Json;
  readonly schema: JsonSchema | undefined;
}

/** The fields of a group: those that the schema names in its order, then what else is there. */
export function fieldsOf(
  group: JsonObject,
  schema: JsonSchema | undefined,
  root: JsonSchema,
): readonly FieldOfGroup[] {
  const named =
    schema === undefined
      ? []
      : Object.keys(propertiesOf(schema, root)).filter((key) => Object.hasOwn(group, key));
  const known = new Set(named);
  const others = Object.keys(group).filter((key) => !known.has(key));
  return [...named, ...others].map((key) => ({
    key,
    value: group[key] ?? null,
    schema: schema === undefined ? undefined : propertyAt(schema, key, root),
  }));
}
