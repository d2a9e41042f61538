import type { JsonSchema } from '../json-schema.ts';
import { anything, asSchema, isNothing } from './as-schema.ts';
import { branchesOf, kindsOf } from './kinds.ts';
import { rememberByRoot } from './remember.ts';
import { resolve } from './resolve.ts';
import { isTamePattern, mostTried } from './tame-pattern.ts';
import { union } from './union.ts';

type Properties = Readonly<Record<string, JsonSchema>>;
const noProperties: Properties = Object.freeze(Object.create(null) as Record<string, JsonSchema>);

/**
 * The properties of a group of fields, in their order. Those of the branches of `oneOf`/`anyOf` follow; a name that
 * several branches have may be any of what they say, and what the group itself says counts before them.
 */
export function propertiesOf(schema: JsonSchema | undefined, root: JsonSchema): Properties {
  const here = asSchema(schema);
  return here === undefined ? noProperties : knownProperties(here, root);
}

const knownProperties = rememberByRoot((schema, root) => {
  const found = Object.create(null) as Record<string, JsonSchema>;
  collect(schema, root, found, new Set());
  return found;
});

function collect(
  schema: JsonSchema,
  root: JsonSchema,
  found: Record<string, JsonSchema>,
  seen: Set<JsonSchema>,
): void {
  const here = resolve(schema, root);
  if (seen.has(here)) return;
  seen.add(here);
  for (const [key, property] of ownProperties(here)) found[key] ??= property;
  const inBranches = new Map<string, JsonSchema[]>();
  for (const branch of branchesOf(here)) {
    const inside = Object.create(null) as Record<string, JsonSchema>;
    collect(branch, root, inside, seen);
    for (const [key, property] of Object.entries(inside)) {
      const others = inBranches.get(key);
      if (others === undefined) inBranches.set(key, [property]);
      else others.push(property);
    }
  }
  for (const [key, alternatives] of inBranches) found[key] ??= union(alternatives);
}

/** What is no schema is no property, and one that no value fits must not be there. */
function ownProperties(schema: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  const { properties } = schema;
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).flatMap(([key, value]) => {
    const property = asSchema(value);
    return property === undefined || isNothing(property) ? [] : [[key, property] as const];
  });
}

/** The names of the properties that must be there: the group's own, and what every branch of it asks for. */
export function requiredOf(schema: JsonSchema | undefined, root: JsonSchema): readonly string[] {
  const here = asSchema(schema);
  return here === undefined ? [] : knownRequired(here, root);
}

const knownRequired = rememberByRoot((schema, root) => required(schema, root, new Set()));

function required(
  schema: JsonSchema,
  root: JsonSchema,
  around: ReadonlySet<JsonSchema>,
): readonly string[] {
  const here = resolve(schema, root);
  if (around.has(here)) return [];
  const own: readonly unknown[] = Array.isArray(here.required) ? here.required : [];
  const names = own.filter((name) => typeof name === 'string');
  const groups = branchesOf(here).filter((branch) => mayBeGroup(branch, root));
  const [first, ...more] = groups.slice(0, maxBranches);
  if (first === undefined || groups.length > maxBranches) return names;
  const inside = new Set(around).add(here);
  if (inside.size > maxDepth) return names;
  let common = required(first, root, inside);
  for (const branch of more) {
    if (common.length === 0) break;
    const others = required(branch, root, inside);
    common = common.filter((name) => others.includes(name));
  }
  return common.length === 0 ? names : [...new Set([...names, ...common])];
}
/** Branches inside branches inside branches say nothing certain any more. */
const maxDepth = 2;
const maxBranches = 64;

function mayBeGroup(schema: JsonSchema, root: JsonSchema): boolean {
  const { kinds, open } = kindsOf(schema, root);
  return open || kinds.has('object');
}

/** Names that are not listed: whether they may be there, and what they are then. */
export interface ExtraProperties {
  readonly allowed: boolean;
  /** The description speaks of them, so a form offers to add some; else they are only not forbidden. */
  readonly declared: boolean;
  /** What each of them is. */
  readonly schema: JsonSchema;
  /** Names of a certain form are something of their own. */
  readonly patterns: readonly { readonly pattern: string; readonly schema: JsonSchema }[];
}

