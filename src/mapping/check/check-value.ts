import { Validator, type OutputUnit } from '@cfworker/json-schema';
import {
  kindWord,
  mostTried,
  schemaAt,
  type Json,
  type JsonPath,
  type JsonSchema,
  type Problem,
  type WordParams,
} from '../../shared/index.ts';
import { fieldTitle } from './mapping-problem.ts';
import { shown } from '../evaluate/shown.ts';
import { readableSchema } from './readable-schema.ts';
import { withoutNull } from '../types/schema-make.ts';

/** By the schema: with the patterns that can be tried, and with none for longer texts. */
const validators = {
  tame: new WeakMap<JsonSchema, Validator>(),
  none: new WeakMap<JsonSchema, Validator>(),
};

/**
 * What is wrong with a made value for its schema: one problem a field, in plain words. Never throws, and never takes
 * long: a pattern that might (`(a+)+`), or any beside a long text, says nothing.
 */
export function checkValue(value: Json | undefined, schema: JsonSchema): readonly Problem[] {
  let units: readonly OutputUnit[];
  try {
    const patterns = holdsLongText(value ?? null) ? 'none' : 'tame';
    let validator = validators[patterns].get(schema);
    if (validator === undefined) {
      validator = new Validator(readableSchema(schema, patterns) as object, '2020-12', false);
      validators[patterns].set(schema, validator);
    }
    units = validator.validate(plain(value ?? null)).errors;
  } catch {
    return []; // a schema that cannot be read says nothing about values
  }
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const unit of leaves(units)) {
    const problem = toProblem(unit, value, schema);
    const key = `${problem.code} ${JSON.stringify(problem.path)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    problems.push(problem);
  }
  return problems;
}

const leafKeywords = new Set([
  'required',
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'false',
  'not',
]);

/** Branches that were tried in vain are noise: the one that fits by kind speaks for all, else their parent does. */
function leaves(units: readonly OutputUnit[]): readonly OutputUnit[] {
  const dropped = new Set<OutputUnit>();
  const kept: OutputUnit[] = [];
  for (const unit of units) {
    if (unit.keyword !== 'anyOf' && unit.keyword !== 'oneOf') continue;
    const branches = new Map<string, OutputUnit[]>();
    for (const inner of units) {
      const branch = branchOf(unit, inner);
      if (branch !== undefined) branches.set(branch, [...(branches.get(branch) ?? []), inner]);
    }
    const fitting = [...branches.values()].filter(
      (inside) =>
        !inside.some(
          (inner) => inner.keyword === 'type' && inner.instanceLocation === unit.instanceLocation,
        ),
    );
    const notNull = [...branches.values()].filter(
      (inside) => !inside.some((inner) => inner.error.includes('Expected "null"')),
    );
    const chosen =
      fitting.length === 1 ? fitting[0] : notNull.length === 1 ? notNull[0] : undefined;
    for (const inside of branches.values())
      if (inside !== chosen) for (const inner of inside) dropped.add(inner);
    if (chosen === undefined) kept.push(unit);
  }
  return [...units.filter((unit) => leafKeywords.has(unit.keyword)), ...kept].filter(
    (unit) => !dropped.has(unit),
  );
}

function branchOf(parent: OutputUnit, inner: OutputUnit): string | undefined {
  const prefix = `${parent.keywordLocation}/`;
  if (
    !inner.keywordLocation.startsWith(prefix) ||
    !inner.instanceLocation.startsWith(parent.instanceLocation)
  )
    return undefined;
  return inner.keywordLocation.slice(prefix.length).split('/')[0];
}

function toProblem(unit: OutputUnit, root: Json | undefined, schema: JsonSchema): Problem {
  let path = pathOf(unit.instanceLocation, root);
  if (unit.keyword === 'required') {
    const name = /required property "(.*)"\./.exec(unit.error)?.[1];
    if (name !== undefined) path = [...path, name];
  }
  const here = schemaAt(schema, path) ?? {};
  const value = valueAt(root, path);
  const base: WordParams = { field: fieldTitle(schema, path), value: shown(value) };
  const { code, params } = describe(unit.keyword, here, value);
  return {
    code: `mapping.value-${code}`,
    params: { ...base, ...params },
    path,
    severity: 'error',
    fixes: [],
  };
}

/** Formats that people know by a name. */
const namedFormats: Readonly<Record<string, string>> = {
  email: 'not-an-email',
  uri: 'not-an-address',
  url: 'not-an-address',
};

function describe(
  keyword: string,
  here: JsonSchema,
  value: Json | undefined,
): { code: string; params: WordParams } {
  switch (keyword) {
    case 'required':
      return { code: 'missing', params: {} };
    case 'type':
      return value === null
        ? { code: 'empty', params: {} }
        : { code: 'wrong-kind', params: { kind: kindWordOf(here) } };
    case 'enum':
    case 'const':
      return {
        code: 'not-a-choice',
        params: { choices: (here.enum ?? [here.const ?? null]).map(shown).join(', ') },
      };
    case 'format':
      return { code: namedFormats[here.format ?? ''] ?? 'wrong-format', params: {} };
    case 'minLength':
      return value === ''
        ? { code: 'empty', params: {} }
        : { code: 'too-short', params: { count: here.minLength ?? 0 } };
    case 'maxLength':
      return { code: 'too-long', params: { count: here.maxLength ?? 0 } };
    case 'minimum':
    case 'exclusiveMinimum':
      return { code: 'too-small', params: { limit: here.minimum ?? here.exclusiveMinimum ?? 0 } };
    case 'maximum':
    case 'exclusiveMaximum':
      return { code: 'too-large', params: { limit: here.maximum ?? here.exclusiveMaximum ?? 0 } };
    case 'minItems':
      return { code: 'too-few', params: { count: here.minItems ?? 0 } };
    case 'maxItems':
      return { code: 'too-many', params: { count: here.maxItems ?? 0 } };
    case 'false':
      return { code: 'unknown-field', params: {} };
    default:
      return { code: 'does-not-fit', params: {} };
  }
}

function kindWordOf(schema: JsonSchema): string {
  return kindWord(withoutNull(schema));
}

/** cfworker writes places as encoded JSON Pointers after `#`; a number is a position only where a list is. */
function pathOf(location: string, root: Json | undefined): JsonPath {
  const path: (string | number)[] = [];
  let here: unknown = root;
  for (const part of location.split('/').slice(1)) {
    const name = decodeURI(part).replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(here) ? Number(name) : name);
    here =
      typeof here === 'object' && here !== null
        ? (here as Record<string, unknown>)[name]
        : undefined;
  }
  return path;
}

function valueAt(root: Json | undefined, path: JsonPath): Json | undefined {
  let here: unknown = root;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here as Json | undefined;
}

function holdsLongText(value: Json): boolean {
  if (typeof value === 'string') return value.length > mostTried;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, inner]) => name.length > mostTried || holdsLongText(inner as Json), // entries of JSON are JSON
  );
}

/** The validator knows no 64-bit numbers: as ordinary ones they have the same kind and nearly the same size. */
function plain(value: Json): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
