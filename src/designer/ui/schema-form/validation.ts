/**
 * Says what does not fit a JSON Schema known only at run time, without compiling anything: no `new Function`, so the
 * page's strict policy holds. Schemas are indexed once an object; the value is cleaned of `undefined` first.
 */
import { dereference, validate, type OutputUnit, type Schema } from '@cfworker/json-schema';
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonPath,
  type JsonSchema,
} from '../../../shared/index.ts';

/** One place that does not fit, and the keyword of the schema that says so. */
export interface Misfit {
  readonly path: JsonPath;
  readonly keyword: string;
}

/** A fixed base: the library would otherwise use the page's address. */
export const schemaBase = new URL('https://forms.invalid/');

type Lookup = ReturnType<typeof dereference>;

/** Keywords that only repeat what an inner keyword already says. */
const repeating = new Set([
  'properties',
  'items',
  'prefixItems',
  'allOf',
  '$ref',
  'additionalProperties',
  'patternProperties',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'dependencies',
]);

const indexed = new WeakMap<object, { schema: Schema; lookup: Lookup }>();

/** Every misfit of a value, the outermost first; empty when it fits. A schema that cannot be read finds nothing. */
export function misfitsOf(schema: JsonSchema, value: unknown): readonly Misfit[] {
  try {
    const { schema: own, lookup } = indexOf(schema);
    const found = validate(plain(value) ?? null, own, '2020-12', lookup, false).errors;
    return withoutBranches(found)
      .filter((unit) => !repeating.has(unit.keyword))
      .map(toMisfit);
  } catch {
    return [];
  }
}

/** The schema with everything the library writes into it, on our own copy; patterns that could run for ever are out. */
function indexOf(schema: JsonSchema): { schema: Schema; lookup: Lookup } {
  const known = indexed.get(schema);
  if (known !== undefined) return known;
  const own = tame(structuredClone(schema) as unknown) as Schema;
  const made = {
    schema: own,
    lookup: dereference(own, Object.create(null) as Lookup, new URL('self', schemaBase)),
  };
  indexed.set(schema, made);
  return made;
}

/** The value as JSON: `undefined` is left out, a long whole number becomes a number (only its range is looked at). */
export function plain(value: unknown): Json | undefined {
  if (typeof value === 'bigint') return Number(value);
  if (isJsonList(value)) return value.map((entry) => plain(entry) ?? null);
  if (!isJsonObject(value)) return value as Json | undefined;
  const kept: Record<string, Json> = {};
  for (const [key, inner] of Object.entries(value)) {
    const made = plain(inner);
    if (made !== undefined) kept[key] = made;
  }
  return kept;
}

/** A pattern is tried on the page's own thread: nested or many open repetitions could hang it. */
export function isTamePattern(pattern: string): boolean {
  const open = pattern.match(/(?<!\\)(?:[*+]|\{\d+,\})/g)?.length ?? 0;
  return (
    open <= 2 && !/\)[*+{]/.test(pattern) && !/\\[1-9k]/.test(pattern) && pattern.length <= 500
  );
}

function tame(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(tame);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(schema)) {
    if (key === 'pattern' && typeof inner === 'string' && !isTamePattern(inner)) continue;
    if (key === 'patternProperties') continue;
    if (key === 'format' && inner === 'url') {
      // The library's own pattern for this older name could run for minutes.
      kept[key] = 'uri';
      continue;
    }
    kept[key] =
      key === 'const' || key === 'enum' || key === 'default' || key === 'examples'
        ? inner
        : tame(inner);
  }
  return kept;
}

/** When no branch of a choice fits, the choice itself is the news; what each branch minded is not. */
function withoutBranches(units: readonly OutputUnit[]): readonly OutputUnit[] {
  const choices = units
    .filter((unit) => unit.keyword === 'oneOf' || unit.keyword === 'anyOf')
    .map((unit) => `${unit.keywordLocation}/`);
  return units.filter((unit) => !choices.some((choice) => unit.keywordLocation.startsWith(choice)));
}

function toMisfit(unit: OutputUnit): Misfit {
  const path: JsonPath = unit.instanceLocation.split('/').slice(1).map(decode);
  const missing =
    unit.keyword === 'required' ? /required property "(.*)"/.exec(unit.error)?.[1] : undefined;
  return { path: missing === undefined ? path : [...path, missing], keyword: unit.keyword };
}

function decode(part: string): string | number {
  const key = decodeURI(part).replaceAll('%23', '#').replaceAll('~1', '/').replaceAll('~0', '~');
  return /^(0|[1-9]\d*)$/.test(key) ? Number(key) : key;
}
