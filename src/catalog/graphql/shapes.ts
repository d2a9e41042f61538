/** GraphQL types as JSON Schema. */
import { humanise, ownTitle, type JsonSchema, type JsonType } from '../../shared/index.ts';
import { isNeeded, type Argument, type Service, type TypeRef } from './service.ts';

/** Services name their own kinds of values as they like; these mean the same in most. */
const values: Readonly<Record<string, JsonSchema>> = {
  String: { type: 'string' },
  ID: { type: 'string' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date' },
  DateTime: { type: 'string', format: 'date-time' },
  ISO8601Date: { type: 'string', format: 'date' },
  ISO8601DateTime: { type: 'string', format: 'date-time' },
  Timestamptz: { type: 'string', format: 'date-time' },
  timestamptz: { type: 'string', format: 'date-time' },
  EmailAddress: { type: 'string', format: 'email' },
  Email: { type: 'string', format: 'email' },
  URL: { type: 'string', format: 'uri' },
  URI: { type: 'string', format: 'uri' },
  UUID: { type: 'string', format: 'uuid' },
  uuid: { type: 'string', format: 'uuid' },
};

/** A scalar or a choice. */
export function shapeOfValue(service: Service, name: string): JsonSchema {
  const type = service.types.get(name);
  if (type?.kind !== 'enum') return Object.hasOwn(values, name) ? (values[name] ?? {}) : {};
  return {
    type: 'string',
    oneOf: type.values.map((value) => ({
      const: value.name,
      title: humanise(value.name.toLowerCase()),
      ...(value.description === undefined ? {} : { description: shortened(value.description) }),
    })),
  };
}

/** With its lists, and empty where it may be empty. */
export function shapeOfRef({ wraps }: Pick<TypeRef, 'wraps'>, inner: JsonSchema): JsonSchema {
  const [first, ...rest] = wraps;
  if (first === 'needed') return withoutMark(rest, inner);
  return maybe(withoutMark(wraps, inner));
}

function withoutMark(wraps: TypeRef['wraps'], inner: JsonSchema): JsonSchema {
  const [first, ...rest] = wraps;
  return first === 'list' ? { type: 'array', items: shapeOfRef({ wraps: rest }, inner) } : inner;
}

/** The same, or nothing. */
export function maybe(schema: JsonSchema): JsonSchema {
  const { type, oneOf } = schema;
  if (oneOf !== undefined)
    return { ...schema, type: ['string', 'null'], oneOf: [...oneOf, nothing] };
  return typeof type === 'string' ? { ...schema, type: [type, 'null'] as JsonType[] } : schema;
}

const nothing: JsonSchema = { ...ownTitle('nothing'), const: null };

/** The consumed input of a question: its arguments, with the groups that they hold among the definitions. */
export function shapeOfArguments(service: Service, given: readonly Argument[]): JsonSchema {
  const defs: Record<string, JsonSchema> = {};
  const root = group(given);
  return Object.keys(defs).length === 0 ? root : { ...root, $defs: defs };

  function group(fields: readonly Argument[]): JsonSchema {
    const required = fields
      .filter(({ type, hasDefault }) => isNeeded(type) && !hasDefault)
      .map(({ name }) => name);
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field.name, fieldShape(field)])),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: false,
    };
  }

  function fieldShape({ name, description, type }: Argument): JsonSchema {
    return {
      ...filled(type.wraps, typeShape(type.name)),
      title: humanise(name),
      ...(description === undefined ? {} : { description: shortened(description) }),
    };
  }

  function typeShape(name: string): JsonSchema {
    const type = service.types.get(name);
    if (type?.kind !== 'input') return shapeOfValue(service, name);
    if (!Object.hasOwn(defs, name)) {
      defs[name] = {}; // a group may hold itself
      defs[name] = { title: humanise(name), ...group(type.inputs) };
    }
    return { $ref: `#/$defs/${name}` };
  }
}

/** What is sent is left out rather than sent as nothing, so only what the service gives may be empty. */
function filled(wraps: TypeRef['wraps'], inner: JsonSchema): JsonSchema {
  const [first, ...rest] = wraps;
  if (first === undefined) return inner;
  return first === 'needed' ? filled(rest, inner) : { type: 'array', items: filled(rest, inner) };
}

const longest = 300;

/** Descriptions of services are foreign text and may be whole pages. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}
