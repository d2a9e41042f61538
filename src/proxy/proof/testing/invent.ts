/** Values by schema, the same for the same seed. */
import { isJsonList, isJsonObject, type Json, type JsonSchema } from '../../../shared/index.ts';

export type Random = () => number;

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Inventing {
  readonly random: Random;
  /** What a `$ref` means. */
  readonly resolve: (ref: string) => JsonSchema;
  /** Taken as they are where a schema says no more than a pattern, and of files. */
  readonly sample?: Json | undefined;
}

export function invent(schema: JsonSchema, by: Inventing, depth = 0): Json {
  const { random, resolve, sample } = by;
  if (schema.$ref !== undefined) return invent(resolve(schema.$ref), by, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined)
    return (
      one(
        schema.enum.filter((value) => value !== null),
        random,
      ) ?? null
    );
  if (schema.allOf !== undefined) return merged(schema, by, depth);
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined && branches.length > 0) {
    const { oneOf: _one, anyOf: _any, ...rest } = schema;
    const branch = (depth > 3 ? branches[0] : one(branches, random)) ?? {};
    const made = invent(branch, by, depth + 1);
    return isJsonObject(made) && rest.properties !== undefined
      ? { ...(invent(rest, by, depth) as object), ...made }
      : made;
  }
  if ('x-from-sample' in schema || (isFile(schema) && sample !== undefined)) return sample ?? null;
  if (schema.nullable === true && depth > 0 && random() < 0.1) return null;
  switch (typeOf(schema)) {
    case 'object':
      return group(schema, by, depth);
    case 'array': {
      const least = schema.minItems ?? (depth > 6 ? 0 : 1);
      const most = Math.max(least, Math.min(schema.maxItems ?? 2, depth > 3 ? 1 : 2));
      const count = least + Math.floor(random() * (most - least + 1));
      const entry = isJsonList(sample) ? sample[0] : undefined;
      return Array.from({ length: count }, () =>
        invent(schema.items ?? {}, { ...by, sample: entry }, depth + 1),
      );
    }
    case 'boolean':
      return random() < 0.5;
    case 'integer':
    case 'number':
      return number(schema, random);
    case 'null':
      return null;
    default:
      return text(schema, by);
  }
}

function group(schema: JsonSchema, by: Inventing, depth: number): Json {
  const { random, sample } = by;
  const required = new Set(schema.required);
  const made: Record<string, Json> = {};
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    const isWanted = required.has(name) || (depth < 6 && random() < 0.6);
    if (!isWanted || (depth > 14 && !required.has(name))) continue;
    const own = isJsonObject(sample) && Object.hasOwn(sample, name) ? sample[name] : undefined;
    made[name] = invent(part, { ...by, sample: own }, depth + 1);
  }
  if (
    schema.properties === undefined &&
    typeof schema.additionalProperties === 'object' &&
    depth < 4
  )
    made['extra'] = invent(schema.additionalProperties, { ...by, sample: undefined }, depth + 1);
  return made;
}

function merged(schema: JsonSchema, by: Inventing, depth: number): Json {
  const { allOf = [], ...rest } = schema;
  const parts = [...allOf, ...(rest.properties === undefined ? [] : [rest])];
  const made = parts.map((part) => invent(part, by, depth + 1));
  return made.every(isJsonObject) ? (Object.assign({}, ...made) as Json) : (made[0] ?? null);
}

function typeOf({ type, properties, items, additionalProperties }: JsonSchema): string {
  const said = (Array.isArray(type) ? (type as readonly string[]) : [type]).find(
    (each) => each !== 'null',
  );
  if (typeof said === 'string') return said;
  if (properties !== undefined || additionalProperties !== undefined) return 'object';
  return items === undefined ? 'string' : 'array';
}

function number(schema: JsonSchema, random: Random): number {
  const isWhole = schema.type === 'integer' || 'wire' in schema;
  const low =
    schema.minimum ?? (schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + 1);
  const high = schema.maximum ?? low + 1000;
  const step = typeof schema.multipleOf === 'number' ? schema.multipleOf : isWhole ? 1 : 0.25;
  return low + Math.floor(random() * (Math.floor((high - low) / step) + 1)) * step;
}

const words = [
  'Ada',
  'Müller & Söhne',
  'a b',
  'café',
  'q?x=1#y',
  '100 %',
  'ok',
  "it's",
  'Ω',
  'x_y-z',
];

function text(schema: JsonSchema, { random, sample }: Inventing): Json {
  const { format, pattern, minLength = 0, maxLength = 5000, examples } = schema;
  if (pattern !== undefined)
    return (
      sample ?? examples?.[0] ?? schema.default ?? (schema as { example?: Json }).example ?? '1'
    );
  switch (format) {
    case 'date-time':
      return new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 3e10)).toISOString();
    case 'date-time-rfc-2822':
      return new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 3e10)).toUTCString();
    case 'date':
      return new Date(Date.UTC(2026, 0, 1) + Math.floor(random() * 3e10))
        .toISOString()
        .slice(0, 10);
    case 'email':
      return `p${Math.floor(random() * 1000)}@example.com`;
    case 'uri':
    case 'url':
      return `https://example.com/${Math.floor(random() * 1000)}`;
    case 'tel':
      return `+4930${Math.floor(1e6 + random() * 8e6)}`;
    case 'uuid':
      return `00000000-0000-4000-8000-${String(Math.floor(random() * 1e12)).padStart(12, '0')}`;
    case 'time':
      return '09:30:00';
    case 'byte':
      return 'YQ==';
    default:
      return (one(words, random) ?? 'x').padEnd(minLength, 'x').slice(0, maxLength);
  }
}

function isFile({ properties = {} }: JsonSchema): boolean {
  return 'base64' in properties;
}

function one<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