/** What a group of fields says about names it does not list (`additionalProperties`, `patternProperties`). */
export function extraPropertiesOf(
  schema: JsonSchema | undefined,
  root: JsonSchema,
): ExtraProperties {
  const here = asSchema(schema);
  return here === undefined ? unsaid : knownExtras(here, root);
}

const unsaid: ExtraProperties = { allowed: true, declared: false, schema: anything, patterns: [] };
const knownExtras = rememberByRoot((schema, root) => extras(schema, root, new Set()) ?? unsaid);

/** Undefined: not a word about them. */
function extras(
  schema: JsonSchema,
  root: JsonSchema,
  seen: Set<JsonSchema>,
): ExtraProperties | undefined {
  const here = resolve(schema, root);
  if (seen.has(here)) return undefined;
  seen.add(here);
  const patterns = Object.entries(here.patternProperties ?? {}).flatMap(([pattern, value]) => {
    const known = asSchema(value);
    return known === undefined || isNothing(known) ? [] : [{ pattern, schema: known }];
  });
  const rest = here.additionalProperties ?? here.unevaluatedProperties;
  const own = rest === undefined ? undefined : asSchema(rest);
  if (own !== undefined || patterns.length > 0) {
    const allowed = own === undefined || !isNothing(own);
    const says = own !== undefined && !isNothing(own);
    return {
      allowed,
      declared: says || patterns.length > 0,
      schema: own === undefined || !allowed ? anything : own,
      patterns,
    };
  }
  const branches = branchesOf(here).filter((branch) => mayBeGroup(branch, root));
  if (branches.length === 0) return undefined;
  const inside = branches.map((branch) => extras(branch, root, seen) ?? unsaid);
  const open = inside.filter(({ allowed }) => allowed);
  return {
    allowed: open.length > 0,
    declared: inside.some(({ declared }) => declared),
    schema: open.some((one) => one.schema === anything)
      ? anything
      : union(open.map((one) => one.schema)),
    patterns: inside.flatMap((one) => one.patterns),
  };
}

/** One property's schema; open where the group allows more than it names, undefined where it does not. */
export function propertyAt(
  schema: JsonSchema | undefined,
  key: string,
  root: JsonSchema,
): JsonSchema | undefined {
  const named = propertiesOf(schema, root)[key];
  if (named !== undefined) return named;
  const { kinds, open } = kindsOf(schema, root);
  if (!open && !kinds.has('object')) return undefined;
  if (isRefusedByName(schema, key, root)) return undefined;
  const extra = extraPropertiesOf(schema, root);
  if (extra.patterns.some(({ pattern }) => !canBeTried(pattern, key))) return anything;
  const fitting = extra.patterns.filter(({ pattern }) => matches(pattern, key));
  const [only] = fitting;
  if (only !== undefined)
    return fitting.length === 1 ? only.schema : { allOf: fitting.map((one) => one.schema) };
  return extra.allowed ? extra.schema : undefined;
}

/** `properties: { old: false }`. */
function isRefusedByName(schema: JsonSchema | undefined, key: string, root: JsonSchema): boolean {
  const { properties } = resolve(schema, root);
  if (properties === undefined || !Object.hasOwn(properties, key)) return false;
  const own = asSchema(properties[key]);
  return own !== undefined && isNothing(own);
}

const expressions = new Map<string, RegExp | undefined>();

/** Not one that might never end; a pattern that is none can be tried. */
function canBeTried(pattern: string, key: string): boolean {
  return (
    expressionFor(pattern) === undefined || (key.length <= mostTried && isTamePattern(pattern))
  );
}

/** A pattern that is none (published descriptions have such) fits no name. */
function matches(pattern: string, key: string): boolean {
  return expressionFor(pattern)?.test(key) ?? false;
}

function expressionFor(pattern: string): RegExp | undefined {
  if (!expressions.has(pattern)) {
    if (expressions.size > 1000) expressions.clear();
    expressions.set(pattern, expressionOf(pattern));
  }
  return expressions.get(pattern);
}

function expressionOf(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      continue; // valid without the "u" flag at most
    }
  }
  return undefined;
}
