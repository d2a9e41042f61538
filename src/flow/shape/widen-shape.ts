import {
  itemsOf,
  kindsOf,
  propertiesOf,
  requiredOf,
  resolve,
  titleOf,
  type JsonSchema,
  type JsonType,
} from '../../shared/index.ts';

/** A shape that also fits what was seen later, and what is new in it, in a person's words. */
export interface Widened {
  readonly schema: JsonSchema;
  /** Names of fields that the shape does not have. */
  readonly added: readonly string[];
  /** Names of fields that were of another kind, or not there at all. */
  readonly changed: readonly string[];
}

/** The shape made wide enough for what a sample shows; undefined where it fits already. Nothing is ever taken away. */
export function widenShape(shape: JsonSchema, seen: JsonSchema): Widened | undefined {
  const added: string[] = [];
  const changed: string[] = [];
  const schema = widened(shape, seen, '');
  return added.length + changed.length === 0 ? undefined : { schema, added, changed };

  function widened(part: JsonSchema, given: JsonSchema, title: string): JsonSchema {
    const here = resolve(part, shape);
    const known = kindsOf(here, shape);
    const found = kindsOf(given, given);
    // A value that was only ever empty, or a place that may hold anything, says nothing new.
    if (known.open || found.open) return part;
    if (![...found.kinds].every((kind) => fits(kind, known.kinds))) {
      changed.push(title);
      return withTypes(
        here,
        [...known.kinds, ...found.kinds],
        known.nullable || found.nullable,
        given,
      );
    }
    const both = (kind: JsonType & ('object' | 'array')) =>
      known.kinds.has(kind) && found.kinds.has(kind);
    const inside = both('object')
      ? ofGroup(here, given)
      : both('array')
        ? ofList(here, given, title)
        : here;
    if (!found.nullable || known.nullable) return inside === here ? part : inside;
    changed.push(title);
    return withTypes(inside, [...known.kinds], true, given);
  }

  function ofGroup(here: JsonSchema, given: JsonSchema): JsonSchema {
    const named = propertiesOf(here, shape);
    const properties: Record<string, JsonSchema> = { ...named };
    let isSame = true;
    for (const [name, found] of Object.entries(propertiesOf(given, given))) {
      const own = named[name];
      if (own === undefined) added.push(titleOf(found, name));
      const next =
        own === undefined ? found : widened(own, found, titleOf(resolve(own, shape), name));
      if (next === own) continue;
      isSame = false;
      properties[name] = next;
    }
    const required = requiredOf(here, shape);
    const still = required.filter((name) => requiredOf(given, given).includes(name));
    for (const name of required)
      if (!still.includes(name)) changed.push(titleOf(resolve(named[name], shape), name));
    if (isSame && still.length === required.length) return here;
    const { required: _required, ...rest } = here;
    return { ...rest, properties, ...(still.length === 0 ? {} : { required: still }) };
  }

  function ofList(here: JsonSchema, given: JsonSchema, title: string): JsonSchema {
    const own = itemsOf(here, shape);
    const found = itemsOf(given, given);
    if (own === undefined || found === undefined) return here;
    const next = widened(own, found, title);
    return next === own ? here : { ...here, items: next };
  }
}

function fits(kind: JsonType, known: ReadonlySet<JsonType>): boolean {
  return known.has(kind) || (kind === 'integer' && known.has('number'));
}

function withTypes(
  here: JsonSchema,
  kinds: readonly JsonType[],
  nullable: boolean,
  given: JsonSchema,
): JsonSchema {
  const types = new Set<JsonType>(kinds);
  if (types.has('number')) types.delete('integer');
  if (nullable) types.add('null');
  const { format, enum: _choices, const: _fixed, ...rest } = here;
  return {
    ...(given.properties === undefined ? {} : { properties: given.properties }),
    ...(given.items === undefined ? {} : { items: given.items }),
    ...rest,
    ...(format === undefined || kinds.length > 1 ? {} : { format }),
    type: [...types],
  };
}
